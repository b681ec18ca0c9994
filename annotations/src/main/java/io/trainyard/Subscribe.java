package io.trainyard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Bars that the strategy wants to see: one symbol at one resolution. Stands beside {@link Strategy}, repeatable. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Subscribe.List.class)
public @interface Subscribe {

    /** The ticker, for example {@code SPY}: letters, digits, dot, hyphen, slash, caret and underscore. */
    String symbol();

    /** The length of one bar. */
    Resolution resolution();

    /**
     * The name of the market on which it trades: {@code us-equity}, {@code crypto}, {@code forex}, {@code cme-index}, or one
     * of your own in {@code io/trainyard/markets}. Schedules count by its days and hours where they name the symbol.
     */
    String market() default "us-equity";

    /** Holds repeated {@link Subscribe} annotations; written by the compiler. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        /** The subscriptions, in the order of the source. */
        Subscribe[] value();
    }
}
