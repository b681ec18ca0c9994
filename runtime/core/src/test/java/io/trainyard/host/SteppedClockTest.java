package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Plan;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Misfires;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import io.trainyard.training.Outcome;
import io.trainyard.training.TrainingQuota;
import io.trainyard.training.TrainingRun;
import io.trainyard.training.ledger.MemoryLedger;
import io.trainyard.training.ledger.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody sets the clock of the machine while a strategy is live: nothing runs twice, and nothing that is due is lost. */
@Timeout(60)
final class SteppedClockTest {

    private static final LocalDate DAY = LocalDate.parse("2013-10-07");
    private static final Schedule HOURLY =
            Schedule.of(DateRule.everyDay(), TimeRule.every(Duration.ofHours(1)), NEW_YORK);

    private final SetClock clock = new SetClock(at(8, 30));
    private final MemoryStore store = new MemoryStore(Quota.of(Plan.FREE));
    private final MemoryLedger ledger = new MemoryLedger(() -> Instant.EPOCH);
    private final BlockingQueue<TrainingRun> settled = new LinkedBlockingQueue<>();
    private final PushedFeed feed = new PushedFeed();
    private DeclaredByHand strategy = new DeclaredByHand();
    private LiveRun run = start(Misfires.once(Duration.ofDays(7)));

    private static Instant at(int hour, int minute) {
        return DeclaredByHand.at(DAY, LocalTime.of(hour, minute));
    }

    private LiveRun start(Misfires misfires) {
        strategy = new DeclaredByHand().due(HOURLY).missed(misfires).trains(host -> () -> "trained");
        return new Live(strategy)
                .machine(clock, clock)
                .waitForBars(Duration.ZERO)
                .feed(feed)
                .store(store)
                .ledger(ledger)
                .quota(new TrainingQuota(Duration.ofDays(10), Duration.ofDays(1), Duration.ofDays(1)))
                .listener(new HostListener() {
                    @Override
                    public void trained(TrainingRun one) {
                        settled.add(one);
                    }
                })
                .start();
    }

    @AfterEach
    void close() {
        run.close();
    }

    private TrainingRun next() throws InterruptedException {
        return java.util.Objects.requireNonNull(settled.poll(20, TimeUnit.SECONDS));
    }

    /** The occasion that is trained next, those that are skipped left out. */
    private Instant nextTrained() throws InterruptedException {
        TrainingRun one = next();
        while (one.outcome() instanceof Outcome.Skipped) {
            one = next();
        }
        assertThat(one.outcome()).isInstanceOf(Outcome.Succeeded.class);
        return one.due();
    }

    private List<Instant> started() {
        List<RunEvent> events = new ArrayList<>();
        ledger.read(entry -> events.add(entry.event()));
        List<Instant> dues = new ArrayList<>();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.Started begun) {
                events.stream()
                        .filter(one -> one instanceof RunEvent.Due due && due.run() == begun.run())
                        .forEach(due -> dues.add(((RunEvent.Due) due).due()));
            }
        }
        return dues;
    }

    @Test
    void set_back_nothing_runs_twice_and_what_comes_then_runs() throws InterruptedException {
        clock.awaitArmed();
        clock.set(at(9, 0));
        assertThat(nextTrained()).isEqualTo(at(9, 0));

        clock.set(at(7, 59));
        clock.set(at(8, 0));
        clock.set(at(9, 0));
        clock.set(at(10, 0));

        assertThat(nextTrained()).isEqualTo(at(10, 0));
        assertThat(started()).containsExactly(at(9, 0), at(10, 0));
    }

    @Test
    void set_forward_what_was_jumped_over_is_made_up_for_as_declared() throws InterruptedException {
        clock.awaitArmed();
        clock.set(at(9, 0));
        assertThat(nextTrained()).isEqualTo(at(9, 0));

        clock.set(at(15, 30));
        assertThat(nextTrained()).isEqualTo(at(15, 0));
        clock.set(at(16, 0));
        assertThat(nextTrained()).isEqualTo(at(16, 0));

        assertThat(started()).containsExactly(at(9, 0), at(15, 0), at(16, 0));
    }

    @Test
    void set_forward_by_mistake_and_back_nothing_runs_twice_before_and_after_a_restart() throws InterruptedException {
        clock.awaitArmed();
        clock.set(at(12, 30));
        assertThat(nextTrained()).isEqualTo(at(12, 0));
        run.close();

        clock.setUnseen(at(9, 30));
        run = start(Misfires.once(Duration.ofDays(7)));
        clock.awaitArmed();
        // nine to eleven were skipped for the last one: they have had their turn
        clock.set(at(10, 0));
        clock.set(at(11, 0));
        clock.set(at(12, 0));
        clock.set(at(13, 0));

        assertThat(nextTrained()).isEqualTo(at(13, 0));
        assertThat(started()).containsExactly(at(12, 0), at(13, 0));
        assertThat(run.budget().level(at(9, 30)))
                .as("a level that was written in the future holds until then")
                .isEqualTo(run.budget().level(at(13, 0)));
    }

    @Test
    void all_that_was_jumped_over_is_made_up_for_where_that_is_declared() throws InterruptedException {
        run.close();
        run = start(Misfires.all(Duration.ofDays(1)));
        clock.awaitArmed();

        clock.set(at(12, 30));
        clock.set(at(13, 0));

        List<Instant> claimed = new ArrayList<>();
        while (claimed.size() < 5) {
            claimed.add(next().due());
        }
        assertThat(claimed).containsExactlyInAnyOrder(at(9, 0), at(10, 0), at(11, 0), at(12, 0), at(13, 0));
    }

    @Test
    void slices_of_a_time_that_has_been_are_handled_once() throws InterruptedException {
        clock.awaitArmed();
        clock.set(at(9, 0));
        nextTrained();
        feed.push(at(9, 1), 1);
        clock.set(at(8, 0));
        feed.push(at(8, 30), 2);
        feed.push(at(9, 1), 3);
        feed.push(at(9, 2), 4);

        clock.set(at(10, 0));
        assertThat(nextTrained()).isEqualTo(at(10, 0)); // after the slices: events come in their order
        assertThat(strategy.handled).extracting(slice -> slice.time()).containsExactly(at(9, 1), at(9, 2));
    }
}
