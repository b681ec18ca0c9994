package io.trainyard.schedule.proof;

import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.Words;
import io.trainyard.schedule.proof.Occasions.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * When the trainings of one strategy are due, merged and named. The same input gives the same bytes.
 *
 * @param strategy its name
 * @param from the first instant looked at: the deployment
 * @param until the last instant looked at; earlier than asked for where there are more than 50,000 instants
 * @param entries ascending, at one instant in the order of the source
 */
public record Timetable(String strategy, Instant from, Instant until, List<Entry> entries) {

    /** Copies the list. */
    public Timetable {
        entries = List.copyOf(entries);
    }

    /**
     * A run that is due.
     *
     * @param at when
     * @param training of which training
     * @param limit how long it may take
     * @param schedules which of the training's schedules say so, in plain words
     */
    public record Entry(Instant at, String training, Duration limit, List<String> schedules) {

        /** Copies the list. */
        public Entry {
            schedules = List.copyOf(schedules);
        }
    }

    /**
     * The timetable of a strategy that is deployed at {@code from}.
     *
     * @param strategy its name
     * @param trainings in the order of the source
     * @param until the last instant to look at
     */
    public static Timetable of(String strategy, List<PlannedTraining> trainings, Instant from, Instant until) {
        Occasions occasions = Occasions.of(trainings, from, until);
        List<Entry> entries = new ArrayList<>(occasions.all().size());
        for (Occasion occasion : occasions.all()) {
            PlannedTraining training = trainings.get(occasion.training());
            entries.add(
                    new Entry(occasion.at(), training.name(), training.limit(), words(training, occasions, occasion)));
        }
        return new Timetable(strategy, from, occasions.until(), entries);
    }

    private static List<String> words(PlannedTraining training, Occasions occasions, Occasion occasion) {
        List<Schedule> schedules = training.schedules();
        if (schedules.size() == 1) {
            return List.of(schedules.get(0).toString());
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < schedules.size(); i++) {
            if (Collections.binarySearch(occasions.instants(occasion.training(), i), occasion.at()) >= 0) {
                words.add(schedules.get(i).toString());
            }
        }
        return words;
    }

    /**
     * The timetable as lines of text for people, ended by line feeds.
     *
     * @param zone where its wall times are read; instants in UTC stand beside them
     */
    public String toText(ZoneId zone) {
        StringBuilder text = new StringBuilder();
        text.append(strategy)
                .append(": ")
                .append(Words.count(entries.size(), "training"))
                .append(" from ")
                .append(Moments.local(from, zone))
                .append(" to ")
                .append(Moments.local(until, zone))
                .append(' ')
                .append(zone)
                .append("\n\n");
        int width = entries.stream()
                .mapToInt(entry -> entry.training().length())
                .max()
                .orElse(0);
        for (Entry entry : entries) {
            text.append(Moments.local(entry.at(), zone))
                    .append("  ")
                    .append(entry.at())
                    .append("  ")
                    .append(entry.training())
                    .append(" ".repeat(width - entry.training().length()))
                    .append("  ")
                    .append(String.join("; ", entry.schedules()))
                    .append('\n');
        }
        return text.toString();
    }

    /** The timetable in iCalendar format, stamped with its first instant, so that it depends on nothing else. */
    public String toICalendar() {
        return toICalendar(from);
    }

    /**
     * The timetable in iCalendar format: one event for each run, in UTC, as long as its limit, with an identifier that
     * stays the same from build to build.
     *
     * @param stamp when the timetable was made, which the format demands
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545</a>
     */
    public String toICalendar(Instant stamp) {
        return ICalendar.of(this, stamp);
    }
}
