package io.trainyard.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.market.ReplayFeed;
import io.trainyard.market.Subscription;
import io.trainyard.market.Tape;
import io.trainyard.market.data.BarSource;
import io.trainyard.schedule.Schedule;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.time.MarketClock;
import io.trainyard.training.ModelState;
import io.trainyard.training.Outcome;
import io.trainyard.training.TrainingRun;
import io.trainyard.training.ledger.FailingLedger;
import io.trainyard.training.ledger.LedgerEntry;
import io.trainyard.training.ledger.LedgerException;
import io.trainyard.training.ledger.RunEvent;
import io.trainyard.training.ledger.RunLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a live strategy does while its ledger is slow, or cannot write. */
@Timeout(120)
final class LiveLedgerTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant FROM = Instant.parse("2013-01-07T00:00:00Z");
    private static final Instant TO = Instant.parse("2013-01-12T00:00:00Z");
    private static final BarSource BARS = DeclaredByHand.weekdays("2013-01-01", "2013-01-31");

    @TempDir
    Path folder;

    private final MarketClock machine = MarketClock.system(ZoneOffset.UTC);
    private final PushedFeed feed = new PushedFeed();
    private final MemoryStore store = new MemoryStore(Quota.of(Plan.FREE));
    private final HeldLedger held = new HeldLedger();
    private final DeclaredByHand strategy = new DeclaredByHand().due(Schedule.atDeployment());
    private final AtomicInteger trained = new AtomicInteger();
    private final BlockingQueue<String> seen = new ArrayBlockingQueue<>(100);
    private final BlockingQueue<TrainingRun> settled = new ArrayBlockingQueue<>(100);

    private Instant pushed = Instant.EPOCH;

    private LiveRun start() {
        strategy.always()
                .handles(slice -> seen.add(String.valueOf(strategy.model)))
                .trains(host -> () -> "model " + trained.incrementAndGet());
        return new Live(strategy)
                .feed(feed)
                .store(store)
                .ledger(held)
                .listener(new HostListener() {
                    @Override
                    public void trained(TrainingRun run) {
                        settled.add(run);
                    }
                })
                .start();
    }

    private String handled() throws InterruptedException {
        // a slice that is not later than the one before is dropped, and two may come in one millisecond
        Instant now = machine.now();
        pushed = now.toEpochMilli() > pushed.toEpochMilli() ? now : pushed.plusMillis(1);
        feed.push(pushed, 1);
        return String.valueOf(seen.poll(SOON.toSeconds(), TimeUnit.SECONDS));
    }

    private TrainingRun settled() throws InterruptedException {
        return java.util.Objects.requireNonNull(settled.poll(SOON.toSeconds(), TimeUnit.SECONDS));
    }

    @Test
    void handlers_do_not_wait_for_the_ledger_and_starts_and_models_do() throws InterruptedException {
        LiveRun run = start();
        HeldLedger.Held begin = held.next();
        assertThat(begin.events()).singleElement().isInstanceOf(RunEvent.Started.class);
        assertThat(handled()).isEqualTo("null");
        assertThat(trained).hasValue(0);

        held.complete(begin);
        HeldLedger.Held end = held.next();
        assertThat(trained).hasValue(1);
        assertThat(end.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Published", "Ended");
        assertThat(handled()).isEqualTo("null");
        assertThat(strategy.cell.state()).isEqualTo(ModelState.MISSING);
        assertThat(settled).isEmpty();

        held.complete(end);
        assertThat(settled().outcome()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(handled()).isEqualTo("model 1");
        HeldLedger.Held moved = held.next();
        held.complete(moved);
        run.close();

        assertThat(moved.events()).containsExactly(new RunEvent.Placed("by-hand", 1, "model", 1, 2));
        assertThat(held.activations("by-hand").list()).singleElement().satisfies(activation -> {
            assertThat(activation.slices()).isEqualTo(2);
            assertThat(activation.version()).isEqualTo(1);
        });
    }

    @Test
    void a_training_whose_start_cannot_be_written_down_does_not_run() throws InterruptedException {
        try (LiveRun run = start()) {
            held.next().written().completeExceptionally(new IllegalStateException("disk full"));
            held.next().written().completeExceptionally(new IllegalStateException("disk full"));

            assertThat(settled().outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.reason())
                                    .isEqualTo("its start cannot be written down: disk full"));
            assertThat(trained).hasValue(0);
            assertThat(run.budget().level(machine.now())).isEqualTo(Duration.ZERO);
            assertThat(handled()).isEqualTo("null");
        }
    }

    @Test
    void a_model_of_which_it_cannot_be_written_down_that_it_is_in_place_is_not_and_its_run_has_failed()
            throws InterruptedException {
        try (LiveRun run = start()) {
            held.complete(held.next());
            held.next().written().completeExceptionally(new IllegalStateException("disk full"));
            held.complete(held.next());

            assertThat(settled().outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.reason())
                                    .contains("its model is stored, and not put in place")
                                    .contains("the old one stays. disk full"));
            assertThat(handled()).isEqualTo("null");
            assertThat(strategy.cell.state()).isEqualTo(ModelState.MISSING);
            assertThat(store.head(ObjectKey.of("model"))).isPresent();
            assertThat(run.status().phase()).isEqualTo(HostStatus.Phase.RUNNING);
            assertThat(held.events()).noneMatch(RunEvent.Published.class::isInstance);
        }
    }

    private List<String[]> replay(RunLedger ledger, AtomicInteger slices) throws InterruptedException {
        List<String[]> said = Collections.synchronizedList(new ArrayList<>());
        ThreeTrainings three = new ThreeTrainings(
                TradingProgram.REPLAY,
                TradingProgram.REPLAY_SCHEDULES,
                TradingProgram.REPLAY_POLICY,
                words -> said.add(words.split(" ", -1)));
        Tape tape = Tape.of(List.of(BARS.load(new Subscription("SPY", Resolution.DAILY))));
        try (LiveRun run = new Live(three)
                .listener(three)
                .past(BARS)
                .feed(ReplayFeed.of(tape).from(FROM).to(TO))
                .virtualTime(FROM, TO)
                .store(new MemoryStore(Quota.of(Plan.PRIME)))
                .ledger(ledger)
                .start()) {
            assertThat(run.await(Duration.ofMinutes(1))).isTrue();
            slices.set((int) run.status().slices());
        }
        return said;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 1_000_000})
    void a_strategy_lives_to_its_end_whatever_its_ledger_cannot_write(int failing) throws InterruptedException {
        FailingLedger counted = new FailingLedger(0);
        RunLedger whole = counted.open(folder.resolve("counted"));
        int opened = counted.steps();
        replay(whole, new AtomicInteger());
        int steps = counted.steps() - opened;
        whole.close();
        assertThat(steps).isGreaterThan(50);

        for (int step = 0; step < steps; step += failing == 1 ? 1 : 5) {
            FailingLedger disk = new FailingLedger(step % 2);
            RunLedger ledger = disk.open(folder.resolve(failing + "-" + step));
            disk.fail(step, failing);
            AtomicInteger slices = new AtomicInteger();
            List<String[]> said = List.of();
            try {
                said = replay(ledger, slices);
                assertThat(slices).hasValue(5);
            } catch (LedgerException e) {
                // the deployment could not be written down, and nothing began
                assertThat(step).isLessThan(3);
            }
            disk.recover();
            List<LedgerEntry> entries = new ArrayList<>();
            ledger.read(entries::add);
            ledger.close();
            LedgerAudit audit = new LedgerAudit(TradingProgram.REPLAY, entries);
            audit.nothingTwice();
            audit.isWrittenDown(said);
        }
    }
}
