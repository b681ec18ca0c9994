package io.trainyard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The walk forward of a training, beside its {@link Train}: each model is to be tested on stretches of time that came
 * after those that it was trained on. The method takes an {@code io.trainyard.learning.splits.Walk} (artifact
 * {@code trainyard-learning}), which stands as of the market time of the run: the folds that are over by then, and the
 * samples to train the model on that serves from then on.
 *
 * <pre>{@code
 * @Train(day = SUNDAY, at = "08:00")
 * @WalkForward(train = "P2Y", test = "P3M", purge = "P14D", embargo = "P2D")
 * Booster fit(History history, Walk walk, Training training)
 * }</pre>
 *
 * <p>Windows are as long as ISO 8601 says: periods such as {@code P2Y}, {@code P3M} and {@code P90D}, counted by the calendar of
 * the strategy's zone, or durations such as {@code PT36H}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface WalkForward {

    /** From the start of a training window to its test. */
    String train();

    /** How long a test is; a model should not serve longer than that before the next one is trained. */
    String test();

    /** How far one test is from the next; empty: the length of a test, so that no day is tested twice. */
    String step() default "";

    /** Whether all training windows begin at the start of the data, and grow, instead of moving on with the test. */
    boolean anchored() default false;

    /**
     * How far a label looks ahead, an ISO 8601 duration such as {@code P14D}, {@code PT0S} for labels that do not: no
     * training window reaches closer to its test, and none of them to the time of the run.
     */
    String purge();

    /**
     * How much further training and test are to be apart, since neighbouring bars are alike, an ISO 8601 duration; empty:
     * not at all.
     */
    String embargo() default "";
}
