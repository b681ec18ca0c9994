package io.trainyard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.schedule.LeakyBucket.Verdict;
import io.trainyard.schedule.LeakyBucket.Verdict.Deferred;
import io.trainyard.schedule.LeakyBucket.Verdict.Granted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class LeakyBucketLawsTest {

    private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

    /** One pour: how long after the one before, and how much. */
    record Pour(Duration pause, Duration cost) {}

    @Property
    void looking_in_between_changes_nothing(
            @ForAll("buckets") LeakyBucket bucket, @ForAll("spans") Duration first, @ForAll("spans") Duration second) {
        Instant between = START.plus(first);
        Instant end = between.plus(second);
        assertThat(bucket.at(between).at(end)).isEqualTo(bucket.at(end));
        assertThat(bucket.at(between).level(end)).isEqualTo(bucket.level(end));
    }

    @Property
    void the_past_counts_as_the_last_change(@ForAll("buckets") LeakyBucket bucket, @ForAll("spans") Duration ago) {
        assertThat(bucket.at(START.minus(ago))).isEqualTo(bucket);
        assertThat(bucket.level(START.minus(ago))).isEqualTo(bucket.level(START));
    }

    @Property
    void exactly_the_room_fits(@ForAll("buckets") LeakyBucket bucket, @ForAll("spans") Duration later) {
        Instant now = START.plus(later);
        Duration room = bucket.room(now);
        if (!room.isZero()) {
            assertThat(bucket.pour(room, now)).isInstanceOf(Granted.class);
        }
        assertThat(bucket.pour(room.plusNanos(1), now)).isNotInstanceOf(Granted.class);
    }

    @Property
    void the_deferred_instant_is_the_first_that_fits(
            @ForAll("buckets") LeakyBucket bucket, @ForAll("spans") Duration cost) {
        Verdict verdict = bucket.pour(cost, START);
        if (verdict instanceof Deferred deferred) {
            assertThat(deferred.until()).isAfter(START);
            assertThat(bucket.pour(cost, deferred.until())).isInstanceOf(Granted.class);
            assertThat(bucket.pour(cost, deferred.until().minusNanos(1))).isInstanceOf(Deferred.class);
        }
    }

    @Property
    void nothing_is_lost_and_nothing_appears(@ForAll("buckets") LeakyBucket bucket, @ForAll("spans") Duration cost) {
        if (bucket.pour(cost, START) instanceof Granted granted) {
            assertThat(granted.bucket().level(START))
                    .isEqualTo(bucket.level(START).plus(cost));
            assertThat(granted.bucket().settle(cost, Duration.ZERO, START)).isEqualTo(bucket);
            assertThat(granted.bucket().settle(cost, cost, START)).isEqualTo(granted.bucket());
        }
    }

    @Property(tries = 300)
    void what_is_granted_never_exceeds_capacity_plus_leak(
            @ForAll("emptyBuckets") LeakyBucket empty, @ForAll @Size(max = 30) List<@From("pours") Pour> pours) {
        LeakyBucket bucket = empty;
        Instant now = START;
        Duration granted = Duration.ZERO;
        for (Pour pour : pours) {
            now = now.plus(pour.pause());
            if (bucket.pour(pour.cost(), now) instanceof Granted yes) {
                bucket = yes.bucket();
                granted = granted.plus(pour.cost());
            }
            assertThat(bucket.level(now)).isBetween(Duration.ZERO, bucket.capacity());
        }
        // the leak of the buckets here is a tenth of the time
        Duration leaked = Duration.between(START, now).dividedBy(10);
        assertThat(granted).isLessThanOrEqualTo(bucket.capacity().plus(leaked).plusNanos(1));
    }

    @Provide
    Arbitrary<Duration> spans() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 1_000).map(Duration::ofNanos),
                Arbitraries.longs().between(0, 100_000).map(Duration::ofMinutes),
                Arbitraries.longs().between(0, 1_000_000_000_000_000L).map(Duration::ofNanos));
    }

    @Provide
    Arbitrary<LeakyBucket> emptyBuckets() {
        return Arbitraries.longs()
                .between(1, 10_000)
                .map(capacity -> LeakyBucket.empty(
                        Duration.ofMinutes(capacity), Duration.ofSeconds(1), Duration.ofSeconds(10), START));
    }

    @Provide
    Arbitrary<Pour> pours() {
        return Combinators.combine(spans(), spans()).as(Pour::new);
    }

    @Provide
    Arbitrary<LeakyBucket> buckets() {
        Arbitrary<Long> positive = Arbitraries.longs().between(1, 10_000_000_000L);
        return Combinators.combine(
                        positive, positive, positive, Arbitraries.longs().between(0, 10_000_000_000L))
                .as((capacity, leak, interval, used) -> LeakyBucket.empty(
                                Duration.ofNanos(capacity), Duration.ofNanos(leak), Duration.ofNanos(interval), START)
                        .settle(Duration.ZERO, Duration.ofNanos(used), START));
    }
}
