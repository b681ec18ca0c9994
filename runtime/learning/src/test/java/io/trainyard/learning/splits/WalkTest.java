package io.trainyard.learning.splits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.learning.Span;
import io.trainyard.learning.UnfitDataException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WalkTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void tests_are_counted_back_from_the_latest_instant_whose_labels_are_known() {
        Walk walk = WalkForwardSplits.rolling(Period.ofMonths(2), Period.ofMonths(1))
                .purge(Duration.ofDays(10))
                .embargo(Duration.ofDays(1))
                .zone(NEW_YORK)
                .asOf(Instant.parse("2024-05-11T04:00:00Z"));
        assertThat(walk.windows(Instant.parse("2024-01-01T05:00:00Z")))
                .containsExactly(
                        window(
                                "2024-01-01T05:00:00Z",
                                "2024-02-19T05:00:00Z",
                                "2024-03-01T05:00:00Z",
                                "2024-04-01T04:00:00Z"),
                        window(
                                "2024-02-01T05:00:00Z",
                                "2024-03-21T04:00:00Z",
                                "2024-04-01T04:00:00Z",
                                "2024-05-01T04:00:00Z"));
        assertThat(walk.windows(Instant.parse("2024-01-01T05:00:01Z"))).hasSize(1);
        assertThat(walk.windows(Instant.parse("2024-03-01T05:00:01Z"))).isEmpty();
    }

    @Test
    void the_latest_window_ends_the_purge_before_now_and_serves_as_long_as_a_test() {
        WalkForwardSplits splits = WalkForwardSplits.rolling(Period.ofMonths(2), Period.ofMonths(1))
                .purge(Duration.ofDays(10))
                .embargo(Duration.ofDays(1));
        Instant now = Instant.parse("2024-05-11T00:00:00Z");
        assertThat(splits.asOf(now).latest(Instant.EPOCH))
                .isEqualTo(window(
                        "2024-03-11T00:00:00Z",
                        "2024-05-01T00:00:00Z",
                        "2024-05-11T00:00:00Z",
                        "2024-06-11T00:00:00Z"));
        assertThat(splits.asOf(now).asOf()).isEqualTo(now);
    }

    @Test
    void an_anchored_walk_begins_all_its_windows_at_the_start_of_the_data() {
        Walk walk = WalkForwardSplits.anchored(Duration.ofDays(4), Duration.ofDays(2))
                .asOf(day(9));
        assertThat(walk.windows(day(0)))
                .containsExactly(
                        new Window(day(0), day(5), day(5), day(7)), new Window(day(0), day(7), day(7), day(9)));
        assertThat(walk.latest(day(0))).isEqualTo(new Window(day(0), day(9), day(9), day(11)));
    }

    @Test
    void months_of_different_lengths_leave_no_day_out_and_test_none_twice() {
        List<Window> windows = WalkForwardSplits.rolling(Period.ofMonths(3), Period.ofMonths(1))
                .asOf(Instant.parse("2024-05-31T00:00:00Z"))
                .windows(Instant.parse("2023-01-01T00:00:00Z"));
        assertThat(windows).extracting(Window::testFrom).contains(Instant.parse("2024-02-29T00:00:00Z"));
        for (int k = 1; k < windows.size(); k++) {
            assertThat(windows.get(k).testFrom()).isEqualTo(windows.get(k - 1).testTo());
        }
        List<Window> forward = WalkForwardSplits.rolling(Period.ofMonths(3), Period.ofMonths(1))
                .windows(Instant.parse("2023-01-31T00:00:00Z"), Instant.parse("2024-05-31T00:00:00Z"));
        for (int k = 1; k < forward.size(); k++) {
            assertThat(forward.get(k).testFrom()).isEqualTo(forward.get(k - 1).testTo());
        }
    }

    @Test
    void nothing_is_trained_or_tested_on_whose_outcome_could_still_be_open() {
        // a sample a day, each known two days later, but the one of day 6 already on the same day
        List<Span> samples = IntStream.range(0, 12)
                .mapToObj(d -> new Span(day(d), day(d == 6 ? d : d + 2)))
                .toList();
        Walk walk = WalkForwardSplits.rolling(Duration.ofDays(3), Duration.ofDays(1))
                .purge(Duration.ofDays(2))
                .asOf(day(8).minusSeconds(1));
        assertThat(walk.latest(samples)).containsExactly(5);
        List<Fold> folds = walk.folds(samples);
        Fold last = folds.get(folds.size() - 1);
        assertThat(last.test()).containsExactly(5);
        assertThat(last.train()).containsExactly(2);
    }

    @Test
    void a_sample_that_looks_ahead_further_than_the_purge_is_used_where_its_label_is_known() {
        List<Span> samples = List.of(
                new Span(day(0), day(1)),
                new Span(day(1), day(30)),
                new Span(day(2), day(3)),
                new Span(day(3), day(30)));
        Walk walk = WalkForwardSplits.rolling(Duration.ofDays(2), Duration.ofDays(2))
                .asOf(day(4));
        assertThat(walk.folds(samples)).singleElement().satisfies(fold -> {
            assertThat(fold.train()).containsExactly(0);
            assertThat(fold.test()).containsExactly(2);
        });
        assertThat(walk.latest(samples)).containsExactly(2);
    }

    @Test
    void a_history_too_short_for_a_test_has_no_folds_and_one_without_labels_nothing_to_train_on() {
        Walk walk =
                WalkForwardSplits.rolling(Period.ofYears(2), Period.ofMonths(3)).asOf(day(10));
        assertThat(walk.folds(List.of(new Span(day(0), day(1))))).isEmpty();
        assertThat(walk.latest(List.of(new Span(day(0), day(1))))).containsExactly(0);
        assertThatThrownBy(() -> walk.latest(List.of(new Span(day(9), day(11)))))
                .isInstanceOf(UnfitDataException.class)
                .hasMessageContaining("no sample from 2022-01-11T00:00:00Z to 2024-01-11T00:00:00Z has a label by")
                .hasMessageContaining("fix:");
        Walk purged = WalkForwardSplits.rolling(Period.ofDays(5), Period.ofDays(2))
                .purge(Duration.ofDays(5))
                .asOf(day(10));
        assertThatThrownBy(() -> purged.latest(day(0)))
                .isInstanceOf(UnfitDataException.class)
                .hasMessageContaining("purge PT120H and embargo PT0S of a training window of P5D");
    }

    private static Window window(String trainFrom, String trainTo, String testFrom, String testTo) {
        return new Window(
                Instant.parse(trainFrom), Instant.parse(trainTo), Instant.parse(testFrom), Instant.parse(testTo));
    }

    private static Instant day(int day) {
        return Instant.parse("2024-01-01T00:00:00Z").plus(Duration.ofDays(day));
    }
}
