package io.trainyard.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Plan;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thousand strategies in one process. */
@Timeout(120)
final class ManyStrategiesTest {

    @Test
    void a_thousand_strategies_share_their_threads_and_none_has_one_while_it_idles() throws InterruptedException {
        List<LiveRun> runs = new ArrayList<>();
        try (LiveThreads threads = LiveThreads.of(2, 2)) {
            for (int i = 0; i < 1_000; i++) {
                DeclaredByHand strategy = new DeclaredByHand()
                        .due(
                                Schedule.atDeployment(),
                                Schedule.of(
                                        DateRule.every(DayOfWeek.values()),
                                        TimeRule.at(LocalTime.of(i % 24, i % 60)),
                                        DeclaredByHand.NEW_YORK))
                        .trains(host -> () -> "trained");
                runs.add(new Live(strategy)
                        .feed(new PushedFeed())
                        .store(new MemoryStore(Quota.of(Plan.FREE)))
                        .threads(threads)
                        .start());
            }
            for (LiveRun run : runs) {
                assertThat(run.awaitReady(Duration.ofSeconds(60))).isTrue();
            }
            // two that handle, two that train, one that watches, one for whatever is due next
            assertThat(threads.count()).isLessThanOrEqualTo(6);
            for (LiveRun run : runs) {
                run.close();
            }
        }
    }
}
