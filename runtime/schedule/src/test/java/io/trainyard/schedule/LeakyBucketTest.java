package io.trainyard.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Tier;
import io.trainyard.schedule.LeakyBucket.Verdict;
import io.trainyard.schedule.LeakyBucket.Verdict.Deferred;
import io.trainyard.schedule.LeakyBucket.Verdict.Denied;
import io.trainyard.schedule.LeakyBucket.Verdict.Granted;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeakyBucketTest {

    private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

    /** Rows of LEAN's table that are not in this one. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "LB-19", "nobody waits in pour, so there is no time-out of waiting: it says when there is room",
            "LB-26", "a bucket that cannot be: refuses_a_capacity_leak_or_interval_out_of_range",
            "LB-27", "no bucket at all: every strategy has a tier",
            "LB-28", "as LB-19, for how long a wait sleeps");

    static Stream<CaseTable.Row> table() {
        return CaseTable.rows("leaky-bucket");
    }

    @ParameterizedTest
    @MethodSource("table")
    void follows_the_table(CaseTable.Row row) {
        LeakyBucket bucket = LeakyBucket.empty(
                minutes(row.get("capacity")), minutes(row.get("leak")), Duration.parse(row.get("interval")), START);
        for (String step : row.get("steps").split(",", -1)) {
            Instant now = START.plus(minutes(step.substring(0, step.indexOf(':'))));
            String action = step.substring(step.indexOf(':') + 1, step.indexOf('='));
            String expected = step.substring(step.indexOf('=') + 1);
            if (action.equals("room")) {
                assertThat(bucket.room(now)).as(step).isEqualTo(minutes(expected));
                continue;
            }
            Duration cost = minutes(action.substring("pour ".length()));
            if (expected.equals("invalid")) {
                LeakyBucket unchanged = bucket;
                assertThatThrownBy(() -> unchanged.pour(cost, now)).isInstanceOf(IllegalArgumentException.class);
                continue;
            }
            Verdict verdict = bucket.pour(cost, now);
            assertThat(verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                    .as(step)
                    .isEqualTo(expected);
            if (verdict instanceof Granted granted) {
                bucket = granted.bucket();
            }
        }
    }

    @Test
    void every_row_of_leans_table_is_in_this_one_or_elsewhere_for_a_reason() {
        assertThat(Stream.concat(table().map(CaseTable.Row::id), ELSEWHERE.keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 28)
                        .mapToObj(row -> String.format(Locale.ROOT, "LB-%02d", row))
                        .toList());
    }

    @Test
    void holds_what_the_tier_says() {
        LeakyBucket bucket = LeakyBucket.of(Tier.MB_512, START);
        assertThat(bucket.capacity()).isEqualTo(Duration.ofMinutes(30));
        LeakyBucket full = ((Granted) bucket.pour(Duration.ofMinutes(30), START)).bucket();
        assertThat(full.room(START.plus(Duration.ofDays(1)))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void refuses_a_capacity_leak_or_interval_out_of_range() {
        Duration minute = Duration.ofMinutes(1);
        assertThatThrownBy(() -> LeakyBucket.empty(Duration.ofMinutes(-5), minute, minute, START))
                .hasMessageContaining("capacity");
        assertThatThrownBy(() -> LeakyBucket.empty(Duration.ZERO, minute, minute, START))
                .hasMessageContaining("capacity");
        assertThatThrownBy(() -> LeakyBucket.empty(minute, Duration.ofMinutes(-1), minute, START))
                .hasMessageContaining("leak");
        assertThatThrownBy(() -> LeakyBucket.empty(minute, minute, Duration.ZERO, START))
                .hasMessageContaining("interval");
    }

    @Test
    void gives_back_what_a_run_did_not_use() {
        LeakyBucket bucket = LeakyBucket.of(Tier.MB_512, START);
        bucket = ((Granted) bucket.pour(Duration.ofMinutes(20), START)).bucket();
        bucket = bucket.settle(Duration.ofMinutes(20), Duration.ofMinutes(4), START);
        assertThat(bucket.level(START)).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void has_no_room_while_it_is_overdrawn() {
        LeakyBucket bucket = LeakyBucket.of(Tier.MB_512, START);
        bucket = ((Granted) bucket.pour(Duration.ofMinutes(30), START)).bucket();
        bucket = bucket.settle(Duration.ofMinutes(30), Duration.ofMinutes(45), START);
        assertThat(bucket.level(START)).isEqualTo(Duration.ofMinutes(45));
        assertThat(bucket.room(START)).isEqualTo(Duration.ZERO);
        assertThat(bucket.pour(Duration.ofMinutes(1), START))
                .isEqualTo(new Deferred(START.plus(Duration.ofDays(3)).plus(Duration.ofMinutes(288))));
    }

    @Test
    void denies_what_would_fit_only_after_the_end_of_time() {
        LeakyBucket bucket =
                LeakyBucket.empty(Duration.ofDays(365), Duration.ofNanos(1), Duration.ofDays(3_650_000), START);
        bucket = ((Granted) bucket.pour(Duration.ofDays(365), START)).bucket();
        assertThat(bucket.pour(Duration.ofDays(365), START)).isInstanceOf(Denied.class);
    }

    private static Duration minutes(String text) {
        return text.startsWith("P") ? Duration.parse(text) : Duration.ofMinutes(Long.parseLong(text));
    }
}
