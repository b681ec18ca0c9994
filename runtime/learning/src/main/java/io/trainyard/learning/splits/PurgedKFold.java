package io.trainyard.learning.splits;

import io.trainyard.learning.Samples;
import io.trainyard.learning.Span;
import io.trainyard.learning.UnfitDataException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * K-fold cross-validation without leaks: each fold tests on one of k blocks of consecutive samples, and trains on all
 * samples of the others whose spans neither overlap with the block's nor start within the embargo after it (M. López de
 * Prado, Advances in Financial Machine Learning, 2018, section 7.4). Immutable.
 */
public final class PurgedKFold {

    private final int folds;
    private final Duration embargo;

    /**
     * A way to split.
     *
     * @param folds how many, 2 or more
     * @param embargo how long after the end of a test no training sample may start; zero for no embargo
     * @throws UnfitDataException if there are fewer than 2 folds, or the embargo is negative
     */
    public PurgedKFold(int folds, Duration embargo) {
        this.folds = Samples.atLeast(folds, "folds", 2);
        this.embargo = TestBlocks.checkedEmbargo(embargo);
    }

    /**
     * Splits samples; each of them is in the test of exactly one fold.
     *
     * @param samples in the order of their starts
     * @throws UnfitDataException if there are fewer samples than folds, or they are not in order
     */
    public List<Fold> split(List<Span> samples) {
        TestBlocks blocks = new TestBlocks(samples, folds, embargo);
        return IntStream.range(0, folds).mapToObj(blocks::fold).toList();
    }
}
