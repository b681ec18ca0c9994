package io.trainyard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A trading strategy whose trainings, stored models and data handlers are declared on its members.
 *
 * <p>For a class {@code SundayTrend} the processor writes {@code SundayTrend_Wiring}, {@code SundayTrend_Guard} and
 * {@code SundayTrend_Component} into the same package. The class may be final and package-private; it may not be
 * private, abstract, generic or an inner (non-static) class.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Strategy {

    /**
     * The name under which the command line, reports and logs know the strategy: lower-case letters, digits and single
     * hyphens, unique among the strategies of a class path. Default: the simple name of the class in kebab case,
     * {@code SundayTrend} becomes {@code sunday-trend}.
     */
    String name() default "";

    /**
     * The time zone in which the strategy's wall times are read, an IANA region such as {@code America/New_York}.
     * {@code UTC} is a region too; fixed offsets and abbreviations such as {@code EST} are refused, because they do not
     * follow clock changes.
     */
    String zone();

    /** The machine size that the strategy's training budget is sized for. */
    Tier tier() default Tier.MB_512;

    /** The storage plan whose quota bounds the strategy's stored objects. */
    Plan plan() default Plan.FREE;

    /**
     * How long after the end of its data a saved version stays unseen by backtests, an ISO 8601 duration such as
     * {@code P2D}: neither deployment nor {@code ObjectStore} reads it before, so that a label that looks some days ahead
     * does not tell a backtest of days that it trades on. What a training of the backtest itself returns is put in place
     * at once, and live reads the newest version. Empty: no embargo.
     */
    String embargo() default "";

    /**
     * Dagger modules that bind what the strategy's constructor wants beyond the parts of the host. Each has only static
     * or abstract bindings, or a constructor without parameters.
     */
    Class<?>[] modules() default {};
}
