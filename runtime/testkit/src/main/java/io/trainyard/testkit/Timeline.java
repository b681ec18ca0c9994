package io.trainyard.testkit;

import io.trainyard.testkit.TimelineEvent.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What happened to a strategy under test, in the order in which it did: events with their market time. */
public final class Timeline {

    /** So many slices in a row are shown; of more, how many there were. */
    private static final int SLICES_SHOWN = 2;

    private final ZoneId zone;
    private final List<TimelineEvent> events = new ArrayList<>();

    Timeline(ZoneId zone) {
        this.zone = zone;
    }

    /** Every event. */
    public synchronized List<TimelineEvent> events() {
        return List.copyOf(events);
    }

    /** Every event of a kind. */
    public List<TimelineEvent> events(Kind kind) {
        return events().stream().filter(event -> event.kind() == kind).toList();
    }

    /** Adds an event; its place, for {@link #replace}. */
    synchronized int add(Instant at, Kind kind, String subject, String text) {
        events.add(new TimelineEvent(at, kind, subject, text));
        return events.size() - 1;
    }

    /** Says more of what was added at a place. */
    synchronized void replace(int place, String text) {
        TimelineEvent event = events.get(place);
        events.set(place, new TimelineEvent(event.at(), event.kind(), event.subject(), text));
    }

    /** A line for each event, times in the strategy's zone; slices in a row to which the same happened in one line. */
    @Override
    public String toString() {
        List<TimelineEvent> all = new ArrayList<>(events());
        // an order is filled at the open of a bar, which is known when the bar has ended
        all.sort(Comparator.comparing(TimelineEvent::at));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.size(); ) {
            int end = endOfRow(all, i);
            if (end - i > SLICES_SHOWN) {
                line(text, all.get(i));
                text.append("    ... ").append(end - i - 2).append(" more like it\n");
                line(text, all.get(end - 1));
                i = end;
            } else {
                line(text, all.get(i));
                i++;
            }
        }
        return text.toString();
    }

    private static int endOfRow(List<TimelineEvent> all, int from) {
        TimelineEvent first = all.get(from);
        int end = from + 1;
        while (first.kind() == Kind.SLICE
                && end < all.size()
                && all.get(end).kind() == Kind.SLICE
                && all.get(end).text().equals(first.text())) {
            end++;
        }
        return end;
    }

    private void line(StringBuilder text, TimelineEvent event) {
        String rest = event.subject().isEmpty() || event.text().isEmpty()
                ? event.subject() + event.text()
                : event.subject() + ": " + event.text();
        text.append(String.format(
                        Locale.ROOT,
                        "  %s  %-10s  %s",
                        MarketTimes.show(event.at(), zone),
                        event.kind().word(),
                        rest.replace("\n", "\n" + " ".repeat(MarketTimes.WIDTH + 16)))
                .stripTrailing());
        text.append('\n');
    }
}
