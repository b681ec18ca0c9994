package io.trainyard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DayOfWeek;

/**
 * A method that trains a model, and when it does. Without {@link #day} and {@link #at} it runs once, as soon as the
 * strategy is deployed; with them on each of the given days of the week at that wall time in the strategy's zone.
 * Repeatable: each annotation adds occasions to the same training.
 *
 * <p>A method that returns a value fills the one {@link Stored} field of its type, or the one named by
 * {@link #stores}. The host puts the value in place between two events. A method that returns nothing writes its fields
 * itself; the model counts as not ready from the start of the run to its successful end.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(Train.List.class)
public @interface Train {

    /** The days of the week on which it runs; empty together with an empty {@link #at}: once, at deployment. */
    DayOfWeek[] day() default {};

    /**
     * The wall time in the strategy's zone, {@code HH:mm} or {@code HH:mm:ss} from {@code 00:00} to {@code 23:59:59}. One
     * that a clock change skips becomes the first instant after the gap, one that it repeats the later of the two.
     */
    String at() default "";

    /** The key of the {@link Stored} field that the training fills, where its type alone does not tell. */
    String stores() default "";

    /**
     * How long one run may take, an ISO 8601 duration such as {@code PT20M}; empty: 10 minutes. A run reserves as much of
     * the {@linkplain Strategy#tier tier's} training budget before it starts, and gives back what it did not use. Of the
     * annotations of a method one says it, or all the same.
     */
    String limit() default "";

    /** Holds repeated {@link Train} annotations; written by the compiler. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.METHOD)
    @interface List {
        /** The annotations, in the order of the source. */
        Train[] value();
    }
}
