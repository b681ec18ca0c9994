package io.trainyard.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Plan;
import io.trainyard.schedule.Schedule;
import io.trainyard.store.Birth;
import io.trainyard.store.Commit;
import io.trainyard.store.DiskStore;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.time.MarketClock;
import io.trainyard.training.ModelState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a live strategy makes of commits of another process, which are here those of the test. */
@Timeout(60)
final class RefreshTest {

    private static final ObjectKey MODEL = ObjectKey.of("model");
    private static final long SOON_SECONDS = 20;

    private final MarketClock machine = MarketClock.system(ZoneOffset.UTC);
    private final MemoryStore store = new MemoryStore(Quota.of(Plan.FREE));
    private final PushedFeed feed = new PushedFeed();
    private final DeclaredByHand strategy = new DeclaredByHand().due().refreshing();
    private final BlockingQueue<String> refreshed = new ArrayBlockingQueue<>(100);
    private final BlockingQueue<String> failed = new ArrayBlockingQueue<>(100);
    private final CountDownLatch release = new CountDownLatch(1);
    private @Nullable LiveRun run;

    private LiveRun start() {
        LiveRun started = live().start();
        run = started;
        return started;
    }

    private Live live() {
        return new Live(strategy)
                .feed(feed)
                .store(store)
                .refreshEvery(Duration.ofMillis(5))
                .listener(new HostListener() {
                    @Override
                    public void refreshed(ModelVersion version) {
                        refreshed.add(version.number() + ": " + strategy.model);
                    }

                    @Override
                    public void refreshFailed(String key, String reason) {
                        failed.add(key + ": " + reason);
                    }
                });
    }

    @AfterEach
    void close() {
        release.countDown();
        if (run != null) {
            run.close();
        }
    }

    private Commit commit(byte... content) {
        return Commit.of(MODEL, content, Birth.at(machine.now()));
    }

    private Commit commit(String model) {
        return commit(model.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String next(BlockingQueue<String> queue) throws InterruptedException {
        return queue.poll(SOON_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void puts_a_model_in_place_that_another_process_commits() throws InterruptedException {
        LiveRun running = start();

        store.commit(commit("theirs"));

        assertThat(next(refreshed)).isEqualTo("1: theirs");
        assertThat(running.awaitReady(Duration.ofSeconds(SOON_SECONDS))).isTrue();
        assertThat(strategy.cell.version()).isEqualTo(store.head(MODEL));
    }

    @Test
    void a_handler_never_sees_the_model_change() throws InterruptedException {
        BlockingQueue<String> seen = new ArrayBlockingQueue<>(10);
        CountDownLatch handling = new CountDownLatch(1);
        store.commit(commit("first"));
        strategy.handles(slice -> {
            String before = strategy.model;
            handling.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            seen.add(before + " and " + strategy.model);
        });
        start();
        feed.push(machine.now(), 1);
        assertThat(handling.await(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();

        store.commit(commit("second"));
        assertThat(strategy.model).isEqualTo("first");
        release.countDown();

        assertThat(next(seen)).isEqualTo("first and first");
        assertThat(next(refreshed)).isEqualTo("2: second");
    }

    @Test
    void what_cannot_be_read_is_told_once_and_the_old_model_stays() throws InterruptedException {
        store.commit(commit("first"));
        start();

        store.commit(commit((byte) 0xff, (byte) 0xfe));
        assertThat(next(failed)).startsWith("model: ");
        assertThat(strategy.model).isEqualTo("first");
        assertThat(strategy.cell.state()).isEqualTo(ModelState.READY);

        store.commit(commit("third"));
        assertThat(next(refreshed)).isEqualTo("3: third");
        assertThat(failed).isEmpty();
    }

    @Test
    void a_model_of_its_own_and_a_candidate_are_no_news() throws InterruptedException {
        strategy.due(Schedule.atDeployment()).trains(host -> () -> "own");
        LiveRun running = start();
        assertThat(running.awaitReady(Duration.ofSeconds(SOON_SECONDS))).isTrue();

        store.commit(commit("candidate").asCandidate());
        store.commit(commit("theirs"));

        assertThat(next(refreshed)).isEqualTo("3: theirs");
    }

    @Test
    void a_key_that_was_deleted_and_saved_again_is_news() throws InterruptedException {
        store.commit(commit("first"));
        store.commit(commit("second"));
        start();
        assertThat(strategy.model).isEqualTo("second");

        store.delete(MODEL);
        store.commit(commit("anew"));

        assertThat(next(refreshed)).isEqualTo("3: anew");
    }

    @Test
    void a_damaged_version_on_the_disk_is_told_of_and_the_next_good_one_of_another_process_taken(@TempDir Path folder)
            throws IOException, InterruptedException {
        DiskStore theirs = DiskStore.open(folder, Quota.of(Plan.FREE));
        theirs.commit(commit("damaged"));
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            int content = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("damaged");
            if (content >= 0) {
                bytes[content] ^= 1;
                Files.write(file, bytes);
            }
        }
        run = live().store(DiskStore.open(folder, Quota.of(Plan.FREE))).start();
        assertThat(next(failed)).contains("is damaged and was not read");
        assertThat(strategy.cell.state()).isEqualTo(ModelState.MISSING);

        theirs.commit(commit("good"));

        assertThat(next(refreshed)).isEqualTo("2: good");
    }

    @Test
    void what_a_process_of_its_own_commits_is_put_in_place_between_two_events(@TempDir Path folder)
            throws IOException, InterruptedException {
        DiskStore ours = DiskStore.open(folder, Quota.of(Plan.FREE));
        ours.commit(commit("first"));
        BlockingQueue<String> seen = new ArrayBlockingQueue<>(10);
        CountDownLatch handling = new CountDownLatch(1);
        strategy.handles(slice -> {
            String before = strategy.model;
            handling.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            seen.add(before + " and " + strategy.model);
        });
        run = live().store(ours).start();
        feed.push(machine.now(), 1);
        assertThat(handling.await(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();

        assertThat(commitElsewhere(folder, "second", "third")).isZero();
        assertThat(ours.head(MODEL).orElseThrow().number()).isEqualTo(3);
        assertThat(strategy.model).isEqualTo("first");
        release.countDown();

        assertThat(next(seen)).isEqualTo("first and first");
        // it may have looked between the two commits
        String news = next(refreshed);
        assertThat(news).isIn("2: second", "3: third");
        if (!"3: third".equals(news)) {
            assertThat(next(refreshed)).isEqualTo("3: third");
        }
        feed.push(machine.now(), 2);
        assertThat(next(seen)).isEqualTo("third and third");
        assertThat(commitElsewhere(folder, "fourth")).isZero();
        assertThat(next(refreshed)).isEqualTo("4: fourth");
    }

    private static int commitElsewhere(Path folder, String... models) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CommittingProgram.class.getName(),
                folder.toString(),
                MODEL.value()));
        command.addAll(List.of(models));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    @Test
    void an_interval_that_is_none_is_refused() {
        assertThatThrownBy(() -> new Live(strategy).refreshEvery(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
