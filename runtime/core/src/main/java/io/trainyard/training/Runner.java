package io.trainyard.training;

import io.trainyard.store.Birth;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.TrainedBy;
import io.trainyard.time.Alarms;
import io.trainyard.time.Alarms.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt on its lane: the method is called, its models become bytes, and the result races with the limit. Whatever comes
 * of it is handed over to the strategy's thread; nothing gets out as an exception but a failure of the virtual machine.
 */
final class Runner implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final Run run;
    private final TrainerParts parts;
    private final RunJournal journal;
    private final Runnable handOver;
    private volatile @Nullable Returned returned;

    Runner(Run run, TrainerParts parts, RunJournal journal, Runnable handOver) {
        this.run = run;
        this.parts = parts;
        this.journal = journal;
        this.handOver = handOver;
    }

    Run attempted() {
        return run;
    }

    /** What the method has returned, whatever becomes of it, and null if nothing; known when the thread has laid the run down. */
    @Nullable
    Returned returned() {
        return returned;
    }

    /** What a method has returned for a field. */
    record Returned(ModelSlot<?> slot, Object value) {}

    @Override
    public void run() {
        if (!run.begin(parts.timing().now())) {
            return;
        }
        TrainingOfThread.become(run);
        RunTag.put(parts.strategy(), run.occasion());
        Alarm limit = watch();
        Settlement result = new Settlement.Threw(Duration.ZERO, new IllegalStateException("the machine failed"));
        try {
            result = attempt();
        } finally {
            limit.cancel();
            TrainingOfThread.become(null);
            run.end();
            if (run.settle(result)
                    && result instanceof Settlement.Made made
                    && parts.timing().commitsOnLane()) {
                run.replace(commit(made));
            }
            RunTag.remove();
            handOver.run();
        }
    }

    private Alarm watch() {
        return parts.timing().watches(run.policy())
                ? parts.alarms().after(run.limit(), this::endAtLimit)
                : Alarms.silent().after(run.limit(), this::endAtLimit);
    }

    private void endAtLimit() {
        if (run.settle(new Settlement.OverLimit(run.took()))) {
            stop();
            handOver.run();
        }
    }

    /** Interrupts what is settled already, and after some patience does without its thread. */
    void stop() {
        run.interrupt();
        parts.alarms().after(parts.patience(), () -> {
            if (run.isAtWork()) {
                LOG.warn("{} has not ended {} after it was interrupted", run.occasion(), parts.patience());
            }
            parts.lane().abandon(this);
        });
    }

    private Settlement attempt() {
        TrainingCache cache = parts.keeper().cache();
        if (cache == null) {
            return train();
        }
        String name = cache.name(run);
        Optional<Settlement.Made> known = cache.find(name, run, parts.keeper());
        Settlement result = known.isPresent() ? known.get() : train();
        known.ifPresent(made -> made.models().stream()
                .filter(MadeModel::replaces)
                .forEach(model -> returned = new Returned(model.slot(), model.value())));
        if (known.isEmpty() && result instanceof Settlement.Made made) {
            cache.keep(name, run, made);
        }
        cache.followed(result);
        return result;
    }

    private Settlement train() {
        try {
            Instant dataEnd = parts.keeper().dataEnd();
            List<MadeModel<?>> models = call();
            return new Settlement.Made(run.took(), models, dataEnd);
        } catch (Exception e) {
            return new Settlement.Threw(run.took(), e);
        } catch (InternalError | UnknownError e) {
            throw e; // the virtual machine itself is failing
        } catch (Error e) {
            // a model too large for the heap too: what was allocated for it is free again
            return new Settlement.Threw(run.took(), new IllegalStateException(e));
        }
    }

    private List<MadeModel<?>> call() throws Exception {
        if (run.job() instanceof TrainingJob.Returning<?> returning) {
            return List.of(call(returning));
        }
        TrainingJob.Writing writing = (TrainingJob.Writing) run.job();
        writing.method().run();
        List<MadeModel<?>> models = new ArrayList<>();
        for (ModelSlot<?> slot : writing.slots()) {
            models.add(written(slot));
        }
        return models;
    }

    private <T> MadeModel<T> call(TrainingJob.Returning<T> job) throws Exception {
        T value = job.method().call();
        if (value == null) {
            throw new IllegalStateException(
                    job.definition().name() + " returned null: return the model, or throw to keep the old one");
        }
        returned = new Returned(job.slot(), value);
        return parts.keeper().make(job.slot(), value, true);
    }

    private <T> MadeModel<T> written(ModelSlot<T> slot) {
        T value = slot.reader().get();
        if (value == null) {
            throw new IllegalStateException(run.occasion().training() + " left the field of " + slot.key()
                    + " null: write the model into it, or throw to say that there is none");
        }
        return parts.keeper().make(slot, value, false);
    }

    /** Makes the models durable: {@link Settlement.Kept}, {@link Settlement.HeldBack}, or why they could not be kept. */
    Settlement commit(Settlement.Made made) {
        Instant now = parts.timing().now();
        List<ModelVersion> versions = new ArrayList<>();
        try {
            Birth birth = birth(made, now);
            for (MadeModel<?> model : made.models()) {
                Promotion promotion =
                        parts.keeper().commit(model, birth, parts.timing().commitsOnLane() ? null : now);
                journal.committed(now, run.occasion().number(), promotion.version());
                if (promotion.refusal() != null) {
                    // a method that fills several fields writes them itself, and has no gates
                    return new Settlement.HeldBack(
                            made.took(), promotion.version(), promotion.champion(), promotion.refusal());
                }
                versions.add(promotion.version());
            }
            return new Settlement.Kept(made.took(), made.models(), versions);
        } catch (RuntimeException e) {
            return new Settlement.Threw(made.took(), e);
        } catch (InternalError | UnknownError e) {
            throw e; // as above
        } catch (Error e) {
            // of a rule of the user's, for instance
            return new Settlement.Threw(made.took(), new IllegalStateException(e));
        }
    }

    private Birth birth(Settlement.Made made, Instant now) {
        TrainedBy trainedBy = new TrainedBy(
                run.occasion().training(),
                run.occasion().id(parts.strategy()),
                run.startedAt(),
                now,
                made.took(),
                parts.keeper().code().orElse(null));
        return Birth.at(now)
                .withDataEnd(made.dataEnd())
                .withTrainedBy(trainedBy)
                .withParameters(run.report().parameters())
                .withMetrics(run.report().metrics());
    }
}
