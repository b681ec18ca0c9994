package io.trainyard.learning.splits;

import io.trainyard.learning.Span;
import io.trainyard.learning.UnfitDataException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A walk forward as it stands at an instant: the tests that are over by then, counted back from there, and the training
 * window of the model that serves from then on. A {@code @Train} method with {@code @WalkForward} takes one, as of the
 * market time that its run sees. Immutable.
 *
 * <pre>{@code
 *                                                       now - purge   now
 *      |------- train -------|  p  |  e  |----- test -----|            |
 *          |------------------------ latest ------------------------|  p  |
 * }</pre>
 *
 * <p>Labels of samples that start within the purge before now need not be known yet. Nothing is trained or tested on
 * those: of them only the ones would be known whose outcome came early, a choice by outcome. A sample whose label is not
 * known by now is used nowhere, however far it looks ahead.
 */
public final class Walk {

    private final WalkLengths lengths;
    private final Instant now;

    Walk(WalkLengths lengths, Instant now) {
        this.lengths = lengths;
        this.now = now;
    }

    /** The instant as of which it stands. */
    public Instant asOf() {
        return now;
    }

    /**
     * All windows whose training starts in the data and whose tests are over, oldest first. The last test ends the
     * purge before now, each other one a step before the next. Empty where the data are too short for one.
     *
     * @param from where the data start
     * @throws UnfitDataException if purge and embargo leave nothing of a training window
     */
    public List<Window> windows(Instant from) {
        Instant known = now.minus(lengths.purge());
        List<Window> windows = new ArrayList<>();
        for (int k = 0; ; k++) {
            TemporalAmount moved = lengths.steps(k);
            Instant trainFrom = lengths.before(known, moved, lengths.test(), lengths.train());
            if (trainFrom.isBefore(from)) {
                Collections.reverse(windows);
                return List.copyOf(windows);
            }
            windows.add(lengths.window(
                    lengths.anchored() ? from : trainFrom,
                    lengths.before(known, moved, lengths.test()),
                    lengths.before(known, moved)));
        }
    }

    /**
     * Samples to train and to test on, by {@link #windows} from the first start on. Training samples have their labels
     * before the test by more than the embargo, test samples by now. Windows without a sample to train or to test on are
     * left out; empty where the samples are too few for one.
     *
     * @param samples in the order of their starts
     * @throws UnfitDataException if there is no sample, they are not in order, or purge and embargo leave nothing to
     *     train on
     */
    public List<Fold> folds(List<Span> samples) {
        Instant from = new TestBlocks(samples, 1, Duration.ZERO).start(0);
        return WalkForwardSplits.folds(samples, windows(from), lengths.embargo(), now);
    }

    /**
     * The window of the model that serves from now on: trained until the purge before now, on as much as those of
     * {@link #windows} or, anchored, from the start; its test is yet to come.
     *
     * @param from where the data start
     * @throws UnfitDataException if the purge leaves nothing of the training window
     */
    public Window latest(Instant from) {
        Instant trainFrom = lengths.anchored() ? from : lengths.before(now, lengths.train());
        Instant testTo = lengths.after(now, lengths.test());
        return new Window(trainFrom, lengths.cut(trainFrom, now.minus(lengths.purge())), now, testTo);
    }

    /**
     * The samples to train the model on that serves from now on: those of the {@linkplain #latest(Instant) latest window}
     * whose labels are known by now.
     *
     * @param samples in the order of their starts
     * @throws UnfitDataException if there is none, they are not in order, or the purge leaves nothing of the training
     *     window
     */
    public int[] latest(List<Span> samples) {
        Window window = latest(new TestBlocks(samples, 1, Duration.ZERO).start(0));
        int[] training = IntStream.range(0, samples.size())
                .filter(i -> window.trains(samples.get(i).start())
                        && !samples.get(i).end().isAfter(now))
                .toArray();
        if (training.length == 0) {
            throw new UnfitDataException(
                    "no sample from " + window.trainFrom() + " to " + window.trainTo() + " has a label by " + now,
                    "a model is trained on samples of its window whose outcome is known.",
                    "ask for a longer history, or for events that are less rare.");
        }
        return training;
    }
}
