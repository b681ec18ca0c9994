package io.trainyard.testkit.bars;

import io.trainyard.market.Bar;
import io.trainyard.market.BarSeries;
import io.trainyard.market.LiveFeed;
import io.trainyard.market.LiveFeeds;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.Slice;
import io.trainyard.market.Subscription;
import io.trainyard.market.Tape;
import io.trainyard.market.data.BarSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bars of a real feed, for tests: it is opened when bars are first asked for, listened to until there are enough of them, and
 * closed. From then on the recording is given out, the same to everybody. Write it to a {@link TapeFile}, and the test
 * does without the feed the next time.
 *
 * <pre>{@code
 * BarsSource bars = BarsSource.of("wss://host/bars", 390, Duration.ofHours(7), new Subscription("SPY", MINUTE));
 * TapeFile.write(file, bars.tape());
 * }</pre>
 */
public final class BarsSource implements BarSource {

    private final String description;
    private final LiveFeed feed;
    private final int slices;
    private final Duration atMost;
    private final List<Subscription> subscriptions;
    private @Nullable Tape tape;

    private BarsSource(
            String description, LiveFeed feed, int slices, Duration atMost, List<Subscription> subscriptions) {
        if (slices < 1 || subscriptions.isEmpty()) {
            throw new IllegalArgumentException("a recording of " + slices + " slices of " + subscriptions
                    + " would be empty: ask for one slice and one subscription at least");
        }
        this.description = description;
        this.feed = feed;
        this.slices = slices;
        this.atMost = atMost;
        this.subscriptions = List.copyOf(subscriptions);
    }

    /**
     * The first bars of a feed.
     *
     * @param feed not started yet; it is closed when there are enough bars
     * @param slices how many slices are enough; fewer if the feed ends before
     * @param atMost how long to wait for them, machine time
     * @param subscriptions what the feed brings; other bars are left out
     */
    public static BarsSource of(LiveFeed feed, int slices, Duration atMost, Subscription... subscriptions) {
        return new BarsSource("first " + slices + " slices of a feed", feed, slices, atMost, List.of(subscriptions));
    }

    /**
     * The same by the address of the feed, as {@link LiveFeeds#open} takes it.
     *
     * @throws MarketDataException if no feed is known by the address
     */
    public static BarsSource of(String address, int slices, Duration atMost, Subscription... subscriptions) {
        return new BarsSource(
                "first " + slices + " slices of " + address,
                LiveFeeds.open(address, List.of(subscriptions)),
                slices,
                atMost,
                List.of(subscriptions));
    }

    /**
     * All that was recorded, after waiting for it.
     *
     * @throws MarketDataException if the feed has not brought enough in time
     */
    public synchronized Tape tape() {
        if (tape == null) {
            tape = record();
        }
        return tape;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public List<Subscription> available() {
        return subscriptions;
    }

    @Override
    public BarSeries load(Subscription subscription) {
        return Bars.of(tape()).load(subscription);
    }

    private Tape record() {
        Recorder recorder = new Recorder(slices);
        try {
            feed.start(recorder);
            if (!recorder.enough.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new MarketDataException(
                        "the " + description + " are not there",
                        "after " + atMost + " it had brought " + recorder.count()
                                + (recorder.trouble() == null ? "" : ", and says " + recorder.trouble()),
                        "ask for fewer, or wait longer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MarketDataException("the recording of the " + description + " was interrupted", e);
        } finally {
            feed.close();
        }
        return recorder.tape(subscriptions);
    }

    private static final class Recorder implements LiveFeed.Sink {
        final CountDownLatch enough = new CountDownLatch(1);
        private final int wanted;
        private final List<Slice> slices = new ArrayList<>();
        private @Nullable String trouble;

        Recorder(int wanted) {
            this.wanted = wanted;
        }

        @Override
        public synchronized void slice(Slice slice) {
            if (slices.size() < wanted) {
                slices.add(slice);
            }
            if (slices.size() == wanted) {
                enough.countDown();
            }
        }

        @Override
        public synchronized void interrupted(String reason) {
            trouble = reason;
        }

        @Override
        public synchronized void resumed() {
            trouble = null;
        }

        @Override
        public void ended() {
            enough.countDown();
        }

        synchronized int count() {
            return slices.size();
        }

        synchronized @Nullable String trouble() {
            return trouble;
        }

        synchronized Tape tape(List<Subscription> subscriptions) {
            List<BarSeries> all = new ArrayList<>();
            for (Subscription subscription : subscriptions) {
                BarSeries.Builder series = BarSeries.of(subscription.symbol(), subscription.resolution());
                for (Slice slice : slices) {
                    Bar bar = slice.bar(subscription.symbol());
                    if (bar != null) {
                        series.add(bar);
                    }
                }
                all.add(series.build());
            }
            return Tape.of(all);
        }
    }
}
