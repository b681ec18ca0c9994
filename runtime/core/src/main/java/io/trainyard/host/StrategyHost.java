package io.trainyard.host;

import io.trainyard.market.Slice;
import io.trainyard.portfolio.SimulatedPortfolio;
import io.trainyard.schedule.Agenda;
import io.trainyard.schedule.Agenda.Due;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.Trigger;
import io.trainyard.strategy.DataHandler;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.time.ManualClock;
import io.trainyard.training.ModelKeeper;
import io.trainyard.training.ModelSlot;
import io.trainyard.training.ModelStatus;
import io.trainyard.training.RefreshedModel;
import io.trainyard.training.Trainer;
import io.trainyard.training.TrainingJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The events of one strategy, in whatever mode. At each slice, in this order: what was due before it, each with the clock at
 * its own time; the clock moves to the slice; open orders are filled at the open of its bars; holdings are valued at its
 * closes; what is due at that very time; handlers. What is due is a training, or something that the trainer has put off: a
 * model that arrives, a retry. For one thread.
 */
final class StrategyHost {

    /** Why what has not come to its end when there are no more bars never will. */
    static final String ENDED = "the bars ended before";

    /** An occasion that comes to its turn no later than this is not missed; the threshold of Quartz. */
    private static final Duration MISFIRE_THRESHOLD = Duration.ofMinutes(1);

    private final ManualClock clock;
    private final WiredStrategy strategy;
    private final SimulatedPortfolio portfolio;
    private final Trainer trainer;
    private final CallWatch watch;
    private final Agenda<TrainingJob> agenda = new Agenda<>();
    private final DataHandler[] handlers;

    /** When something is due next, in milliseconds since 1970; far in the future if nothing is. */
    private long nextDueMillis;

    private volatile Instant deployedAt = Instant.MIN;
    private long slices;
    private long withheld;

    StrategyHost(
            ManualClock clock, WiredStrategy strategy, SimulatedPortfolio portfolio, Trainer trainer, CallWatch watch) {
        this.watch = watch;
        this.clock = clock;
        this.strategy = strategy;
        this.portfolio = portfolio;
        this.trainer = trainer;
        this.handlers = strategy.handlers().toArray(DataHandler[]::new);
    }

    /**
     * Restores the stored models and puts the trainings on the agenda.
     *
     * @param anew whether trainings at deployment are due; they have had their turn where a process goes on for another
     */
    List<Restoration> deploy(ModelKeeper keeper, boolean anew) {
        List<Restoration> restorations = new ArrayList<>();
        for (ModelSlot<?> slot : strategy.slots()) {
            restorations.add(restore(keeper, slot));
        }
        deployedAt = clock.now();
        strategy.jobs().forEach(job -> agenda.add(job, schedules(job, anew), clock.now()));
        lookAhead();
        return restorations;
    }

    private static List<Schedule> schedules(TrainingJob job, boolean anew) {
        return job.definition().schedules().stream()
                .filter(schedule -> anew || !(schedule instanceof Schedule.AtDeployment))
                .toList();
    }

    private Restoration restore(ModelKeeper keeper, ModelSlot<?> slot) {
        try {
            var version = keeper.restore(slot);
            version.ifPresent(found -> trainer.restored(slot, found));
            return new Restoration(slot.key(), version.orElse(null), null);
        } catch (RuntimeException e) {
            return new Restoration(slot.key(), null, String.valueOf(e.getMessage()));
        }
    }

    /** A slice has come whose time is not before the clock's. */
    void step(Slice slice) {
        long time = slice.timeMillis();
        if (nextDueMillis < time) {
            runDueUntil(slice.time().minusNanos(1));
        }
        clock.moveToMillis(time);
        take(slice);
    }

    /** A slice has come, and the clock shows when. */
    void take(Slice slice) {
        slices++;
        portfolio.fillAtOpen(slice);
        portfolio.mark(slice);
        if (nextDueMillis <= slice.timeMillis()) {
            runDueUntil(slice.time());
        }
        handle(slice);
    }

    private void handle(Slice slice) {
        boolean ready = strategy.guard().isModelReady();
        if (!ready) {
            withheld++;
        }
        for (DataHandler handler : handlers) {
            if (handler.always() || (handler.requires().isEmpty() ? ready : areReady(handler.requires()))) {
                call(handler, slice);
            }
        }
    }

