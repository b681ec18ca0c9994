package io.trainyard.learning.splits;

import io.trainyard.learning.Span;
import io.trainyard.learning.UnfitDataException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
 *
 * <p>Here windows are counted from the start of the data, for studies of a whole history. A training at a time of its
 * own wants them {@linkplain #asOf counted back} from then.
 */
public final class WalkForwardSplits {

    private final WalkLengths lengths;

    private WalkForwardSplits(WalkLengths lengths) {
        this.lengths = lengths;
    }

    /**
     * Training windows of one length, that move on with the test: old data are forgotten.
     *
     * @param train from the start of a training window to the test
     * @param test how long a test is
     * @throws UnfitDataException if one is not positive, or neither a {@code Period} nor a {@code Duration}
     */
    public static WalkForwardSplits rolling(TemporalAmount train, TemporalAmount test) {
        return of(train, test, false);
    }

    /**
     * Training windows that all begin at the start, and grow.
     *
     * @param train from the start to the first test
     * @param test how long a test is
     * @throws UnfitDataException if one is not positive, or neither a {@code Period} nor a {@code Duration}
     */
    public static WalkForwardSplits anchored(TemporalAmount train, TemporalAmount test) {
        return of(train, test, true);
    }

    private static WalkForwardSplits of(TemporalAmount train, TemporalAmount test, boolean anchored) {
        return new WalkForwardSplits(
                new WalkLengths(train, test, test, anchored, Duration.ZERO, Duration.ZERO, ZoneOffset.UTC));
    }

    /**
     * How far the windows move from one to the next; the length of a test unless told otherwise, so that no day is
     * tested twice.
     */
    public WalkForwardSplits step(TemporalAmount value) {
        return with(value, lengths.purge(), lengths.embargo(), lengths.zone());
    }

    /** How far a label looks ahead: no training window reaches closer to its test. None unless told otherwise. */
    public WalkForwardSplits purge(Duration value) {
        return with(lengths.step(), value, lengths.embargo(), lengths.zone());
    }

    /**
     * How much further training and test are to be apart, since neighbouring bars are alike. None unless told
     * otherwise.
     */
    public WalkForwardSplits embargo(Duration value) {
        return with(lengths.step(), lengths.purge(), value, lengths.zone());
    }

    /** The zone of the calendar by which periods are counted; UTC unless told otherwise. */
    public WalkForwardSplits zone(ZoneId value) {
        return with(lengths.step(), lengths.purge(), lengths.embargo(), value);
    }

    private WalkForwardSplits with(TemporalAmount step, Duration purge, Duration embargo, ZoneId zone) {
        return new WalkForwardSplits(
                new WalkLengths(lengths.train(), lengths.test(), step, lengths.anchored(), purge, embargo, zone));
    }

    /** The same walk as it stands at an instant: counted back from there, and blind to what comes after. */
    public Walk asOf(Instant now) {
        return new Walk(lengths, now);
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
        for (int k = 0; ; k++) {
            TemporalAmount moved = lengths.steps(k);
            Window window = lengths.window(
                    lengths.anchored() ? from : lengths.after(from, moved),
                    lengths.after(from, moved, lengths.train()),
                    lengths.after(from, moved, lengths.train(), lengths.test()));
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
        TestBlocks checked = new TestBlocks(samples, 1, lengths.embargo());
        Instant last = checked.start(samples.size() - 1);
        return folds(
                samples,
                walk(checked.start(0), window -> window.testFrom().isAfter(last)),
                lengths.embargo(),
                Instant.MAX);
    }

    /**
     * The samples of windows.
     *
     * @param known a sample whose span ends after it is in no fold
     */
    static List<Fold> folds(List<Span> samples, List<Window> windows, Duration embargo, Instant known) {
        List<Fold> folds = new ArrayList<>();
        for (Window window : windows) {
            Instant before = window.testFrom().minus(embargo);
            int[] training = IntStream.range(0, samples.size())
                    .filter(i -> window.trains(samples.get(i).start())
                            && samples.get(i).end().isBefore(before))
                    .toArray();
            int[] testing = IntStream.range(0, samples.size())
                    .filter(i -> window.tests(samples.get(i).start())
                            && !samples.get(i).end().isAfter(known))
                    .toArray();
            if (training.length > 0 && testing.length > 0) {
                folds.add(new Fold(training, testing));
            }
        }
        return List.copyOf(folds);
    }
}
