package io.trainyard.host;

import io.trainyard.time.MarketClock;
import io.trainyard.time.Stopwatch;
import io.trainyard.time.SystemAlarms;
import io.trainyard.training.Workers;
import java.time.Duration;
import java.time.ZoneId;

/**
 * The threads that live strategies of a process share: those on which handlers are called, those on which models are trained,
 * one that waits for whatever is due next of all of them, and one that reads the models of other processes. Their number does not grow with that of the strategies; those
 * that have nothing to do for a while end. A strategy of its own process may have all of it for itself.
 */
public final class LiveThreads implements LiveMachine {

    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final Workers strategies;
    private final Workers trainings;
    private final Workers watchers = new Workers("trainyard-watcher", 1, Thread.NORM_PRIORITY);
    private final Workers refreshers = new Workers("trainyard-refresh", 1, Thread.NORM_PRIORITY);
    private final SystemAlarms alarms = new SystemAlarms("trainyard-live-alarms");

    private LiveThreads(int forStrategies, int forTrainings) {
        this.strategies = new Workers("trainyard-strategy", forStrategies, Thread.NORM_PRIORITY);
        this.trainings = new Workers("trainyard-training", forTrainings, Thread.MIN_PRIORITY);
    }

    /**
     * So many threads at most.
     *
     * @param forStrategies call handlers and put models in place
     * @param forTrainings train, at low priority
     * @throws IllegalArgumentException if one is less than 1
     */
    public static LiveThreads of(int forStrategies, int forTrainings) {
        return new LiveThreads(forStrategies, forTrainings);
    }

    /** As many as this machine has processors for handlers, and one less, but at least one, for trainings. */
    public static LiveThreads ofThisMachine() {
        int processors = Runtime.getRuntime().availableProcessors();
        return of(processors, Math.max(1, processors - 1));
    }

    @Override
    public MarketClock clock(ZoneId zone) {
        return MarketClock.system(zone);
    }

    @Override
    public Stopwatch stopwatch() {
        return Stopwatch.system();
    }

    @Override
    public Workers strategies() {
        return strategies;
    }

    @Override
    public Workers trainings() {
        return trainings;
    }

    @Override
    public Workers watchers() {
        return watchers;
    }

    @Override
    public Workers refreshers() {
        return refreshers;
    }

    @Override
    public SystemAlarms alarms() {
        return alarms;
    }

    @Override
    public boolean isOneOfThem() {
        return strategies.isOneOfThem()
                || trainings.isOneOfThem()
                || watchers.isOneOfThem()
                || refreshers.isOneOfThem();
    }

    /** How many threads there are just now, those left behind by trainings and handlers that do not end included. */
    public int count() {
        return strategies.threads()
                + strategies.stuckThreads()
                + trainings.threads()
                + trainings.stuckThreads()
                + watchers.threads()
                + refreshers.threads()
                + (alarms.isRunning() ? 1 : 0);
    }

    /**
     * Ends them; stop the strategies first.
     *
     * @throws IllegalStateException if a thread does not end within ten seconds, since a training or handler does not
     */
    @Override
    public void close() {
        alarms.close();
        strategies.close();
        trainings.close();
        watchers.close();
        refreshers.close();
        try {
            boolean handlersEnded = strategies.awaitEnd(LONGEST_END);
            boolean trainingsEnded = trainings.awaitEnd(LONGEST_END);
            if (!handlersEnded || !trainingsEnded) {
                throw new IllegalStateException("threads of trainings or handlers have not ended " + LONGEST_END
                        + " after they were interrupted: they end when the code that they run does; call"
                        + " Training.checkpoint() in long trainings");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
