package io.trainyard.learning.splits;

import io.trainyard.learning.Samples;
import io.trainyard.learning.Span;
import io.trainyard.learning.UnfitDataException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Combinatorial purged cross-validation: of n blocks of consecutive samples each choice of k is the test of one fold,
 * so that the tests of all folds make several whole backtests ("paths") instead of one (M. López de Prado, Advances in
 * Financial Machine Learning, 2018, section 12.4). Purged, and with an embargo after each block, as in
 * {@link PurgedKFold}. Immutable.
 */
public final class CombinatorialPurgedSplits {

    private final int blocks;
    private final Duration embargo;
    private final List<int[]> choices = new ArrayList<>();

    /**
     * A way to split.
     *
     * @param blocks how many blocks, 2 or more
     * @param tested how many of them are the test of a fold, 1 or more, fewer than {@code blocks}
     * @param embargo how long after the end of a test block no training sample may start; zero for no embargo
     * @throws UnfitDataException if a number is out of these bounds, or the embargo is negative
     */
    public CombinatorialPurgedSplits(int blocks, int tested, Duration embargo) {
        this.blocks = Samples.atLeast(blocks, "blocks", 2);
        this.embargo = TestBlocks.checkedEmbargo(embargo);
        if (tested < 1 || tested >= blocks) {
            throw new UnfitDataException(
                    tested + " test blocks of " + blocks,
                    "a fold tests on one block at least, and has to leave one to train on.",
                    "choose from 1 to " + (blocks - 1) + ".");
        }
        choose(new int[tested], 0, 0);
    }

    private void choose(int[] chosen, int count, int from) {
        if (count == chosen.length) {
            choices.add(chosen.clone());
            return;
        }
        for (int block = from; block < blocks; block++) {
            chosen[count] = block;
            choose(chosen, count + 1, block + 1);
        }
    }

    /** How many folds there are: n over k. */
    public int folds() {
        return choices.size();
    }

    /** The blocks that a fold tests on, ascending. */
    public int[] blocksOf(int fold) {
        return choices.get(fold).clone();
    }

    /**
     * The backtests that the tests of all folds make: each takes every block from another fold.
     *
     * @return a row for each path; in row p, column b, the fold whose predictions for block b belong to path p
     */
    public int[][] paths() {
        List<List<Integer>> testedBy = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            testedBy.add(new ArrayList<>());
        }
        for (int fold = 0; fold < choices.size(); fold++) {
            for (int block : choices.get(fold)) {
                testedBy.get(block).add(fold);
            }
        }
        int[][] paths = new int[testedBy.get(0).size()][blocks];
        for (int path = 0; path < paths.length; path++) {
            int of = path;
            Arrays.setAll(paths[path], block -> testedBy.get(block).get(of));
        }
        return paths;
    }

    /**
     * Splits samples, in the order of {@link #blocksOf}.
     *
     * @param samples in the order of their starts
     * @throws UnfitDataException if there are fewer samples than blocks, or they are not in order
     */
    public List<Fold> split(List<Span> samples) {
        TestBlocks all = new TestBlocks(samples, blocks, embargo);
        return choices.stream().map(all::fold).toList();
    }
}
