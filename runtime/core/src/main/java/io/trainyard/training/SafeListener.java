package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what a listener throws, so that it harms nobody else. */
final class SafeListener implements TrainingListener {

    private static final Logger LOG = LoggerFactory.getLogger(SafeListener.class);

    private final TrainingListener listener;

    SafeListener(TrainingListener listener) {
        this.listener = listener;
    }

    @Override
    public void started(StartedRun run) {
        call(() -> listener.started(run));
    }

    @Override
    public void progressed(StartedRun run, double fraction, String text) {
        call(() -> listener.progressed(run, fraction, text));
    }

    @Override
    public void waits(int run, String training, Instant until, String reason) {
        call(() -> listener.waits(run, training, until, reason));
    }

    @Override
    public void published(String training, ModelVersion version) {
        call(() -> listener.published(training, version));
    }

    @Override
    public void trained(TrainingRun run) {
        call(() -> listener.trained(run));
    }

    @Override
    public void paused(String training, int failures) {
        call(() -> listener.paused(training, failures));
    }

    @Override
    public void aged(ModelStatus model, Instant at) {
        call(() -> listener.aged(model, at));
    }

    private static void call(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException e) {
            LOG.error("a listener failed", e);
        }
    }
}
