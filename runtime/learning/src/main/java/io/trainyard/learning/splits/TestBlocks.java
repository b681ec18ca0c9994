package io.trainyard.learning.splits;

import io.trainyard.learning.Samples;
import io.trainyard.learning.Span;
import io.trainyard.learning.UnfitDataException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Samples in order, cut into blocks of consecutive ones, some of which are the test. Of the others, those are left to
 * train on that have no instant in common with a test sample, and do not start within the embargo after one (M. López
 * de Prado, Advances in Financial Machine Learning, 2018, snippets 7.1 and 7.2).
 */
final class TestBlocks {

    private final List<Span> samples;
    private final int blocks;
    private final Duration embargo;

    TestBlocks(List<Span> samples, int blocks, Duration embargo) {
        Samples.enough(samples.size(), "samples", blocks);
        for (int i = 1; i < samples.size(); i++) {
            if (samples.get(i).start().isBefore(samples.get(i - 1).start())) {
                throw new UnfitDataException(
                        "sample " + i + " starts at " + samples.get(i).start() + ", before sample " + (i - 1),
                        "blocks are cut out of time.",
                        "sort the samples by their start.");
            }
        }
        this.samples = samples;
        this.blocks = blocks;
        this.embargo = embargo;
    }

    static Duration checkedEmbargo(Duration embargo) {
        if (embargo.isNegative()) {
            throw new UnfitDataException(
                    "an embargo of " + embargo,
                    "it is how long after a test no training sample may start.",
                    "Duration.ZERO for none.");
        }
        return embargo;
    }

    /** When a sample starts. */
    Instant start(int sample) {
        return samples.get(sample).start();
    }

    /** With these blocks as the test. */
    Fold fold(int... testBlocks) {
        boolean[] left = new boolean[samples.size()];
        Arrays.fill(left, true);
        List<Integer> test = new ArrayList<>();
        for (int block : testBlocks) {
            purge(from(block), from(block + 1), left);
            for (int i = from(block); i < from(block + 1); i++) {
                test.add(i);
            }
        }
        return new Fold(
                IntStream.range(0, left.length).filter(i -> left[i]).toArray(),
                test.stream().mapToInt(Integer::intValue).toArray());
    }

    private void purge(int from, int to, boolean[] left) {
        Instant start = samples.get(from).start();
        Instant end = samples.get(from).end();
        for (int i = from; i < to; i++) {
            end = samples.get(i).end().isAfter(end) ? samples.get(i).end() : end;
        }
        // a sample from before the block meets it if it reaches the first start, one from after it if it starts by the
        // last end
        Span closed = new Span(start, end.plus(embargo));
        for (int i = 0; i < left.length; i++) {
            left[i] &= (i < from || i >= to) && !samples.get(i).overlaps(closed);
        }
    }

    /** Blocks differ by one sample at most, longer ones first. */
    private int from(int block) {
        int size = samples.size() / blocks;
        return block * size + Math.min(block, samples.size() % blocks);
    }
}
