package io.trainyard.testkit.laws;

import io.trainyard.market.data.BarSource;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Tries the {@link Law laws} on a strategy, a test for each: on a class of tests, which needs nothing else in it, or on a method
 * that returns the bars to try them on.
 *
 * <pre>{@code
 * @StrategyLaws(SundayTrend.class)
 * final class SundayTrendLawsTest {}
 *
 * final class OtherLawsTest {
 *   @StrategyLaws(SundayTrend.class)
 *   BarSource on_a_year_that_fell() {
 *     return Bars.recorded(Path.of("src/test/resources/2008.tape"));
 *   }
 * }
 * }</pre>
 *
 * The tests are those of a test engine of their own, {@code trainyard-laws}, which the JUnit Platform finds by itself; it knows
 * {@code @Tag} and {@code @Disabled}, and no other extension of Jupiter.
 */
@Documented
@Testable
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface StrategyLaws {

    /** The strategy. */
    Class<?> value();

    /**
     * Which bars; with a constructor without parameters. Where nothing is said, a random walk of each symbol on the days of its
     * market.
     */
    Class<? extends BarSource> bars() default BarSource.class;

    /**
     * The day on which it is deployed, {@code 2013-06-03}, in its zone; with bars of one's own where nothing is said the first
     * third of them is its history.
     */
    String from() default "";

    /** The last day, {@code 2013-12-31}; where nothing is said that of the bars. */
    String to() default "";

    /** Chooses cuts and restarts, and the bars where nobody brings any. */
    long seed() default 1;

    /** These laws and no others; none: all. */
    Law[] only() default {};

    /** Without these laws. */
    Law[] except() default {};
}
