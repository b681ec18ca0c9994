package io.trainyard.host;

import io.trainyard.training.Lane;
import io.trainyard.training.Workers;
import org.jspecify.annotations.Nullable;

/** Where the events and trainings of one live strategy run: on a machine that it may share with others. */
final class LiveWorkers {

    private final LiveMachine machine;
    private final boolean owned;
    private final @Nullable Workers own;

    private LiveWorkers(LiveMachine machine, boolean owned, @Nullable Workers own) {
        this.machine = machine;
        this.owned = owned;
        this.own = own;
    }

    static LiveWorkers of(Live live) {
        LiveMachine machine = live.machine == null ? LiveThreads.of(1, live.trainingThreads) : live.machine;
        Workers own = live.ownThread
                ? new Workers("trainyard-" + live.wiring.definition().name(), 1, Thread.NORM_PRIORITY)
                : null;
        return new LiveWorkers(machine, live.machine == null, own);
    }

    LiveMachine machine() {
        return machine;
    }

    /** Where events come. */
    Lane forEvents() {
        return own != null ? own : machine.strategies();
    }

    /** Whether the calling thread is one of these, and so could wait for itself. */
    boolean isOneOfThem() {
        return machine.isOneOfThem() || (own != null && own.isOneOfThem());
    }

    /** Ends those that are the strategy's own. */
    void close() {
        if (own != null) {
            own.close();
        }
        if (owned) {
            machine.close();
        }
    }
}
