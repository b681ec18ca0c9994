package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.NEW_YORK;
import static io.trainyard.host.DeclaredByHand.weekdays;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.market.ReplayFeed;
import io.trainyard.market.Subscription;
import io.trainyard.market.Tape;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingQuota;
import io.trainyard.training.ledger.MemoryLedger;
import io.trainyard.training.ledger.RunEvent;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** Every line about a run carries the name that the ledger gives it, in words and in its diagnostic context. */
@Timeout(60)
final class RunLogTest {

    private static final Schedule DAILY =
            Schedule.of(DateRule.every(DayOfWeek.values()), TimeRule.at(LocalTime.of(8, 0)), NEW_YORK);

    private final Lines lines = new Lines();
    private final MemoryStore store = new MemoryStore(Quota.of(Plan.PRIME));

    private static Logger log() {
        return (Logger) LoggerFactory.getLogger("io.trainyard");
    }

    @BeforeEach
    void listen() {
        lines.start();
        log().setLevel(Level.DEBUG);
        log().addAppender(lines);
    }

    @AfterEach
    void forget() {
        log().detachAppender(lines);
        log().setLevel(null);
    }

    /** Fails on the second day, and is refused on the fourth: the budget holds three runs. */
    private static DeclaredByHand strategy() {
        return new DeclaredByHand()
                .due(DAILY)
                .policy(RunPolicy.standard().charged(Duration.ofMinutes(10)))
                .trains(host -> () -> {
                    LoggerFactory.getLogger("io.trainyard.user").info("words of the training itself");
                    if (host.clock().local().getDayOfMonth() == 8) {
                        throw new IllegalStateException("no convergence");
                    }
                    return "model";
                });
    }

    private static final TrainingQuota THREE_RUNS =
            new TrainingQuota(Duration.ofMinutes(30), Duration.ZERO, Duration.ofDays(1));

    @Test
    void what_the_ledger_of_a_live_strategy_tells_the_log_tells_under_the_same_name() throws InterruptedException {
        MemoryLedger ledger = new MemoryLedger(() -> Instant.EPOCH);
        Tape tape =
                Tape.of(List.of(weekdays("2013-09-02", "2013-12-31").load(new Subscription("SPY", Resolution.DAILY))));
        Instant from = LocalDate.parse("2013-10-07").atStartOfDay(NEW_YORK).toInstant();
        Instant to = LocalDate.parse("2013-10-11").atStartOfDay(NEW_YORK).toInstant();

        try (LiveRun run = new Live(strategy())
                .feed(ReplayFeed.of(tape).from(from).to(to))
                .virtualTime(from, to)
                .quota(THREE_RUNS)
                .store(store)
                .ledger(ledger)
                .start()) {
            assertThat(run.await(Duration.ofSeconds(30))).isTrue();
        }

        ledger.read(entry -> {
            if (entry.event() instanceof RunEvent.OfRun event && event.run() > 0) {
                String id = "by-hand#" + event.run();
                if (event instanceof RunEvent.Due) {
                    assertSaid(id, Level.DEBUG, "was due");
                } else if (event instanceof RunEvent.Started) {
                    assertSaid(id, Level.DEBUG, "starts");
                } else if (event instanceof RunEvent.Published) {
                    assertSaid(id, Level.DEBUG, "has put version");
                } else if (event instanceof RunEvent.Refused) {
                    assertSaid(id, Level.WARN, "is refused");
                } else if (event instanceof RunEvent.Ended ended) {
                    assertSaid(id, ended.reason().isEmpty() ? Level.INFO : Level.WARN, "has");
                }
            }
        });
        assertThat(lines.of("io.trainyard.runs")).hasSize(13);
    }

    private void assertSaid(String id, Level level, String words) {
        assertThat(lines.of("io.trainyard.runs")).anySatisfy(line -> {
            assertThat(line.getFormattedMessage()).startsWith(id + " (fit) ").contains(words);
            assertThat(line.getLevel()).isEqualTo(level);
            assertThat(line.getMDCPropertyMap())
                    .containsEntry("trainyard.run", id)
                    .containsEntry("trainyard.training", "fit")
                    .containsEntry("trainyard.strategy", "by-hand");
        });
    }

    @Test
    void what_a_training_logs_itself_carries_its_run_and_a_failure_its_stack() {
        BacktestResult result = new Backtest(strategy())
                .bars(weekdays("2013-09-02", "2013-12-31"))
                .from(LocalDate.parse("2013-10-07"))
                .to(LocalDate.parse("2013-10-08"))
                .quota(THREE_RUNS)
                .store(store)
                .run();

        assertThat(lines.of("io.trainyard.user"))
                .extracting(line -> line.getMDCPropertyMap().get("trainyard.run"))
                .containsExactly("by-hand#1", "by-hand#2");
        assertThat(lines.of("io.trainyard.runs"))
                .filteredOn(line -> line.getLevel() == Level.WARN)
                .singleElement()
                .satisfies(line ->
                        assertThat(line.getThrowableProxy().getMessage()).isEqualTo("no convergence"));
        assertThat(result.trainings()).extracting(run -> run.id("by-hand")).containsExactly("by-hand#1", "by-hand#2");
        assertThat(Objects.requireNonNull(store.versions(ObjectKey.of("model"))
                                .get(0)
                                .birth()
                                .trainedBy())
                        .run())
                .isEqualTo("by-hand#1");
        assertThat(org.slf4j.MDC.get("trainyard.run")).isNull();
    }

    @Test
    void a_history_that_is_asked_for_more_bars_than_are_kept_says_so_once() throws InterruptedException {
        Tape tape =
                Tape.of(List.of(weekdays("2013-01-01", "2013-12-31").load(new Subscription("SPY", Resolution.DAILY))));
        Instant from = LocalDate.parse("2013-01-01").atStartOfDay(NEW_YORK).toInstant();
        Instant to = LocalDate.parse("2014-01-01").atStartOfDay(NEW_YORK).toInstant();
        DeclaredByHand strategy = new DeclaredByHand().due().always();
        strategy.handles(slice -> strategy.parts().history().closes(11));

        try (LiveRun run = new Live(strategy)
                .feed(ReplayFeed.of(tape).from(from).to(to))
                .virtualTime(from, to)
                .store(store)
                .keepBars(10)
                .start()) {
            assertThat(run.await(Duration.ofSeconds(30))).isTrue();
        }

        assertThat(lines.of("io.trainyard.market.KnownHistory"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.getFormattedMessage()).contains("11 bars of SPY", "latest 10", "keepBars"));
    }

    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final Queue<ILoggingEvent> all = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent line) {
            line.getMDCPropertyMap();
            all.add(line);
        }

        List<ILoggingEvent> of(String logger) {
            return all.stream()
                    .filter(line -> line.getLoggerName().equals(logger))
                    .toList();
        }
    }
}
