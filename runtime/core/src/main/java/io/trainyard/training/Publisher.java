package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts models in their fields on the strategy's thread, once it is durable that they are about to be. */
final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final TrainerParts parts;
    private final Announcer announcer;
    private final RunJournal journal;
    private final Ageing ageing;
    private final Handover handover;
    private final RetiredModels retired;

    Publisher(
            TrainerParts parts,
            Announcer announcer,
            RunJournal journal,
            Ageing ageing,
            Handover handover,
            RetiredModels retired) {
        this.retired = retired;
        this.parts = parts;
        this.announcer = announcer;
        this.journal = journal;
        this.ageing = ageing;
        this.handover = handover;
    }

    Ageing ageing() {
        return ageing;
    }

    /** What is to be put in place of that which a run has come to. */
    Pending pending(@Nullable Settlement how) {
        List<Model> models = new ArrayList<>();
        if (how instanceof Settlement.Kept kept) {
            for (int i = 0; i < kept.models().size(); i++) {
                Model model = new Model(kept.models().get(i), kept.versions().get(i));
                if (model.made.isOutdone(model.version)) {
                    LOG.info(
                            "{}: {} is not put in place, since a later version is there",
                            parts.strategy(),
                            model.version);
                } else {
                    models.add(model);
                }
            }
        }
        return new Pending(models, journal.place());
    }

    /** Puts in place what is durably announced. */
    void place(Occasion occasion, Pending pending) {
        Instant now = parts.clock().now();
        for (Model model : pending.models) {
            ModelSlot<?> slot = model.made.slot();
            if (model.made.isOutdone(model.version)) {
                // by one of another process, announced before and put in place meanwhile: that is the one that stays
                slot.cell().version().ifPresent(stays -> journal.placed(now, 0, stays));
            } else {
                Object before = slot.reader().get();
                model.made.fill();
                if (model.made.replaces()) {
                    retired.retire(slot, before);
                }
                ageing.watch(slot, model.version);
                noteMoved(pending.place, occasion.number(), model.version);
                announcer.published(occasion, model.version);
            }
        }
    }

    /** Puts in place what another process has committed, once that is durable, if it is {@code wanted} then as now. */
    void refresh(RefreshedModel<?> model, BooleanSupplier wanted, Runnable inPlace) {
        retired.knows(model.slot());
        if (!isWanted(model, wanted)) {
            drop(model.slot(), model.value());
            return;
        }
        long place = journal.place();
        handover.when(journal.refreshed(parts.clock().now(), model.version()), failure -> {
            if (failure != null) {
                LOG.error(
                        "{}: {} is not put in place, since that cannot be written down",
                        parts.strategy(),
                        model.version(),
                        failure);
                drop(model.slot(), model.value());
            } else if (isWanted(model, wanted)) {
                Object before = model.slot().reader().get();
                model.fill();
                drop(model.slot(), before);
                ageing.watch(model.slot(), model.version());
                noteMoved(place, 0, model.version());
                announcer.published(model.version());
                inPlace.run();
            } else {
                drop(model.slot(), model.value());
            }
        });
    }

    /** What a run has made and is not in place is of no use to anybody; nor is what the fields held before. */
    void finish(Runner runner) {
        Runner.Returned returned = runner.returned();
        if (returned != null) {
            retired.retire(returned.slot(), returned.value());
        }
        retired.sweep();
    }

    private void drop(ModelSlot<?> slot, @Nullable Object value) {
        retired.retire(slot, value);
        retired.sweep();
    }

    private static boolean isWanted(RefreshedModel<?> model, BooleanSupplier wanted) {
        return wanted.getAsBoolean() && model.slot().cell().isOlderThan(model.version());
    }

    private void noteMoved(long announced, long run, ModelVersion version) {
        if (journal.place() != announced) {
            journal.placed(parts.clock().now(), run, version);
        }
    }

    /** What is about to be put in place, and where in the stream of slices that was announced. */
    record Pending(List<Model> models, long place) {
        List<ModelVersion> versions() {
            return models.stream().map(Model::version).toList();
        }
    }

    /** A model that was stored as a version. */
    record Model(MadeModel<?> made, ModelVersion version) {}
}
