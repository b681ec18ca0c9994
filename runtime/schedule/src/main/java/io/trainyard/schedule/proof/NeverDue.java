package io.trainyard.schedule.proof;

import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.MarketTime;
import io.trainyard.schedule.RecurringSchedule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.schedule.WallTime;
import io.trainyard.schedule.Words;
import io.trainyard.schedule.proof.Finding.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds schedules without an instant within the horizon, and says why where that can be told. */
final class NeverDue {

    /** Rules on given dates name none before it. */
    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

    /** How many dates without an instant are counted. */
    private static final int COUNTED = 2_000;

    private NeverDue() {}

    static List<Finding> in(TrainingPlan plan, Occasions occasions) {
        List<Finding> findings = new ArrayList<>();
        for (int training = 0; training < plan.trainings().size(); training++) {
            List<Schedule> schedules = occasions.schedules(training);
            for (int i = 0; i < schedules.size(); i++) {
                // an empty list is the whole horizon's, wherever the others were cut
                if (schedules.get(i) instanceof RecurringSchedule schedule
                        && occasions.instants(training, i).isEmpty()
                        && !schedule.from(plan.deployedAt().minusNanos(1), plan.until())
                                .hasNext()) {
                    findings.add(finding(plan, plan.trainings().get(training).name(), i, schedule));
                }
            }
        }
        return findings;
    }

    private static Finding finding(TrainingPlan plan, String training, int index, RecurringSchedule schedule) {
        LocalDate first = schedule.clock().date(plan.deployedAt());
        LocalDate last = schedule.clock().date(plan.until());
        Reason reason = reason(schedule, first, last);
        return new Finding(
                Code.NEVER_DUE,
                training,
                OptionalInt.of(index),
                List.of(),
                training + " is never due by \"" + schedule + "\" from " + first + " to " + last,
                reason.why,
                reason.fix);
    }

    private record Reason(String why, String fix) {}

    private static Reason reason(RecurringSchedule schedule, LocalDate first, LocalDate last) {
        DateRule rule = schedule.dates();
        Optional<LocalDate> next = rule.onOrAfter(first);
        if (next.isEmpty()) {
            Optional<LocalDate> past = rule.onOrAfter(LONG_AGO).filter(date -> date.isBefore(first));
            return past.isPresent()
                    ? new Reason(
                            "all dates of \"" + rule + "\" lie before the deployment on " + first,
                            "dates from " + first + " on")
                    : new Reason(
                            "no date of the next 400 years is \"" + rule + "\"", "rules that have a date in common");
        }
        if (next.get().isAfter(last)) {
            return new Reason(
                    "the first date of \"" + rule + "\" is " + Moments.day(next.get()) + ", after the end",
                    "an earlier date, or look as far as that one");
        }
        List<LocalDate> dates = new ArrayList<>();
        for (Optional<LocalDate> date = next;
                date.isPresent() && !date.get().isAfter(last) && dates.size() < COUNTED;
                date = rule.onOrAfter(date.get().plusDays(1))) {
            dates.add(date.get());
        }
        return withoutInstants(schedule, dates, last);
    }

    private static Reason withoutInstants(RecurringSchedule schedule, List<LocalDate> dates, LocalDate last) {
        List<TimeRule> times = schedule.singleTimes();
        List<LocalDate> without = dates.stream()
                .filter(date -> schedule.times().on(date, schedule.clock()).isEmpty())
                .toList();
        if (without.size() < dates.size()) {
            return new Reason(
                    "the times of " + Moments.some(dates, Moments::day) + " lie before the deployment or after the end",
                    "a later date, or a longer horizon than until " + last);
        }
        String closedOn = dates.size() == 1
                ? Moments.day(dates.get(0))
                : "all " + Words.count(dates.size(), "date") + " of \"" + schedule.dates() + "\": "
                        + Moments.some(dates, Moments::day);
        if (times.stream().allMatch(MarketTime.class::isInstance)) {
            String market = ((MarketTime) times.get(0)).calendar().name();
            return new Reason(
                    market + " is closed on " + closedOn,
                    "dates on which " + market
                            + " trades, or closed dates moved to the next or the previous trading day");
        }
        if (times.stream().allMatch(WallTime.class::isInstance)) {
            return new Reason(
                    "a clock change in " + schedule.clock() + " skips its time on " + closedOn,
                    "another time, or gap = NEXT_VALID");
        }
        return new Reason("\"" + schedule.times() + "\" has no instant on " + closedOn, "a time that these dates have");
    }
}
