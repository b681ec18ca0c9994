package io.trainyard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DayOfWeek;

/**
 * A method that trains a model, and when it does. Without a word it runs once, as soon as the strategy is deployed; with
 * dates and times on each of the dates at each of the times. Repeatable: each annotation adds occasions to the same
 * training.
 *
 * <pre>{@code
 * @Train(day = SUNDAY, at = "08:00")                                    // every Sunday
 * @Train(day = FRIDAY, nth = 3, at = "18:00")                           // the third Friday of each month
 * @Train(on = MONTH_END, offset = 2, symbol = "SPY", afterClose = 30)   // two trading days before the month's last
 * @Train(on = EVERY_DAY, every = "PT30M", between = {"18:00", "23:00"}) // every half hour in the evening
 * }</pre>
 *
 * <p><b>Dates.</b> Exactly one of {@link #day}, {@link #date}, {@link #on} and {@link #everyWeeks} says which. The dates
 * of each {@link #or} join them, those that an {@link #and} lacks go, {@link #onClosed} says what becomes of those on
 * which the market is closed, and last of all, so that nothing brings them back, the dates of each {@link #except} go.
 *
 * <p><b>Market.</b> With {@link #symbol} or {@link #market} a schedule counts by the days and hours of a market: starts
 * and ends of periods are trading days, and other dates count where the market is open.
 *
 * <p><b>Times.</b> {@link #at}, {@link #every} and the minutes before and after opens and closes add up; an instant on
 * which several agree is one run.
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

    /** The days of the week on which it runs. */
    DayOfWeek[] day() default {};

    /**
     * With one {@link #day}: only the n-th of it in each month, 1 to 5, or from the end, -1 for the last to -5. A month
     * without a fifth has no date.
     */
    int nth() default 0;

    /** Given dates, {@code yyyy-MM-dd}. */
    String[] date() default {};

    /** Dates that have a name; several: any of them. */
    Days[] on() default {};

    /**
     * With starts or ends of periods in {@link #on}: how many days further into the period, trading days where there is a
     * market; never beyond its other end. The fifth day after the start of a month is the sixth.
     */
    int offset() default 0;

    /** Every so many weeks, counted from {@link #anchor}. */
    int everyWeeks() default 0;

    /** The first date of {@link #everyWeeks}, {@code yyyy-MM-dd}. */
    String anchor() default "";

    /** Further dates. */
    Dates[] or() default {};

    /** Dates among which those of the annotation have to be, each. */
    Dates[] and() default {};

    /** Dates on which it does not run. */
    Dates[] except() default {};

    /** A symbol to which the strategy subscribes, whose market counts. */
    String symbol() default "";

    /**
     * The name of the market that counts, in place of {@link #symbol}: {@code us-equity}, {@code crypto}, {@code forex},
     * {@code cme-index}, or one of your own in {@code io/trainyard/markets}.
     */
    String market() default "";

    /** Which sessions of the market count, for its days as for its opens and closes. */
    Hours hours() default Hours.REGULAR;

    /** What becomes of dates on which the market is closed. */
    ClosedDates onClosed() default ClosedDates.SKIP;

    /**
     * Wall times, {@code HH:mm} or {@code HH:mm:ss} from {@code 00:00} to {@code 23:59:59}, or one of the words
     * {@code midnight} (at which the date begins), {@code noon} and {@code now} (the moment of deployment, where that is
     * on the date).
     */
    String[] at() default {};

    /**
     * The zone in which dates and wall times of this annotation are read, an IANA region such as {@code Asia/Tokyo};
     * default: the strategy's.
     */
    String zone() default "";

    /**
     * Again and again, an ISO 8601 duration such as {@code PT30M}, in elapsed time: up to a day counted from the start of
     * each date, or of {@link #between}; longer ones from midnight of 1970-01-01.
     */
    String every() default "";

    /** With {@link #every}: from one wall time up to and including another, on the next date if that is the earlier. */
    String[] between() default {};

    /** Minutes after the first open of the market; negative before it. */
    double[] afterOpen() default {};

    /** Minutes before the first open of the market; negative after it. */
    double[] beforeOpen() default {};

    /** Minutes after the last close of the market; negative before it. */
    double[] afterClose() default {};

    /** Minutes before the last close of the market; negative after it. */
    double[] beforeClose() default {};

    /** What becomes of a wall time that a clock change skips. */
    Gap gap() default Gap.NEXT_VALID;

    /** What becomes of a wall time that a clock change repeats. */
    Overlap overlap() default Overlap.LATER;

    /** What becomes of runs that were due while the process was down or busy. */
    Misfire misfire() default Misfire.ONCE;

    /** How late a missed run may be made up for, an ISO 8601 duration; later it is dropped, whatever {@link #misfire}. */
    String maxLateness() default "P7D";

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
