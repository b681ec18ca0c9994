package io.trainyard.schedule.proof;

import io.trainyard.Gap;
import io.trainyard.Overlap;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.RecurringSchedule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.schedule.TimeWindow;
import io.trainyard.schedule.WallClock;
import io.trainyard.schedule.WallTime;
import io.trainyard.schedule.Words;
import io.trainyard.schedule.proof.Finding.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Finds wall times that a clock change skips or repeats, also as ends of windows. Intervals are counted in elapsed time and
 * need no such warning; rules that someone else wrote are not looked into.
 */
final class ClockChanges {

    private ClockChanges() {}

    /** What a reading is to its schedule. */
    private enum Role {
        TIME,
        BEGINNING,
        END
    }

    /** A reading that a clock change hits. */
    private record Hit(Role role, WallClock clock, LocalDateTime reading, ZoneOffsetTransition change) {

        List<Instant> instants() {
            List<Instant> instants = clock.instants(reading);
            return instants.isEmpty() ? List.of(change.getInstant()) : instants;
        }
    }

    static List<Finding> in(TrainingPlan plan, Occasions occasions) {
        List<Finding> findings = new ArrayList<>();
        for (int training = 0; training < plan.trainings().size(); training++) {
            List<Schedule> schedules = occasions.schedules(training);
            for (int i = 0; i < schedules.size(); i++) {
                if (schedules.get(i) instanceof RecurringSchedule schedule) {
                    String name = plan.trainings().get(training).name();
                    List<Hit> hits = hits(schedule, plan.deployedAt(), plan.until());
                    add(findings, name, i, hits, true);
                    add(findings, name, i, hits, false);
                }
            }
        }
        return findings;
    }

    private static List<Hit> hits(RecurringSchedule schedule, Instant from, Instant until) {
        List<Hit> hits = new ArrayList<>();
        WallClock clock = schedule.clock();
        for (TimeRule rule : schedule.singleTimes()) {
            if (rule instanceof WallTime time) {
                WallClock own = time.zone() == null ? clock : clock.in(time.zone());
                Reading reading = new Reading(Role.TIME, time.time(), time.daysLater(), own);
                add(hits, schedule.dates(), reading, from, until);
            }
        }
        WallClock whole = clock.with(Gap.NEXT_VALID);
        for (TimeWindow window : schedule.windows()) {
            Reading beginning = new Reading(Role.BEGINNING, window.from(), 0, whole.with(Overlap.EARLIER));
            Reading end = new Reading(Role.END, window.to(), window.daysLater(), whole.with(Overlap.LATER));
            add(hits, schedule.dates(), beginning, from, until);
            add(hits, schedule.dates(), end, from, until);
        }
        hits.sort(Comparator.comparing(Hit::reading));
        return hits;
    }

    /** What is read on each date, some days after it. */
    private record Reading(Role role, LocalTime time, int daysLater, WallClock clock) {}

    private static void add(List<Hit> hits, DateRule dates, Reading typed, Instant from, Instant until) {
        WallClock clock = typed.clock();
        ZoneRules rules = clock.zone().getRules();
        if (rules.isFixedOffset()) {
            return;
        }
        for (ZoneOffsetTransition change = rules.nextTransition(from);
                change != null && !change.getInstant().isAfter(until);
                change = rules.nextTransition(change.getInstant())) {
            LocalDateTime first = change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
            LocalDateTime end = change.isGap() ? change.getDateTimeAfter() : change.getDateTimeBefore();
            LocalDate last = end.toLocalDate();
            for (LocalDate date = first.toLocalDate(); !date.isAfter(last); date = date.plusDays(1)) {
                LocalDateTime reading = date.atTime(typed.time());
                if (!reading.isBefore(first)
                        && reading.isBefore(end)
                        && dates.contains(date.minusDays(typed.daysLater()))) {
                    hits.add(new Hit(typed.role(), clock, reading, change));
                }
            }
        }
    }

    private static void add(List<Finding> findings, String training, int index, List<Hit> all, boolean gap) {
        List<Hit> hits = all.stream().filter(hit -> hit.change().isGap() == gap).toList();
        if (hits.isEmpty()) {
            return;
        }
        Hit first = hits.get(0);
        String times = Words.list(hits.stream()
                .map(hit -> hit.reading().toLocalTime().toString())
                .distinct()
                .sorted()
                .toList());
        String zone = first.clock().zone().toString();
        String dates = Moments.some(
                hits.stream().map(hit -> hit.reading().toLocalDate()).distinct().toList(), LocalDate::toString);
        ZoneOffsetTransition change = first.change();
        findings.add(new Finding(
                gap ? Code.WALL_TIME_SKIPPED : Code.WALL_TIME_REPEATED,
                training,
                OptionalInt.of(index),
                Moments.firstOf(hits.stream()
                        .flatMap(hit -> hit.instants().stream())
                        .sorted()
                        .distinct()
                        .collect(Collectors.toList())),
                times + (gap ? " does not exist" : " occurs twice") + " in " + zone + " on " + dates + ": "
                        + consequence(training, first, gap),
                "clocks in " + zone + " go from " + change.getDateTimeBefore().toLocalTime() + " "
                        + (gap ? "forward" : "back") + " to "
                        + change.getDateTimeAfter().toLocalTime() + " on "
                        + change.getDateTimeBefore().toLocalDate(),
                first.role() != Role.TIME
                        ? "a window that begins and ends outside the hour that is " + (gap ? "skipped" : "repeated")
                        : gap
                                ? "a time outside the hour that is skipped, or say gap = NEXT_VALID or SKIP if this is meant"
                                : "a time outside the hour that is repeated, or say overlap = EARLIER, LATER or BOTH if this is"
                                        + " meant"));
    }

    private static String consequence(String training, Hit hit, boolean gap) {
        if (hit.role() != Role.TIME) {
            boolean begins = hit.role() == Role.BEGINNING;
            return "the window of " + training + (begins ? " begins " : " ends ")
                    + (gap
                            ? "at " + hit.change().getDateTimeAfter().toLocalTime() + " instead"
                            : begins ? "the first time" : "the second time");
        }
        if (gap) {
            return hit.clock().gap() == Gap.SKIP
                    ? training + " is not due then"
                    : training + " is due at " + hit.change().getDateTimeAfter().toLocalTime() + " instead";
        }
        Overlap overlap = hit.clock().overlap();
        return training + " is due "
                + (overlap == Overlap.BOTH
                        ? "both times"
                        : overlap == Overlap.LATER ? "the second time" : "the first time");
    }
}
