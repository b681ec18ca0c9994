package io.trainyard.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What is due next among many schedules. Asking costs nothing that grows with the schedules that are not due. Entries
 * due at the same instant come in the order in which they were added. Not safe for use by several threads.
 *
 * @param <T> what is scheduled
 */
public final class Agenda<T> {

    private final PriorityQueue<Entry<T>> queue = new PriorityQueue<>();
    private int added;

    /**
     * Adds something that is due by any of {@code schedules}, which are {@linkplain Schedule#boundAt bound} to its
     * deployment; an instant on which several agree is one occasion.
     *
     * @param deployedAt occasions before it are not due; at it only {@linkplain Schedule#dueAtDeployment deployment} is,
     *     and instants that fall on it exactly
     */
    public void add(T what, List<Schedule> schedules, Instant deployedAt) {
        boolean now = schedules.stream().anyMatch(Schedule::dueAtDeployment);
        List<Schedule> bound =
                schedules.stream().map(schedule -> schedule.boundAt(deployedAt)).toList();
        Entry<T> entry = new Entry<>(what, bound, added++, now ? deployedAt : Instant.MAX);
        if (now || entry.advance(deployedAt.minusNanos(1))) {
            queue.add(entry);
        }
    }

    /** When something is due next. */
    public Optional<Instant> next() {
        return Optional.ofNullable(queue.peek()).map(entry -> entry.due);
    }

    /** Takes what is due first, if that is not after {@code now}, and moves it on to its next occasion. */
    public Optional<Due<T>> poll(Instant now) {
        Entry<T> first = queue.peek();
        if (first == null || first.due.isAfter(now)) {
            return Optional.empty();
        }
        queue.remove();
        Due<T> due = new Due<>(first.what, first.due);
        if (first.advance(first.due)) {
            queue.add(first);
        }
        return Optional.of(due);
    }

    /** Everything that is on the agenda, in the order in which it was added. */
    public List<T> entries() {
        List<Entry<T>> entries = new ArrayList<>(queue);
        entries.sort((left, right) -> Integer.compare(left.order, right.order));
        return entries.stream().map(entry -> entry.what).toList();
    }

    /**
     * An occasion.
     *
     * @param what what is due
     * @param at when
     * @param <T> what is scheduled
     */
    public record Due<T>(T what, Instant at) {}

    private static final class Entry<T> implements Comparable<Entry<T>> {
        private final T what;
        private final List<Schedule> schedules;
        private final int order;
        private Instant due;

        Entry(T what, List<Schedule> schedules, int order, Instant due) {
            this.what = what;
            this.schedules = schedules;
            this.order = order;
            this.due = due;
        }

        /** Moves on to the first occasion strictly after {@code after}; false if there is none. */
        boolean advance(Instant after) {
            boolean found = false;
            for (Schedule schedule : schedules) {
                Instant next = schedule.next(after).orElse(null);
                if (next != null && (!found || next.isBefore(due))) {
                    due = next;
                    found = true;
                }
            }
            return found;
        }

        @Override
        public int compareTo(Entry<T> other) {
            int byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : Integer.compare(order, other.order);
        }
    }
}
