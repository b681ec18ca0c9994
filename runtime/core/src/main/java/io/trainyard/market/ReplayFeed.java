package io.trainyard.market;

import io.trainyard.time.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recorded bars as if they happened now, at any speed: for paper trading and demonstrations. Set up first, then started;
 * speed and pause can be changed while it runs, from any thread.
 *
 * <p>The feed waits between two slices as long as the market did, divided by the speed. It does not wait for a slow host:
 * slices that are overdue come one after the other, as they would from a market.
 *
 * <p>The sink moves the clock that the host reads, a {@link io.trainyard.time.ManualClock}, to the time of each slice
 * ({@link LiveFeed.Sink}). So the host sees the same instants at every speed, and the same trainings, models and orders as
 * in a backtest over the tape.
 */
public final class ReplayFeed implements LiveFeed {

    private static final Instant UNBOUNDED = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final Tape tape;
    private final FeedThread thread = new FeedThread("trainyard-replay");
    private final Object gate = new Object();
    private Waiter waiter = Waiter.system();
    private ReplaySpeed speed = ReplaySpeed.MAXIMUM;
    private boolean paused;
    private @Nullable Instant from;
    private Instant to = UNBOUNDED;
    private @Nullable ReplayPace pace;
    private long last;
    private long next;

    private ReplayFeed(Tape tape) {
        this.tape = tape;
    }

    /** A replay of the whole tape, as fast as the host takes it. */
    public static ReplayFeed of(Tape tape) {
        return new ReplayFeed(tape);
    }

    /**
     * Begins at {@code instant} of the recording: slices after it come, the first one when it is due. Without, the replay
     * begins with the first slice. Before the start.
     */
    public ReplayFeed from(Instant instant) {
        this.from = instant;
        return this;
    }

    /** Ends with the slices at {@code instant}, inclusive. Before the start. */
    public ReplayFeed to(Instant instant) {
        this.to = instant;
        return this;
    }

    /** What is replayed. */
    public Tape tape() {
        return tape;
    }

    /** Where the replay begins; empty for the first slice. */
    public Optional<Instant> begin() {
        return Optional.ofNullable(from);
    }

    /** Up to when slices come, where that was said. */
    public Optional<Instant> end() {
        return to.equals(UNBOUNDED) ? Optional.empty() : Optional.of(to);
    }

    /** Waits with {@code other}, instead of on this machine's time. Before the start. */
    public ReplayFeed waiter(Waiter other) {
        this.waiter = other;
        return this;
    }

    /** Goes on at this speed; at any time. */
    public ReplayFeed speed(ReplaySpeed other) {
        change(other, null);
        return this;
    }

    /** Stands still after the current slice; at any time, also before the start. */
    public ReplayFeed pause() {
        change(null, true);
        return this;
    }

    /** Goes on after {@link #pause()}. */
    public ReplayFeed proceed() {
        change(null, false);
        return this;
    }

    /** The instant of the recording that the replay has reached: between the last slice and the next; empty before the start. */
    public Optional<Instant> position() {
        synchronized (gate) {
            return pace == null
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochMilli(pace.position(waiter.elapsed(), last, next)));
        }
    }

    @Override
    public void start(Sink sink) {
        thread.start(() -> replay(sink));
    }

    @Override
    public void close() {
        thread.close();
    }

    private void replay(Sink sink) throws InterruptedException {
        MarketFeed slices = tape.feed(from == null ? Instant.ofEpochMilli(Long.MIN_VALUE) : from, to);
        Slice slice = slices.next();
        if (slice != null) {
            begin(from == null ? slice.timeMillis() : from.toEpochMilli(), slice.timeMillis());
        }
        while (slice != null) {
            awaitTurn();
            if (thread.isClosed()) {
                return;
            }
            sink.slice(slice);
            Slice following = slices.next();
            delivered(slice.timeMillis(), following == null ? slice.timeMillis() : following.timeMillis());
            slice = following;
        }
        if (!thread.isClosed()) {
            sink.ended();
        }
    }

    private void awaitTurn() throws InterruptedException {
        while (!thread.isClosed()) {
            Duration due;
            synchronized (gate) {
                due = pace().due(next);
            }
            if (due.compareTo(waiter.elapsed()) <= 0) {
                return;
            }
            waiter.awaitUntil(due);
        }
    }

    private void begin(long position, long first) {
        synchronized (gate) {
            last = position;
            next = first;
            pace = new ReplayPace(speed, paused, position, waiter.elapsed());
        }
    }

    private void delivered(long time, long following) {
        synchronized (gate) {
            last = time;
            next = following;
        }
    }

    private void change(@Nullable ReplaySpeed otherSpeed, @Nullable Boolean otherPause) {
        synchronized (gate) {
            long position = pace == null ? 0 : pace.position(waiter.elapsed(), last, next);
            speed = otherSpeed == null ? speed : otherSpeed;
            paused = otherPause == null ? paused : otherPause;
            if (pace != null) {
                pace.change(speed, paused, position, waiter.elapsed());
            }
        }
        waiter.wake();
    }

    private ReplayPace pace() {
        if (pace == null) {
            throw new IllegalStateException("not begun");
        }
        return pace;
    }
}
