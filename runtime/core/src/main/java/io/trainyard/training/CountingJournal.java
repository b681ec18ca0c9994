package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A journal that gives runs their numbers and forgets: a backtest that ends early is run again. */
final class CountingJournal implements RunJournal {

    private long runs;

    @Override
    public OptionalLong claim(Instant now, String training, Instant due) {
        return OptionalLong.of(++runs);
    }

    @Override
    public void refused(Instant now, long run, String reason) {}

    @Override
    public void skipped(Instant now, long run, String reason) {}

    @Override
    public void deferred(Instant now, long run, Instant until, String reason) {}

    @Override
    public void started(Instant now, long run, int attempt, Duration reserved) {}

    @Override
    public void ended(Instant now, long run, int attempt, Outcome outcome, @Nullable Instant retryAt) {}

    @Override
    public void committed(Instant now, long run, ModelVersion version) {}

    @Override
    public void published(Instant now, long run, ModelVersion version) {}

    @Override
    public void paused(Instant now, String training, String reason) {}

    @Override
    public void resumed(Instant now, String training) {}
}
