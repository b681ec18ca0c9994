package io.trainyard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rules for the runs of a training, beside its {@link Train}: what becomes of those that the budget does not afford,
 * that meet another, or that fail, and what they cost in a backtest. Where it is missing, all of its defaults hold.
 *
 * <pre>{@code
 * @Train(day = SUNDAY, at = "08:00", limit = "PT20M")
 * @Runs(unaffordable = DEFER, retries = 2, backoff = "PT5M", pauseAfter = 4)
 * Line fit(History history, Training training)
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Runs {

    /** What becomes of a run that is due when the budget does not afford it. */
    Unaffordable unaffordable() default Unaffordable.DENY;

    /** What becomes of a run that is due while the one before has not ended. */
    Busy busy() default Busy.SKIP;

    /** How often a run that throws is tried again, from 0; each attempt is afforded anew. */
    int retries() default 0;

    /**
     * With {@link #retries}: market time between a failure and the first retry, an ISO 8601 duration such as
     * {@code PT5M}, doubled with each further one, up to a day; empty: 1 minute.
     */
    String backoff() default "";

    /** After how many failures in a row, retries not counted, the training is paused; 0 for never. */
    int pauseAfter() default 0;

    /** What a run is charged in a backtest. Live it is charged what it took. */
    Cost cost() default Cost.MEASURED;

    /**
     * With {@link Cost#FIXED}: what each run is charged in a backtest, an ISO 8601 duration such as {@code PT8M}, at most
     * the {@linkplain Train#limit limit}.
     */
    String fixedCost() default "";

    /**
     * Whether a run takes market time in a backtest: the model arrives when a run of that {@link #cost} would have ended,
     * and the old one serves meanwhile. If not it is there at once.
     */
    boolean modelled() default false;
}
