package io.trainyard.learning.splits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.learning.Span;
import io.trainyard.learning.UnfitDataException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class SplitsTest {

    /** Ten days, each sample known for two more days. */
    private static final List<Span> DAYS =
            IntStream.range(0, 10).mapToObj(d -> new Span(day(d), day(d + 2))).toList();

    @Test
    void what_reaches_into_the_test_is_purged_and_what_starts_right_after_is_embargoed() {
        List<Fold> folds = new PurgedKFold(5, Duration.ZERO).split(DAYS);
        assertThat(folds.get(2).test()).containsExactly(4, 5);
        assertThat(folds.get(2).train()).containsExactly(0, 1, 8, 9);
        assertThat(new PurgedKFold(5, Duration.ofDays(1)).split(DAYS).get(2).train())
                .containsExactly(0, 1, 9);
        assertThat(folds.get(2)).hasToString("4 to train on, 2 to test on");
    }

    @Test
    void six_blocks_by_two_make_fifteen_splits_and_five_paths() {
        // the example of section 12.4.1 of Advances in Financial Machine Learning
        CombinatorialPurgedSplits way = new CombinatorialPurgedSplits(6, 2, Duration.ZERO);
        assertThat(way.folds()).isEqualTo(15);
        int[][] paths = way.paths();
        assertThat(paths).hasDimensions(5, 6);
        assertThat(paths[0]).containsExactly(0, 0, 1, 2, 3, 4);
        int[] used = new int[15];
        for (int[] path : paths) {
            for (int block = 0; block < 6; block++) {
                assertThat(way.blocksOf(path[block])).contains(block);
                used[path[block]]++;
            }
        }
        assertThat(used).containsOnly(2);
        assertThat(way.split(DAYS)).hasSize(15);
    }

    @Test
    void months_are_those_of_the_zone() {
        List<Window> windows = WalkForwardSplits.rolling(Period.ofMonths(2), Period.ofMonths(1))
                .zone(ZoneId.of("America/New_York"))
                .purge(Duration.ofDays(3))
                .embargo(Duration.ofDays(1))
                .windows(Instant.parse("2024-01-01T05:00:00Z"), Instant.parse("2024-05-01T04:00:00Z"));
        assertThat(windows)
                .containsExactly(
                        new Window(
                                Instant.parse("2024-01-01T05:00:00Z"),
                                Instant.parse("2024-02-26T05:00:00Z"),
                                Instant.parse("2024-03-01T05:00:00Z"),
                                Instant.parse("2024-04-01T04:00:00Z")),
                        new Window(
                                Instant.parse("2024-02-01T05:00:00Z"),
                                Instant.parse("2024-03-28T04:00:00Z"),
                                Instant.parse("2024-04-01T04:00:00Z"),
                                Instant.parse("2024-05-01T04:00:00Z")));
    }

    @Test
    void an_anchored_walk_keeps_its_start_and_the_last_test_may_be_short() {
        List<Fold> folds = WalkForwardSplits.anchored(Duration.ofDays(4), Duration.ofDays(4))
                .split(DAYS);
        assertThat(folds).hasSize(2);
        assertThat(folds.get(0).train()).containsExactly(0, 1);
        assertThat(folds.get(0).test()).containsExactly(4, 5, 6, 7);
        assertThat(folds.get(1).train()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(folds.get(1).test()).containsExactly(8, 9);
    }

    @Test
    void refuses_what_cannot_be_split_and_says_what_to_do() {
        refuses(() -> new PurgedKFold(1, Duration.ZERO), "folds = 1");
        refuses(() -> new PurgedKFold(3, Duration.ofDays(-1)), "an embargo of PT-24H");
        refuses(() -> new PurgedKFold(11, Duration.ZERO).split(DAYS), "10 samples");
        refuses(() -> new PurgedKFold(2, Duration.ZERO).split(List.of(DAYS.get(1), DAYS.get(0))), "sample 1 starts");
        refuses(() -> new CombinatorialPurgedSplits(4, 4, Duration.ZERO), "4 test blocks of 4");
        refuses(() -> new Span(day(2), day(1)), "a span from");
        WalkForwardSplits walk = WalkForwardSplits.rolling(Period.ofDays(5), Period.ofDays(2));
        refuses(() -> walk.purge(Duration.ofDays(5)).windows(day(0), day(30)), "purge PT120H and embargo PT0S");
        refuses(() -> walk.step(Duration.ZERO), "step = PT0S");
        refuses(() -> walk.step(Period.ofDays(-1)), "step = P-1D");
        refuses(() -> walk.purge(Duration.ofDays(-1)), "purge = PT-24H");
        refuses(() -> walk.split(List.of()), "0 samples");
    }

    @Test
    void nobody_changes_a_fold_from_outside() {
        Fold fold = new PurgedKFold(5, Duration.ZERO).split(DAYS).get(0);
        Arrays.fill(fold.test(), 9);
        assertThat(fold.test()).containsExactly(0, 1);
    }

    private static void refuses(ThrowingCallable call, String what) {
        assertThatThrownBy(call)
                .isInstanceOf(UnfitDataException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("why:")
                .hasMessageContaining("fix:");
    }

    private static Instant day(int day) {
        return Instant.parse("2024-01-01T00:00:00Z").plus(Duration.ofDays(day));
    }
}
