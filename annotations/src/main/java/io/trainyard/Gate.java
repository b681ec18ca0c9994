package io.trainyard;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which models may take the place of the one that serves: one metric decides, which the training reports with
 * {@code training.metric("rmse", 0.12)} before it returns. A model that may not is stored as a candidate version and not
 * put in place, and so is one whose training does not report the metric. Where no model serves yet, or one without the
 * metric, only {@link #atLeast} and {@link #atMost} count.
 *
 * <pre>{@code
 * @Stored(value = "sunday-trend/line", gate = @Gate(metric = "rmse", better = Better.LOWER, by = 0.01))
 * Line line;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Gate {

    /** The name of the metric, as the training reports it. */
    String metric();

    /** Which of two values is the better one. */
    Better better();

    /** How much better than the one that serves a model has to be at least, from 0; NaN, or not said: no worse. */
    double by() default Double.NaN;

    /** What the metric has to be at least; NaN, or not said: no bound. */
    double atLeast() default Double.NaN;

    /** What the metric may be at most; NaN, or not said: no bound. */
    double atMost() default Double.NaN;
}
