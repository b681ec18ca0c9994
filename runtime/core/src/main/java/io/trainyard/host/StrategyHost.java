package io.trainyard.host;

import io.trainyard.market.MarketFeed;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.SimulatedPortfolio;
import io.trainyard.schedule.Agenda;
import io.trainyard.schedule.Agenda.Due;
import io.trainyard.strategy.DataHandler;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.time.ManualClock;
import io.trainyard.training.ModelKeeper;
import io.trainyard.training.ModelSlot;
import io.trainyard.training.Trainer;
import io.trainyard.training.TrainingJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the loop of events for one strategy. At each slice, in this order: trainings that were due before it, each with
 * the clock at its own time; the clock moves to the slice; open orders are filled at the open of its bars; holdings are
 * valued at its closes; trainings due at that very time; handlers.
 */
final class StrategyHost {

    private static final int SLICES_BETWEEN_REPORTS = 4096;

    private final ManualClock clock;
    private final WiredStrategy strategy;
    private final SimulatedPortfolio portfolio;
    private final Trainer trainer;
    private final BacktestListener listener;
    private final Agenda<TrainingJob> agenda = new Agenda<>();
    private final DataHandler[] handlers;

    /** When something is due next, in milliseconds since 1970; far in the future if nothing is. */
    private long nextDueMillis;

    private long slices;
    private long withheld;

    StrategyHost(
            ManualClock clock,
            WiredStrategy strategy,
            SimulatedPortfolio portfolio,
            Trainer trainer,
            BacktestListener listener) {
        this.clock = clock;
        this.strategy = strategy;
        this.portfolio = portfolio;
        this.trainer = trainer;
        this.listener = listener;
        this.handlers = strategy.handlers().toArray(DataHandler[]::new);
    }

    /** Restores the stored models and puts the trainings on the agenda. */
    List<Restoration> deploy(ModelKeeper keeper) {
        List<Restoration> restorations = new ArrayList<>();
        for (ModelSlot<?> slot : strategy.slots()) {
            restorations.add(restore(keeper, slot));
        }
        strategy.jobs().forEach(job -> agenda.add(job, job.definition().schedules(), clock.now()));
        lookAhead();
        listener.deployed(clock.now());
        return restorations;
    }

    private static Restoration restore(ModelKeeper keeper, ModelSlot<?> slot) {
        try {
            return new Restoration(slot.key(), keeper.restore(slot).orElse(null), null);
        } catch (RuntimeException e) {
            return new Restoration(slot.key(), null, String.valueOf(e.getMessage()));
        }
    }

    /** Runs until the feed ends, and trainings until before {@code end}. */
    void run(MarketFeed feed, Instant end) {
        runDueUntil(clock.now());
        for (Slice slice = feed.next(); slice != null; slice = feed.next()) {
            step(slice);
            if (++slices % SLICES_BETWEEN_REPORTS == 0) {
                listener.reached(clock.now());
            }
        }
        runDueUntil(end.minusNanos(1));
        listener.reached(clock.now());
    }

    private void step(Slice slice) {
        long time = slice.timeMillis();
        if (nextDueMillis < time) {
            runDueUntil(slice.time().minusNanos(1));
        }
        clock.moveToMillis(time);
        portfolio.fillAtOpen(slice);
        portfolio.mark(slice);
        if (nextDueMillis <= time) {
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
            if (ready || handler.always()) {
                try {
                    handler.body().handle(slice);
                } catch (Exception | Error e) {
                    throw StrategyFailedException.handling(handler.name(), clock.now(), e);
                }
            }
        }
    }

    private void runDueUntil(Instant until) {
        for (Optional<Due<TrainingJob>> due = agenda.poll(until); due.isPresent(); due = agenda.poll(until)) {
            clock.moveTo(due.get().at());
            trainer.train(due.get().what(), due.get().at());
        }
        lookAhead();
    }

    /** Rounds down, so that an instant between two milliseconds is not missed. */
    private void lookAhead() {
        nextDueMillis = agenda.next().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    }

    long slices() {
        return slices;
    }

    long withheld() {
        return withheld;
    }
}
