package io.trainyard.learning.splits;

import io.trainyard.learning.Span;
import io.trainyard.learning.UnfitDataException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Walk-forward windows: train on a stretch of time, test on the one right after it, step on (R. Pardo, The Evaluation
 * and Optimization of Trading Strategies, 2008, chapter 11), with the end of each training window cut off as far as
 * labels could reach into the test. Lengths are {@link Period}s (calendar days, months and years in the zone) or
 * {@link Duration}s. Immutable: each setting gives a new one.
 *
 * <pre>{@code
 * from                                testFrom            testTo
 *  |------------ train ------------|  p  |  e  |----- test -----|
 *        |------------ train ------------|  p  |  e  |----- test -----|        one step on
 * }</pre>
 */
public final class WalkForward {

    private final TemporalAmount train;
    private final TemporalAmount test;
    private final TemporalAmount step;
    private final boolean anchored;
    private final Duration purge;
    private final Duration embargo;
    private final ZoneId zone;

    private WalkForward(
            TemporalAmount train,
            TemporalAmount test,
            TemporalAmount step,
            boolean anchored,
            Duration purge,
            Duration embargo,
            ZoneId zone) {
        this.train = train;
        this.test = test;
        this.step = step;
        this.anchored = anchored;
        this.purge = purge;
        this.embargo = embargo;
        this.zone = zone;
    }

    /**
     * Training windows of one length, that move on with the test: old data are forgotten.
     *
     * @param train from the start of a training window to the test
     * @param test how long a test is
     * @throws UnfitDataException if one is not positive, or neither a {@code Period} nor a {@code Duration}
     */
    public static WalkForward rolling(TemporalAmount train, TemporalAmount test) {
        return new WalkForward(
                positive(train, "train"),
                positive(test, "test"),
                test,
                false,
                Duration.ZERO,
                Duration.ZERO,
                ZoneOffset.UTC);
    }

    /**
     * Training windows that all begin at the start, and grow.
     *
     * @param train from the start to the first test
     * @param test how long a test is
     * @throws UnfitDataException if one is not positive, or neither a {@code Period} nor a {@code Duration}
     */
    public static WalkForward anchored(TemporalAmount train, TemporalAmount test) {
        WalkForward rolling = rolling(train, test);
        return new WalkForward(train, test, test, true, rolling.purge, rolling.embargo, rolling.zone);
    }

    /**
     * How far the windows move from one to the next; the length of a test unless told otherwise, so that no day is
     * tested twice.
     */
    public WalkForward step(TemporalAmount value) {
        return new WalkForward(train, test, positive(value, "step"), anchored, purge, embargo, zone);
    }

    /** How far a label looks ahead: no training window reaches closer to its test. None unless told otherwise. */
    public WalkForward purge(Duration value) {
        return new WalkForward(train, test, step, anchored, notNegative(value, "purge"), embargo, zone);
    }

    /**
     * How much further training and test are to be apart, since neighbouring bars are alike. None unless told
     * otherwise.
     */
    public WalkForward embargo(Duration value) {
        return new WalkForward(train, test, step, anchored, purge, notNegative(value, "embargo"), zone);
    }

    /** The zone of the calendar by which periods are counted; UTC unless told otherwise. */
    public WalkForward zone(ZoneId value) {
        return new WalkForward(train, test, step, anchored, purge, embargo, value);
    }

    /**
     * All windows whose tests are over by the end, oldest first.
     *
     * @param from where the first training window starts
     * @param to where the data end, exclusive
     * @throws UnfitDataException if purge and embargo leave nothing of a training window
     */
    public List<Window> windows(Instant from, Instant to) {
        return walk(from, window -> window.testTo().isAfter(to));
    }

    private List<Window> walk(Instant from, Predicate<Window> beyond) {
        List<Window> windows = new ArrayList<>();
        ZonedDateTime start = from.atZone(zone);
        for (int k = 0; ; k++) {
            ZonedDateTime moved = start.plus(times(step, k));
            Instant trainFrom = anchored ? from : moved.toInstant();
            ZonedDateTime testFrom = start.plus(train).plus(times(step, k));
            Instant trainTo = testFrom.toInstant().minus(embargo).minus(purge);
            if (!trainFrom.isBefore(trainTo)) {
                throw new UnfitDataException(
                        "purge " + purge + " and embargo " + embargo + " of a training window of " + train,
                        "they are cut off its end, and leave nothing of it.",
                        "give a longer training window.");
            }
            Window window = new Window(
                    trainFrom,
                    trainTo,
                    testFrom.toInstant(),
                    testFrom.plus(test).toInstant());
            if (beyond.test(window)) {
                return List.copyOf(windows);
            }
            windows.add(window);
        }
    }

    /**
     * Splits samples by the windows from the first start to the last: those that start in the test, and those that
     * start in the training window and whose spans end before the test by more than the embargo. The last test may be a
     * short one. Windows without a sample to train or to test on are left out.
     *
     * @param samples in the order of their starts
     * @throws UnfitDataException if there is no sample, they are not in order, or purge and embargo leave nothing to
     *     train on
     */
    public List<Fold> split(List<Span> samples) {
        TestBlocks checked = new TestBlocks(samples, 1, embargo);
        Instant from = checked.start(0);
        Instant last = checked.start(samples.size() - 1);
        List<Fold> folds = new ArrayList<>();
        for (Window window : walk(from, window -> window.testFrom().isAfter(last))) {
            Instant known = window.testFrom().minus(embargo);
            int[] training = IntStream.range(0, samples.size())
                    .filter(i -> window.trains(samples.get(i).start())
                            && samples.get(i).end().isBefore(known))
                    .toArray();
            int[] testing = IntStream.range(0, samples.size())
                    .filter(i -> window.tests(samples.get(i).start()))
                    .toArray();
            if (training.length > 0 && testing.length > 0) {
                folds.add(new Fold(training, testing));
            }
        }
        return List.copyOf(folds);
    }

    private static TemporalAmount times(TemporalAmount amount, int k) {
        return amount instanceof Period period ? period.multipliedBy(k) : ((Duration) amount).multipliedBy(k);
    }

    private static TemporalAmount positive(TemporalAmount amount, String name) {
        boolean fits = amount instanceof Duration duration
                ? !duration.isNegative() && !duration.isZero()
                : amount instanceof Period period && !period.isNegative() && !period.isZero();
        if (!fits) {
            throw new UnfitDataException(
                    name + " = " + amount,
                    "a window has a length: a Period or a Duration above zero.",
                    name + " = Period.ofMonths(3), for instance.");
        }
        return amount;
    }

    private static Duration notNegative(Duration duration, String name) {
        if (duration.isNegative()) {
            throw new UnfitDataException(
                    name + " = " + duration, "training and test cannot overlap.", "Duration.ZERO for none.");
        }
        return duration;
    }
}
