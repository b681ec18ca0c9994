package io.trainyard.host;

import io.trainyard.time.Alarms;
import io.trainyard.time.Alarms.Alarm;
import io.trainyard.training.ModelKeeper;
import io.trainyard.training.ModelSlot;
import io.trainyard.training.RefreshedModel;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Asks the store from time to time whether somebody else has committed a model, reads it, and hands it to the strategy's
 * thread. What cannot be read is told once, and asked for again.
 */
final class Refresher {

    private final List<ModelSlot<?>> slots;
    private final ModelKeeper keeper;
    private final Duration interval;
    private final Alarms alarms;
    private final Executor reader;
    private final Report report;
    /** What was told last of a key; for the one look that is taken at a time. */
    private final Map<String, String> problems = new HashMap<>();

    private Alarm alarm = () -> {};
    private boolean stopped;

    Refresher(
            List<ModelSlot<?>> slots,
            ModelKeeper keeper,
            Duration interval,
            Alarms alarms,
            Executor reader,
            Report report) {
        this.slots = slots.stream().filter(ModelSlot::refreshes).toList();
        this.keeper = keeper;
        this.interval = interval;
        this.alarms = alarms;
        this.reader = reader;
        this.report = report;
    }

    /** What it finds; called on its own thread. */
    interface Report {
        void found(RefreshedModel<?> model);

        void failed(String key, String problem);
    }

    /** Looks for the first time after one interval; never, if no field wants it. */
    synchronized void start() {
        if (!stopped && !slots.isEmpty()) {
            alarm = alarms.after(interval, () -> reader.execute(this::look));
        }
    }

    synchronized void stop() {
        stopped = true;
        alarm.cancel();
    }

    private void look() {
        try {
            slots.forEach(this::look);
        } finally {
            start();
        }
    }

    private <T> void look(ModelSlot<T> slot) {
        Consumer<RefreshedModel<T>> found = report::found;
        try {
            keeper.newer(slot).ifPresent(found);
            problems.remove(slot.key());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            String problem = e.getMessage() == null ? e.toString() : e.getMessage();
            if (!problem.equals(problems.put(slot.key(), problem))) {
                report.failed(slot.key(), problem);
            }
        }
    }
}
