package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.NEW_YORK;
import static io.trainyard.host.DeclaredByHand.weekdays;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Plan;
import io.trainyard.Unaffordable;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingQuota;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a flight recording of the JVM shows of a real backtest and of a real live strategy. */
@Timeout(60)
final class FlightRecordingTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Schedule DAILY =
            Schedule.of(DateRule.every(DayOfWeek.values()), TimeRule.at(LocalTime.of(8, 0)), NEW_YORK);

    @TempDir
    private Path folder;

    private List<RecordedEvent> recorded(Work work) throws Exception {
        try (Recording recording = new Recording()) {
            recording.start();
            work.run();
            recording.stop();
            Path file = folder.resolve("recording.jfr");
            recording.dump(file);
            return ours(file);
        }
    }

    private static List<RecordedEvent> ours(Path file) throws IOException {
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("io.trainyard."))
                .toList();
    }

    private interface Work {
        void run() throws Exception;
    }

    private static List<RecordedEvent> of(String name, List<RecordedEvent> events) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals("io.trainyard." + name))
                .toList();
    }

    private static List<String> values(String name, String field, List<RecordedEvent> events) {
        return of(name, events).stream()
                .map(event -> String.valueOf(event.<Object>getValue(field)))
                .toList();
    }

    @Test
    void a_backtest_shows_what_was_due_what_ran_what_was_put_in_place_and_what_was_refused() throws Exception {
        DeclaredByHand strategy = new DeclaredByHand()
                .due(DAILY)
                .policy(RunPolicy.standard().charged(Duration.ofMinutes(10)))
                .trains(host -> () -> {
                    if (host.clock().local().getDayOfMonth() == 8) {
                        throw new IllegalStateException("no convergence");
                    }
                    return "model";
                });

        List<RecordedEvent> events = recorded(() -> new Backtest(strategy)
                .bars(weekdays("2013-09-02", "2013-12-31"))
                .from(LocalDate.parse("2013-10-07"))
                .to(LocalDate.parse("2013-10-10"))
                .quota(new TrainingQuota(Duration.ofMinutes(30), Duration.ZERO, Duration.ofDays(1)))
                .run());

        assertThat(values("TrainingDue", "run", events))
                .containsExactly("by-hand#1", "by-hand#2", "by-hand#3", "by-hand#4");
        assertThat(values("TrainingRun", "run", events)).containsExactly("by-hand#1", "by-hand#2", "by-hand#3");
        assertThat(values("TrainingRun", "outcome", events)).containsExactly("SUCCEEDED", "FAILED", "SUCCEEDED");
        assertThat(values("TrainingRun", "reason", events)).containsExactly("null", "no convergence", "null");
        assertThat(values("ModelPublication", "run", events)).containsExactly("by-hand#1", "by-hand#3");
        assertThat(values("ModelPublication", "version", events)).containsExactly("1", "2");
        assertThat(values("TrainingRefusal", "run", events)).containsExactly("by-hand#4");
        assertThat(values("TrainingRefusal", "kind", events)).containsExactly("REFUSED");
        assertThat(values("TrainingRefusal", "reason", events).get(0)).contains("bucket is full");

        RecordedEvent run = of("TrainingRun", events).get(0);
        assertThat(run.getString("strategy")).isEqualTo("by-hand");
        assertThat(run.getString("training")).isEqualTo("fit");
        assertThat(run.getDuration()).isPositive().isLessThan(Duration.ofMinutes(1));
        assertThat(run.getDuration("limit")).isEqualTo(Duration.ofMinutes(10));
        assertThat(run.getInstant("due"))
                .isEqualTo(DeclaredByHand.at(LocalDate.parse("2013-10-07"), LocalTime.of(8, 0)));
        assertThat(run.getInstant("settledAt")).isEqualTo(run.getInstant("due"));
        assertThat(run.getThread("trainingThread").getJavaName())
                .isEqualTo(Thread.currentThread().getName());
        assertThat(run.getEventType().getCategoryNames()).containsExactly("Trainyard");
        assertThat(of("TrainingDue", events))
                .allSatisfy(due -> assertThat(due.getDuration("lateness")).isZero());
    }

    @Test
    void a_run_that_waits_for_its_budget_or_for_its_turn_says_so() throws Exception {
        DeclaredByHand strategy = new DeclaredByHand()
                .due(DAILY)
                .policy(RunPolicy.standard().charged(Duration.ofMinutes(10)).unaffordable(Unaffordable.DEFER));

        List<RecordedEvent> events = recorded(() -> new Backtest(strategy)
                .bars(weekdays("2013-09-02", "2013-12-31"))
                .from(LocalDate.parse("2013-10-07"))
                .to(LocalDate.parse("2013-10-10"))
                .quota(new TrainingQuota(Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofDays(1)))
                .run());

        assertThat(values("TrainingRefusal", "kind", events))
                .containsExactly("DEFERRED", "DEFERRED", "SKIPPED", "SKIPPED");
    }

    @Test
    void a_live_run_shows_the_thread_that_trained_and_how_long_it_took() throws Exception {
        DeclaredByHand strategy = new DeclaredByHand().due(Schedule.atDeployment());
        CountDownLatch settled = new CountDownLatch(1);

        List<RecordedEvent> events = recorded(() -> {
            LiveRun run = new Live(strategy)
                    .feed(new PushedFeed())
                    .store(new MemoryStore(Quota.of(Plan.FREE)))
                    .listener(new HostListener() {
                        @Override
                        public void trained(io.trainyard.training.TrainingRun done) {
                            settled.countDown();
                        }
                    })
                    .start();
            assertThat(settled.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            run.close();
        });

        RecordedEvent run = of("TrainingRun", events).get(0);
        assertThat(run.getString("outcome")).isEqualTo("SUCCEEDED");
        assertThat(run.getThread("trainingThread").getJavaName()).startsWith("trainyard-training");
        assertThat(run.getDuration()).isPositive();
        assertThat(values("TrainingDue", "run", events)).containsExactly("by-hand#1");
        assertThat(values("ModelPublication", "run", events)).containsExactly("by-hand#1");
    }

    @Test
    void a_stream_of_events_sees_a_live_run_that_is_given_up_while_it_runs() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        BlockingQueue<String> seen = new ArrayBlockingQueue<>(100);
        DeclaredByHand strategy = new DeclaredByHand()
                .due(Schedule.atDeployment())
                .policy(RunPolicy.standard().within(Duration.ofMillis(20)))
                .trains(host -> () -> {
                    boolean interrupted = false;
                    while (release.getCount() > 0) {
                        try {
                            release.await();
                        } catch (InterruptedException e) {
                            interrupted = true;
                        }
                    }
                    return "late " + interrupted;
                });
        try (RecordingStream stream = new RecordingStream()) {
            stream.onEvent(
                    "io.trainyard.TrainingRun",
                    event -> seen.add(event.getString("run") + " " + event.getString("outcome")));
            stream.startAsync();
            LiveRun run = new Live(strategy)
                    .feed(new PushedFeed())
                    .store(new MemoryStore(Quota.of(Plan.FREE)))
                    .start();

            assertThat(Objects.requireNonNull(seen.poll(SOON.toSeconds(), TimeUnit.SECONDS)))
                    .isEqualTo("by-hand#1 OVER_LIMIT");
            release.countDown();
            run.close();
        }
    }
}
