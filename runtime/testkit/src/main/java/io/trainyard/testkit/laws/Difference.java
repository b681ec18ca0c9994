package io.trainyard.testkit.laws;

import io.trainyard.strategy.StrategyDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first event in which two runs differ.
 *
 * @param at market time
 * @param first what the first run did; null if nothing any more
 * @param second what the second one did; null if nothing any more
 * @param before the last events that both have
 */
record Difference(
        Instant at, @Nullable String first, @Nullable String second, List<Event> before) {

    private static final int REMEMBERED = 3;

    /** Between the events before {@code until}. */
    static Optional<Difference> before(Instant until, Transcript first, Transcript second) {
        return between(
                first.events().stream()
                        .filter(event -> event.at().isBefore(until))
                        .toList(),
                second.events().stream()
                        .filter(event -> event.at().isBefore(until))
                        .toList());
    }

    /** Between whole runs, their endings included. */
    static Optional<Difference> of(Transcript first, Transcript second) {
        Optional<Difference> events = between(first.events(), second.events());
        if (events.isPresent()) {
            return events;
        }
        List<String> one = ending(first);
        List<String> other = ending(second);
        if (one.equals(other)) {
            return Optional.empty();
        }
        List<Event> all = first.events();
        Instant last = all.isEmpty() ? Instant.EPOCH : all.get(all.size() - 1).at();
        return Optional.of(new Difference(last, without(one, other), without(other, one), tail(all, all.size())));
    }

    private static List<String> ending(Transcript transcript) {
        Throwable failure = transcript.failure();
        List<String> lines = new ArrayList<>(transcript.ending());
        if (failure != null) {
            lines.add("it failed: " + Transcript.words(failure));
        }
        return lines;
    }

    /** What both say at their ends is not what differs. */
    private static @Nullable String without(List<String> lines, List<String> others) {
        List<String> own = lines.stream().filter(line -> !others.contains(line)).toList();
        return own.isEmpty() ? null : String.join("; ", own);
    }

    private static Optional<Difference> between(List<Event> first, List<Event> second) {
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            Event one = i < first.size() ? first.get(i) : null;
            Event other = i < second.size() ? second.get(i) : null;
            if (one == null || !one.equals(other)) {
                Instant at = earlier(one, other);
                return Optional.of(new Difference(at, text(one, at), text(other, at), tail(first, i)));
            }
        }
        return Optional.empty();
    }

    private static Instant earlier(@Nullable Event one, @Nullable Event other) {
        Instant first = one == null ? Instant.MAX : one.at();
        Instant second = other == null ? Instant.MAX : other.at();
        return second.isBefore(first) ? second : first;
    }

    private static @Nullable String text(@Nullable Event event, Instant at) {
        return event == null || event.at().isAfter(at) ? null : event.text();
    }

    private static List<Event> tail(List<Event> events, int until) {
        return List.copyOf(events.subList(Math.max(0, until - REMEMBERED), until));
    }

    /** The part of a story that tells it; {@code one} and {@code other} name the runs. */
    String story(String one, String other, StrategyDefinition definition) {
        StringBuilder story = new StringBuilder();
        int width = Math.max(one.length(), other.length());
        for (Event event : before) {
            story.append("      ")
                    .append(Transcript.time(event.at(), definition))
                    .append("  ")
                    .append(event.text())
                    .append('\n');
        }
        story.append("    first difference at ")
                .append(Transcript.time(at, definition))
                .append(" (")
                .append(definition.zone())
                .append(")\n");
        story.append("      ").append(padded(one, width)).append("  ").append(first == null ? "nothing" : first);
        story.append('\n');
        story.append("      ").append(padded(other, width)).append("  ").append(second == null ? "nothing" : second);
        return (before.isEmpty() ? "" : "    both:\n") + story;
    }

    private static String padded(String text, int width) {
        return text + ":" + " ".repeat(width - text.length());
    }
}
