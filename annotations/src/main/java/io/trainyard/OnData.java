package io.trainyard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that handles market data. It is called for every slice of the strategy's subscriptions, or, where it takes a
 * {@code Bar}, once for each bar of the slice; never while a model of the strategy, or one of those that it
 * {@linkplain #requires requires}, is not ready.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnData {

    /** Call the handler whether or not the models are ready; it then asks the strategy's guard itself. */
    boolean always() default false;

    /**
     * The keys of the {@link Stored} fields that the handler needs; it is called when their models are ready, whatever
     * becomes of the others. Empty: all of the strategy.
     */
    String[] requires() default {};
}
