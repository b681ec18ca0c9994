package io.trainyard.learning.splits;

import io.trainyard.learning.UnfitDataException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;

/**
 * How long the stretches of a walk forward are. Lengths are {@link Period}s, counted by the calendar of the zone, or
 * {@link Duration}s.
 *
 * @param train from the start of a training window to its test
 * @param test how long a test is
 * @param step how far the windows move from one to the next
 * @param anchored whether all training windows begin at the start
 * @param purge how far a label looks ahead
 * @param embargo how much further training and test are apart
 * @param zone whose calendar counts
 */
record WalkLengths(
        TemporalAmount train,
        TemporalAmount test,
        TemporalAmount step,
        boolean anchored,
        Duration purge,
        Duration embargo,
        ZoneId zone) {

    WalkLengths {
        positive(train, "train");
        positive(test, "test");
        positive(step, "step");
        notNegative(purge, "purge");
        notNegative(embargo, "embargo");
    }

    /** Several lengths after an instant. */
    Instant after(Instant from, TemporalAmount... several) {
        Sum sum = Sum.of(several);
        return from.atZone(zone).plus(sum.days).plus(sum.hours).toInstant();
    }

    /** Several lengths before an instant. */
    Instant before(Instant end, TemporalAmount... several) {
        Sum sum = Sum.of(several);
        return end.atZone(zone).minus(sum.days).minus(sum.hours).toInstant();
    }

    /**
     * Lengths are added up before the calendar is asked: else the days that short months lack would add up, too, and a
     * boundary that two windows share would be two instants.
     */
    private record Sum(Period days, Duration hours) {

        static Sum of(TemporalAmount... several) {
            Period days = Period.ZERO;
            Duration hours = Duration.ZERO;
            for (TemporalAmount one : several) {
                if (one instanceof Period period) {
                    days = days.plus(period);
                } else {
                    hours = hours.plus((Duration) one);
                }
            }
            return new Sum(days, hours);
        }
    }

    /** The step, so many times. */
    TemporalAmount steps(int count) {
        return step instanceof Period period ? period.multipliedBy(count) : ((Duration) step).multipliedBy(count);
    }

    /**
     * A window whose training ends as much before its test as purge and embargo say.
     *
     * @throws UnfitDataException if that leaves nothing of it
     */
    Window window(Instant trainFrom, Instant testFrom, Instant testTo) {
        return new Window(trainFrom, cut(trainFrom, testFrom.minus(embargo).minus(purge)), testFrom, testTo);
    }

    /** The end of a training window, which has to come after its start. */
    Instant cut(Instant trainFrom, Instant trainTo) {
        if (!trainFrom.isBefore(trainTo)) {
            throw new UnfitDataException(
                    "purge " + purge + " and embargo " + embargo + " of a training window of " + train,
                    "they are cut off its end, and leave nothing of it.",
                    "give a longer training window.");
        }
        return trainTo;
    }

    private static void positive(TemporalAmount amount, String name) {
        boolean fits = amount instanceof Duration duration
                ? !duration.isNegative() && !duration.isZero()
                : amount instanceof Period period && !period.isNegative() && !period.isZero();
        if (!fits) {
            throw new UnfitDataException(
                    name + " = " + amount,
                    "a window has a length: a Period or a Duration above zero.",
                    name + " = Period.ofMonths(3), for instance.");
        }
    }

    private static void notNegative(Duration duration, String name) {
        if (duration.isNegative()) {
            throw new UnfitDataException(
                    name + " = " + duration, "training and test cannot overlap.", "Duration.ZERO for none.");
        }
    }
}