    private static boolean areReady(List<ModelStatus> models) {
        for (int i = 0; i < models.size(); i++) {
            if (!models.get(i).isReady()) {
                return false;
            }
        }
        return true;
    }

    private void call(DataHandler handler, Slice slice) {
        watch.begin(handler.name());
        try {
            handler.body().handle(slice);
            watch.end();
        } catch (Exception | Error e) {
            watch.end();
            throw StrategyFailedException.handling(handler.name(), clock.now(), e);
        }
    }

    /** Does everything that is due at or before {@code until}, each with the clock at its time; what is late, at the clock's. */
    void runDueUntil(Instant until) {
        runDueUntil(until, due -> false);
    }

    /** The same, up to what is due by its schedule and held back; what comes after that waits, too. */
    void runDueUntil(Instant until, Predicate<Instant> held) {
        while (true) {
            Instant due = agenda.next().orElse(Instant.MAX);
            Instant own = trainer.next().orElse(Instant.MAX);
            Instant first = own.isAfter(due) ? due : own;
            if (first.isAfter(until) || (own.isAfter(due) && held.test(due))) {
                break;
            }
            clock.moveForward(first);
            if (own.isAfter(due)) {
                Due<TrainingJob> next = agenda.poll(due).orElseThrow();
                trainer.train(next.what(), next.at());
            } else {
                trainer.runNext();
            }
        }
        lookAhead();
    }

    /** Takes occasions off the agenda that were missed by more than a little, and makes up for those that want it. */
    void makeUpForMissed(Instant now) {
        Instant early = now.minus(MISFIRE_THRESHOLD);
        if (agenda.next().filter(early::isAfter).isEmpty()) {
            return;
        }
        Map<TrainingJob, List<Instant>> missed = new LinkedHashMap<>();
        for (var due = agenda.poll(early); due.isPresent(); due = agenda.poll(early)) {
            missed.computeIfAbsent(due.get().what(), job -> new ArrayList<>())
                    .add(due.get().at());
        }
        missed.forEach((job, instants) -> makeUp(job, instants, now));
        lookAhead();
    }

    private void makeUp(TrainingJob job, List<Instant> missed, Instant now) {
        Set<Instant> wanted = new HashSet<>();
        for (Trigger trigger : job.definition().triggers()) {
            wanted.addAll(trigger.misfires()
                    .toMakeUp(
                            trigger.schedule().boundAt(deployedAt),
                            missed.get(0).minusNanos(1),
                            now));
        }
        for (Instant due : missed) {
            if (wanted.contains(due)) {
                trainer.train(job, due);
            } else {
                trainer.miss(job, due, "it was missed by " + Duration.between(due, now) + " and is not made up for");
            }
        }
    }

    /** Takes in what trainings beside the market have come to. */
    void drain() {
        trainer.drain();
        lookAhead();
    }

    /** Puts in place what another process has committed, and calls {@code inPlace} when it is. */
    void refresh(RefreshedModel<?> model, Runnable inPlace) {
        trainer.refresh(model, inPlace);
        lookAhead();
    }

    /** When something is due next by its schedule; {@link Instant#MAX} if nothing is. */
    Instant nextScheduled() {
        return agenda.next().orElse(Instant.MAX);
    }

    /** When something is due next; {@link Instant#MAX} if nothing is. */
    Instant nextDue() {
        Instant due = agenda.next().orElse(Instant.MAX);
        Instant own = trainer.next().orElse(Instant.MAX);
        return own.isBefore(due) ? own : due;
    }

    /** Rounds down, so that an instant between two milliseconds is not missed. */
    private void lookAhead() {
        Instant next = nextDue();
        nextDueMillis = next.equals(Instant.MAX) ? Long.MAX_VALUE : next.toEpochMilli();
    }

    /** When a training is due next by its schedules; empty before it is deployed. For any thread. */
    Optional<Instant> nextDue(TrainingJob job) {
        if (deployedAt.equals(Instant.MIN)) {
            return Optional.empty();
        }
        return job.definition().schedules().stream()
                .map(schedule -> schedule.boundAt(deployedAt).next(clock.now()))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** When it was deployed; {@link Instant#MIN} before. */
    Instant deployedAt() {
        return deployedAt;
    }

    long slices() {
        return slices;
    }

    long withheld() {
        return withheld;
    }
}
