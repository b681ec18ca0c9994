package io.trainyard.host;

import io.trainyard.training.Workers;
import org.jspecify.annotations.Nullable;

/** The threads of one live strategy, some of which it may share with others. */
final class LiveWorkers {

    private final LiveThreads threads;
    private final boolean owned;
    private final @Nullable Workers own;

    private LiveWorkers(LiveThreads threads, boolean owned, @Nullable Workers own) {
        this.threads = threads;
        this.owned = owned;
        this.own = own;
    }

    static LiveWorkers of(Live live) {
        LiveThreads threads = live.threads == null ? LiveThreads.of(1, live.trainingThreads) : live.threads;
        Workers own = live.ownThread
                ? new Workers("trainyard-" + live.wiring.definition().name(), 1, Thread.NORM_PRIORITY)
                : null;
        return new LiveWorkers(threads, live.threads == null, own);
    }

    /** Those that are shared. */
    LiveThreads threads() {
        return threads;
    }

    /** Those on which events come. */
    Workers forEvents() {
        return own != null ? own : threads.strategies();
    }

    /** Whether the calling thread is one of them, and so could wait for itself. */
    boolean isOneOfThem() {
        return threads.isOneOfThem() || (own != null && own.isOneOfThem());
    }

    /** Ends those that are its own. */
    void close() {
        if (own != null) {
            own.close();
        }
        if (owned) {
            threads.close();
        }
    }
}
