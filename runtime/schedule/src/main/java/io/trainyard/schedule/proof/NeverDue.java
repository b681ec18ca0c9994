package io.trainyard.schedule.proof;

import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.MarketTime;
import io.trainyard.schedule.RecurringSchedule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.schedule.TradingDays;
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
                    : closed(schedule, first, last)
                            .orElseGet(() -> new Reason(
                                    "no date of the next 400 years is \"" + rule + "\"",
                                    "rules that have a date in common"));
        }
        if (next.get().isAfter(last)) {
            return new Reason(
                    "the first date of \"" + rule + "\" is " + Moments.day(next.get()) + ", after the end",
                    "an earlier date, or look as far as that one");
        }
        return withoutInstants(schedule, dates(rule, first, last), last);
    }

    private static List<LocalDate> dates(DateRule rule, LocalDate first, LocalDate last) {
        List<LocalDate> dates = new ArrayList<>();
        for (Optional<LocalDate> date = rule.onOrAfter(first);
                date.isPresent() && !date.get().isAfter(last) && dates.size() < COUNTED;
                date = rule.onOrAfter(date.get().plusDays(1))) {
            dates.add(date.get());
        }
        return dates;
    }

    /** The reason where a market is closed on all dates that the other conditions leave. */
    private static Optional<Reason> closed(RecurringSchedule schedule, LocalDate first, LocalDate last) {
        for (DateRule condition : schedule.conditions()) {
            if (condition instanceof TradingDays open) {
                Optional<DateRule> others = schedule.conditions().stream()
                        .filter(other -> !other.equals(open))
                        .reduce(DateRule::and);
                List<LocalDate> dates =
                        others.map(rule -> dates(rule, first, last)).orElse(List.of());
                if (!dates.isEmpty() && dates.stream().noneMatch(open::contains)) {
                    return Optional.of(closed(open, others.orElseThrow(), dates));
                }
            }
        }
        return Optional.empty();
    }

    private static Reason closed(TradingDays open, DateRule others, List<LocalDate> dates) {
        String market = open.calendar().name();
        LocalDate date = dates.get(0);
        String moved = open.onOrAfter(date)
                .map(next -> "moved to the next trading day, " + Moments.day(next) + " for " + Moments.day(date) + ",")
                .orElse("moved to the next trading day");
        return new Reason(
                market + " is closed on " + (dates.size() == 1 ? Moments.day(date) : all(others, dates)),
                "dates on which " + market + " trades, closed dates " + moved
                        + " or to the one before, or dates that name no market");
    }

    private static String all(DateRule rule, List<LocalDate> dates) {
        return "all " + Words.count(dates.size(), "date") + " of \"" + rule + "\": "
                + Moments.some(dates, Moments::day);
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
        String closedOn = dates.size() == 1 ? Moments.day(dates.get(0)) : all(schedule.dates(), dates);
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
