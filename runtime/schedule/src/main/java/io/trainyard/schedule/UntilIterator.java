package io.trainyard.schedule;

import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Ascending instants up to and including the last that counts. */
final class UntilIterator implements Iterator<Instant> {

    private final Iterator<Instant> all;
    private final Instant to;
    private @Nullable Instant next;

    UntilIterator(Iterator<Instant> all, Instant to) {
        this.all = all;
        this.to = to;
        advance();
    }

    private void advance() {
        Instant candidate = all.hasNext() ? all.next() : null;
        next = candidate == null || candidate.isAfter(to) ? null : candidate;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Instant next() {
        Instant instant = next;
        if (instant == null) {
            throw new NoSuchElementException("the schedule has no further instant until " + to);
        }
        advance();
        return instant;
    }
}
