package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.NEW_YORK;
import static io.trainyard.host.DeclaredByHand.weekdays;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Plan;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import io.trainyard.training.Outcome;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingQuota;
import io.trainyard.training.TrainingRun;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Predicate;

/** A backtest of eight days, six of them with a bar: those of LEAN's example of training, 2013-10-07 to 2013-10-14. */
final class OneWeek {

    static final LocalDate FIRST = LocalDate.parse("2013-10-07");
    static final LocalDate LAST = LocalDate.parse("2013-10-14");
    static final Instant START = FIRST.atStartOfDay(NEW_YORK).toInstant();
    static final int SLICES = 6;

    private OneWeek() {}

    static Schedule daily(int hour, int minute) {
        return Schedule.of(DateRule.every(DayOfWeek.values()), TimeRule.at(LocalTime.of(hour, minute)), NEW_YORK);
    }

    /** A budget of which so much comes back in a day. */
    static TrainingBudget budget(Duration capacity, Duration leak) {
        return new TrainingBudget(new TrainingQuota(capacity, leak, Duration.ofDays(1)), START);
    }

    static TrainingBudget budget(int minutes) {
        return budget(Duration.ofMinutes(minutes), Duration.ZERO);
    }

    static BacktestResult run(DeclaredByHand strategy) {
        return run(strategy, budget(Duration.ofMinutes(30), Duration.ofMinutes(5)));
    }

    static BacktestResult run(DeclaredByHand strategy, TrainingBudget budget) {
        return of(strategy).budget(budget).run();
    }

    static Backtest of(DeclaredByHand strategy) {
        return new Backtest(strategy)
                .bars(weekdays("2013-09-02", "2013-10-31"))
                .from(FIRST)
                .to(LAST);
    }

    /** Live, with a feed to be pushed to and a store in memory. */
    static Live live(DeclaredByHand strategy, PushedFeed feed) {
        return new Live(strategy).feed(feed).store(new MemoryStore(Quota.of(Plan.FREE)));
    }

    static List<String> dues(BacktestResult result) {
        return result.trainings().stream()
                .map(run -> run.due().atZone(NEW_YORK).toLocalDateTime().toString())
                .toList();
    }

    static List<Outcome> outcomes(BacktestResult result) {
        return result.trainings().stream().map(TrainingRun::outcome).toList();
    }

    static long count(BacktestResult result, Class<? extends Outcome> kind) {
        return outcomes(result).stream().filter(kind::isInstance).count();
    }

    /** That all runs came to this, and the strategy to its end. */
    static void allAndAlive(BacktestResult result, Predicate<Outcome> what) {
        assertThat(outcomes(result)).isNotEmpty().allMatch(what);
        assertThat(result.slices()).isEqualTo(SLICES);
    }
}
