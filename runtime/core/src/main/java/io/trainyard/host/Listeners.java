package io.trainyard.host;

import io.trainyard.portfolio.Order;
import io.trainyard.store.ModelVersion;
import io.trainyard.training.ModelStatus;
import io.trainyard.training.StartedRun;
import io.trainyard.training.TrainingRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all listeners, in the order in which they were added. What one throws is logged, and harms nobody else. */
final class Listeners implements BacktestListener {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<HostListener> all = new CopyOnWriteArrayList<>();

    void add(HostListener listener) {
        all.add(listener);
    }

    void addFirst(HostListener listener) {
        all.add(0, listener);
    }

    private void each(Consumer<HostListener> what) {
        for (HostListener listener : all) {
            try {
                what.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("a listener failed", e);
            }
        }
    }

    @Override
    public void attached(HostView host) {
        each(listener -> listener.attached(host));
    }

    @Override
    public void deployed(Instant at) {
        each(listener -> listener.deployed(at));
    }

    @Override
    public void ordered(Order order) {
        each(listener -> listener.ordered(order));
    }

    @Override
    public void orderSettled(Order order) {
        each(listener -> listener.orderSettled(order));
    }

    @Override
    public void handled(String handler, Duration took) {
        for (HostListener listener : all) {
            try {
                listener.handled(handler, took);
            } catch (RuntimeException e) {
                LOG.error("a listener failed", e);
            }
        }
    }

    @Override
    public void handlerHangs(String handler, Duration since, List<StackTraceElement> stack) {
        each(listener -> listener.handlerHangs(handler, since, stack));
    }

    @Override
    public void interrupted(String reason) {
        each(listener -> listener.interrupted(reason));
    }

    @Override
    public void resumed() {
        each(HostListener::resumed);
    }

    @Override
    public void barMissing(Instant due, Duration waited) {
        each(listener -> listener.barMissing(due, waited));
    }

    @Override
    public void refreshed(ModelVersion version) {
        each(listener -> listener.refreshed(version));
    }

    @Override
    public void refreshFailed(String key, String reason) {
        each(listener -> listener.refreshFailed(key, reason));
    }

    @Override
    public void stopped(@Nullable StrategyFailedException failure) {
        each(listener -> listener.stopped(failure));
    }

    @Override
    public void reached(Instant at) {
        each(listener -> {
            if (listener instanceof BacktestListener backtests) {
                backtests.reached(at);
            }
        });
    }

    @Override
    public void started(StartedRun run) {
        each(listener -> listener.started(run));
    }

    @Override
    public void progressed(StartedRun run, double fraction, String text) {
        each(listener -> listener.progressed(run, fraction, text));
    }

    @Override
    public void waits(int run, String training, Instant until, String reason) {
        each(listener -> listener.waits(run, training, until, reason));
    }

    @Override
    public void published(String training, ModelVersion version) {
        each(listener -> listener.published(training, version));
    }

    @Override
    public void trained(TrainingRun run) {
        each(listener -> listener.trained(run));
    }

    @Override
    public void paused(String training, int failures) {
        each(listener -> listener.paused(training, failures));
    }

    @Override
    public void aged(ModelStatus model, Instant at) {
        each(listener -> listener.aged(model, at));
    }
}
