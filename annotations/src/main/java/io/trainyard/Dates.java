package io.trainyard;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DayOfWeek;

/**
 * Dates that {@link Train#or}, {@link Train#and} and {@link Train#except} combine with those of the annotation around
 * it. Exactly one of {@link #day}, {@link #date}, {@link #on} and {@link #everyWeeks} says which. The market, if there
 * is one, is that of the annotation around it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Dates {

    /** Days of the week; see {@link Train#day}. */
    DayOfWeek[] day() default {};

    /** Which of them in each month; see {@link Train#nth}. */
    int nth() default 0;

    /** Given dates; see {@link Train#date}. */
    String[] date() default {};

    /** Dates that have a name; see {@link Train#on}. */
    Days[] on() default {};

    /** How many days further into the period; see {@link Train#offset}. */
    int offset() default 0;

    /** Every so many weeks; see {@link Train#everyWeeks}. */
    int everyWeeks() default 0;

    /** The first date of {@link #everyWeeks}. */
    String anchor() default "";
}
