package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A journal that gives runs their numbers and forgets: a backtest that ends early is run again. */
final class CountingJournal implements RunJournal {

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private long runs;

    @Override
    public OptionalLong claim(Instant now, String training, Instant due) {
        return OptionalLong.of(++runs);
    }

    @Override
    public CompletableFuture<Void> refused(Instant now, long run, String reason) {
        return DONE;
    }

    @Override
    public CompletableFuture<Void> skipped(Instant now, long run, String reason) {
        return DONE;
    }

    @Override
    public CompletableFuture<Void> deferred(Instant now, long run, Instant until, String reason) {
        return DONE;
    }

    @Override
    public CompletableFuture<Void> started(Instant now, long run, int attempt, Duration reserved) {
        return DONE;
    }

    @Override
    public CompletableFuture<Void> ended(
            Instant now,
            long run,
            int attempt,
            Outcome outcome,
            @Nullable Instant retryAt,
            List<ModelVersion> published) {
        return DONE;
    }

    @Override
    public void committed(Instant now, long run, ModelVersion version) {}

    @Override
    public CompletableFuture<Void> refreshed(Instant now, ModelVersion version) {
        return DONE;
    }

    @Override
    public long place() {
        return 0;
    }

    @Override
    public void placed(Instant now, long run, ModelVersion version) {}

    @Override
    public CompletableFuture<Void> paused(Instant now, String training, String reason) {
        return DONE;
    }

    @Override
    public CompletableFuture<Void> resumed(Instant now, String training) {
        return DONE;
    }
}
