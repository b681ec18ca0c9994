package io.trainyard.host;

import io.trainyard.time.Alarms;
import io.trainyard.time.Stopwatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the handler that is called just now, and reports one that takes too long, once, while it hangs. A strategy has
 * one alarm at most, however often its handlers are called.
 */
final class HandlerWatch implements CallWatch {

    private final HandlerLimit limit;
    private final Stopwatch stopwatch;
    private final Alarms alarms;
    private final Executor reporter;
    private final Report report;
    private final BiConsumer<String, Duration> timed;
    private final AtomicBoolean armed = new AtomicBoolean();
    private volatile @Nullable Call call;

    HandlerWatch(
            HandlerLimit limit,
            Stopwatch stopwatch,
            Alarms alarms,
            Executor reporter,
            Report report,
            BiConsumer<String, Duration> timed) {
        this.limit = limit;
        this.stopwatch = stopwatch;
        this.alarms = alarms;
        this.reporter = reporter;
        this.report = report;
        this.timed = timed;
    }

    @Override
    public void begin(String handler) {
        call = new Call(handler, stopwatch.elapsed(), Thread.currentThread());
        if (armed.compareAndSet(false, true)) {
            arm(limit.atMost());
        }
    }

    @Override
    public void end() {
        Call done = call;
        call = null;
        if (done != null) {
            timed.accept(done.handler, stopwatch.elapsed().minus(done.since));
        }
    }

    /** The handler that is called just now, and for how long; null if none is. */
    @Nullable
    Hanging current() {
        Call now = call;
        return now == null ? null : now.hanging(stopwatch.elapsed());
    }

    private void arm(Duration delay) {
        alarms.after(delay, this::look);
    }

    private void look() {
        Call now = call;
        if (now == null || now.reported) {
            armed.set(false);
            Call next = call;
            if (next != null && !next.reported && armed.compareAndSet(false, true)) {
                arm(limit.atMost());
            }
            return;
        }
        Duration left = now.since.plus(limit.atMost()).minus(stopwatch.elapsed());
        if (!left.isNegative() && !left.isZero()) {
            arm(left);
            return;
        }
        now.reported = true;
        reporter.execute(() -> {
            Hanging hanging = now.hanging(stopwatch.elapsed());
            if (call == now) {
                report.hangs(hanging);
            }
        });
        arm(limit.atMost());
    }

    /** Told of a handler that takes too long. */
    interface Report {
        /** It is still at it. */
        void hangs(Hanging handler);
    }

    /**
     * A handler that has not returned.
     *
     * @param handler its name
     * @param since how long ago it was called
     * @param stack where it is
     * @param thread which thread that is
     */
    record Hanging(String handler, Duration since, List<StackTraceElement> stack, Thread thread) {}

    private static final class Call {
        private final String handler;
        private final Duration since;
        private final Thread thread;
        private volatile boolean reported;

        Call(String handler, Duration since, Thread thread) {
            this.handler = handler;
            this.since = since;
            this.thread = thread;
        }

        Hanging hanging(Duration now) {
            return new Hanging(handler, now.minus(since), List.of(thread.getStackTrace()), thread);
        }
    }
}
