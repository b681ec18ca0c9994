package io.trainyard.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.schedule.LeakyBucket.Verdict;
import io.trainyard.training.TrainingBudget.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The budget of the smallest tier: half an hour, of which five minutes come back in a day. */
@Timeout(60)
final class TrainingBudgetTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final TrainingQuota QUOTA =
            new TrainingQuota(Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofDays(1));

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    @Test
    void forecasts_now_what_fits_later_what_does_not_yet_and_nothing_for_what_never_will() {
        TrainingBudget budget = new TrainingBudget(QUOTA, START, minutes(25));

        assertThat(budget.forecast(minutes(5), START)).contains(START);
        assertThat(budget.forecast(minutes(10), START)).contains(START.plus(Duration.ofDays(1)));
        assertThat(budget.forecast(minutes(30), START)).contains(START.plus(Duration.ofDays(5)));
        assertThat(budget.forecast(minutes(31), START)).isEmpty();
    }

    @Test
    void a_forecast_is_the_first_instant_at_which_a_reservation_is_granted_and_changes_nothing() {
        TrainingBudget budget = new TrainingBudget(QUOTA, START, minutes(25));
        Instant fits = budget.forecast(minutes(7), START).orElseThrow();

        assertThat(fits).isAfter(START);
        assertThat(budget.history()).isEmpty();
        assertThat(budget.level(START)).isEqualTo(minutes(25));
        assertThat(budget.reserve(minutes(7), fits.minusNanos(1))).isEqualTo(new Verdict.Deferred(fits));
        assertThat(budget.forecast(minutes(7), fits)).contains(fits);
        assertThat(budget.reserve(minutes(7), fits)).isInstanceOf(Verdict.Granted.class);
        assertThat(budget.level(fits)).isEqualTo(minutes(30));
        assertThat(budget.room(fits)).isZero();
    }

    @Test
    void its_history_tells_what_was_reserved_charged_and_refused_and_what_was_in_use_after_it() {
        TrainingBudget budget = new TrainingBudget(QUOTA, START);
        budget.reserve(minutes(20), START);
        budget.reserve(minutes(20), START);
        budget.settle(minutes(20), minutes(3), START);

        assertThat(budget.history())
                .containsExactly(
                        new Change(START, Change.Kind.RESERVED, minutes(20), minutes(20)),
                        new Change(START, Change.Kind.REFUSED, minutes(20), minutes(20)),
                        new Change(START, Change.Kind.CHARGED, minutes(3), minutes(3)));
    }

    @Test
    void many_threads_never_use_more_than_there_is_and_leave_nothing_behind() throws InterruptedException {
        TrainingBudget budget =
                new TrainingBudget(new TrainingQuota(minutes(30), Duration.ZERO, Duration.ofDays(1)), START);
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong granted = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                for (int round = 0; round < 2_000; round++) {
                    if (budget.reserve(minutes(7), START) instanceof Verdict.Granted) {
                        granted.incrementAndGet();
                        over.compareAndSet(false, budget.level(START).compareTo(minutes(28)) > 0);
                        budget.settle(minutes(7), Duration.ZERO, START);
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(over).isFalse();
        assertThat(granted.get()).isPositive();
        assertThat(budget.level(START)).isZero();
    }
}
