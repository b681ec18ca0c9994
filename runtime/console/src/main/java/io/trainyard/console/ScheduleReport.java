package io.trainyard.console;

import io.trainyard.schedule.proof.Affordability;
import io.trainyard.schedule.proof.Budget;
import io.trainyard.schedule.proof.Finding;
import io.trainyard.schedule.proof.PlannedTraining;
import io.trainyard.schedule.proof.Proof;
import io.trainyard.schedule.proof.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about schedules, as it is printed: wall times in the schedule's or the strategy's zone.
 *
 * @param name the strategy's, or "schedule"
 * @param zone where wall times are read
 * @param from the first instant looked at
 * @param to the last instant looked at
 * @param trainings the rules, in plain words
 * @param budget what trainings share, in plain words
 * @param highestLevel how full the budget gets at most; null where a run would be refused
 * @param count how many runs are due
 * @param due every run that is due
 * @param findings what speaks against the schedules
 */
record ScheduleReport(
        String name,
        String zone,
        ZonedDateTime from,
        ZonedDateTime to,
        List<Training> trainings,
        String budget,
        @Nullable Duration highestLevel,
        int count,
        List<Due> due,
        List<Found> findings) {

    /**
     * A training.
     *
     * @param name what it is called
     * @param limit how long a run may take
     * @param rules when it is due, in plain words
     */
    record Training(String name, Duration limit, List<String> rules) {}

    /**
     * A run that is due.
     *
     * @param training which one
     * @param local when, on the wall
     * @param utc when, in UTC
     */
    record Due(String training, ZonedDateTime local, Instant utc) {}

    /**
     * Something that speaks against a schedule.
     *
     * @param severity error or warning
     * @param code under which it can be looked up, TY501
     * @param kind the same in words
     * @param training which training
     * @param rule which of its rules, in plain words; null where it is about the training as a whole
     * @param instants the first three
     * @param what what is the matter
     * @param why how that comes
     * @param fix what to do instead
     */
    record Found(
            String severity,
            String code,
            Finding.Code kind,
            String training,
            @Nullable String rule,
            List<Instant> instants,
            String what,
            String why,
            String fix) {}

    static ScheduleReport of(ScheduleCommand.Subject subject, Budget budget, Timetable timetable, Proof proof) {
        ZoneId zone = subject.zone();
        return new ScheduleReport(
                subject.name(),
                zone.getId(),
                timetable.from().atZone(zone),
                timetable.until().atZone(zone),
                subject.trainings().stream()
                        .map(training -> new Training(
                                training.name(),
                                training.limit(),
                                training.schedules().stream()
                                        .map(Object::toString)
                                        .toList()))
                        .toList(),
                budget.toString(),
                proof.affordability() instanceof Affordability.Affordable affordable ? affordable.highest() : null,
                timetable.entries().size(),
                timetable.entries().stream()
                        .map(entry -> new Due(entry.training(), entry.at().atZone(zone), entry.at()))
                        .toList(),
                proof.findings().stream()
                        .map(finding -> found(finding, subject.trainings()))
                        .toList());
    }

    private static Found found(Finding finding, List<PlannedTraining> trainings) {
        String rule = finding.schedule().isEmpty()
                ? null
                : trainings.stream()
                        .filter(training -> training.name().equals(finding.training()))
                        .findFirst()
                        .orElseThrow()
                        .schedules()
                        .get(finding.schedule().getAsInt())
                        .toString();
        return new Found(
                finding.code().severity().name().toLowerCase(Locale.ROOT),
                finding.code().number(),
                finding.code(),
                finding.training(),
                rule,
                finding.instants(),
                finding.what(),
                finding.why(),
                finding.fix());
    }
}
