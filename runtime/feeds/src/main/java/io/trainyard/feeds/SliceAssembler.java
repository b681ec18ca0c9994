package io.trainyard.feeds;

import io.trainyard.feeds.FeedTally.Kind;
import io.trainyard.market.Bar;
import io.trainyard.market.Slice;
import io.trainyard.market.Subscription;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes slices of bars that end together, and drops bars that come twice or too late. A slice is complete when all
 * subscriptions have their bar; else the feed ends it, when a later bar comes or its patience is over.
 */
final class SliceAssembler {

    private static final Logger log = LoggerFactory.getLogger(SliceAssembler.class);

    private final Map<String, Integer> places = new HashMap<>();
    private final long[] lastEnds;
    private final @Nullable Bar[] open;
    private final FeedTally tally;
    private int count;
    private long openEnd;
    private long closedUntil;

    /** Slices list their bars in the order of {@code subscriptions}; bars that end until {@code since} are dropped. */
    SliceAssembler(List<Subscription> subscriptions, long since, FeedTally tally) {
        for (Subscription subscription : subscriptions) {
            places.put(subscription.symbol(), places.size());
        }
        this.lastEnds = new long[places.size()];
        Arrays.fill(lastEnds, since);
        this.open = new Bar[places.size()];
        this.closedUntil = since;
        this.tally = tally;
    }

    /** Whether {@code bar} is wanted and new: every other one is counted and logged. */
    boolean accepts(Bar bar) {
        Integer place = places.get(bar.symbol());
        if (place == null) {
            return refuse(Kind.UNWANTED, bar);
        }
        if (bar.endMillis() == lastEnds[place]) {
            return refuse(Kind.DUPLICATES, bar);
        }
        if (bar.endMillis() < lastEnds[place]
                || bar.endMillis() <= closedUntil
                || (count > 0 && bar.endMillis() < openEnd)) {
            return refuse(Kind.LATE, bar);
        }
        return true;
    }

    /** Whether {@code bar}, which was accepted, ends after the bars of the open slice. */
    boolean isLater(Bar bar) {
        return count > 0 && bar.endMillis() > openEnd;
    }

    /** Adds a bar that was accepted and is not later; true if the slice is complete. */
    boolean add(Bar bar) {
        int place = Objects.requireNonNull(places.get(bar.symbol()));
        open[place] = bar;
        openEnd = bar.endMillis();
        lastEnds[place] = openEnd;
        count++;
        return count == open.length;
    }

    /** Whether a slice waits for more bars. */
    boolean isOpen() {
        return count > 0;
    }

    /** Ends the open slice. */
    Slice take() {
        Slice slice = Slice.of(Arrays.stream(open).filter(Objects::nonNull).toArray(Bar[]::new));
        Arrays.fill(open, null);
        tally.add(Kind.BARS, count);
        tally.add(Kind.SLICES);
        count = 0;
        closedUntil = openEnd;
        return slice;
    }

    /** When the last slice ended, or since when bars were wanted, in milliseconds since 1970-01-01T00:00Z. */
    long closedUntil() {
        return closedUntil;
    }

    private boolean refuse(Kind kind, Bar bar) {
        long many = tally.add(kind);
        if (FeedTally.isWorthALine(many)) {
            log.warn("dropped a bar, {} ({} so far): {} that ended at {}", kind, many, bar.symbol(), bar.end());
        }
        return false;
    }
}
