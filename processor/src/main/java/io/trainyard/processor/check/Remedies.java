package io.trainyard.processor.check;

import io.trainyard.ClosedDates;
import io.trainyard.Hours;
import io.trainyard.Tier;
import io.trainyard.processor.model.ScheduleModel;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.model.WindowLength;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.proof.Affordability.Exceeded;
import io.trainyard.schedule.proof.Finding;
import io.trainyard.schedule.proof.Finding.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What to type instead. A time, a limit or a tier is suggested only after the strategy has been proved again with it; where
 * none is found, the words of the finding have to do.
 */
final class Remedies {

    private static final int MINUTES_PER_DAY = 24 * 60;

    /** Times on the half hour, which is what people type. */
    private static final List<LocalTime> HALF_HOURS = IntStream.range(0, 48)
            .mapToObj(half -> LocalTime.ofSecondOfDay(half * 1_800L))
            .toList();

    /** How many instants are looked at before a time of day is proved: two weeks of a daily one. */
    private static final int LOOKED_AT = 14;

    /** How many times of day are proved before the search is given up. */
    private static final int PROVED_TIMES = 8;

    /** How often a limit is lowered before the search is given up. */
    private static final int PROVED_LIMITS = 6;

    /** How many months of a test are suggested before days are. */
    private static final int MONTHS = 24;

    /** A shorter limit is no advice. */
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private final StrategyModel model;
    private final ProvenPlan plan;

    Remedies(StrategyModel model, ProvenPlan plan) {
        this.model = model;
        this.plan = plan;
    }

    String of(Finding finding, int training) {
        String typed = switch (finding.code()) {
            case DUE_IN_SESSION, WALL_TIME_SKIPPED, WALL_TIME_REPEATED -> otherTime(finding, training);
            case LIMIT_ABOVE_CAPACITY ->
                either(limit(training, plan.plan().budget().capacity()), tier(finding, Code.LIMIT_ABOVE_CAPACITY));
            case BUDGET_EXCEEDED -> either(largestLimit(training), tier(finding, Code.BUDGET_EXCEEDED));
            case OVERLAPPING_TRAININGS -> withoutOverlap(finding, training);
            case DUPLICATE_SCHEDULE, SCHEDULE_CONTAINED -> "remove this @Train, or give it another day or time";
            case SERVED_UNTESTED -> longerTest(finding);
            case PROVED_PARTLY -> shorterHorizon(finding);
            case NEVER_DUE -> onOpenDates(finding, training);
        };
        return typed.isEmpty() ? finding.fix() : typed;
    }

    /** Closed dates moved to a trading day, where that makes the schedule due and nothing else speaks against it. */
    private String onOpenDates(Finding finding, int training) {
        int index = finding.schedule().orElseThrow();
        return Stream.of(ClosedDates.NEXT, ClosedDates.PREVIOUS)
                .filter(policy -> schedule(training, index)
                        .onClosed(policy)
                        .map(ScheduleModel::toSchedule)
                        .filter(other -> plan.withSchedule(training, index, other).findings().stream()
                                .noneMatch(found -> found.training().equals(finding.training())
                                        && found.schedule().equals(finding.schedule())))
                        .isPresent())
                .findFirst()
                .map(policy -> "onClosed = ClosedDates." + policy)
                .orElse("");
    }

    /** The nearest time of day with which the schedule is neither in a session nor hit by a clock change. */
    private String otherTime(Finding finding, int training) {
        int index = finding.schedule().orElseThrow();
        return times(training, index)
                .filter(time -> isClosed(training, index, time))
                .limit(PROVED_TIMES)
                .filter(time -> {
                    ProvenPlan moved = at(training, index, time);
                    return (plan.hasErrors() || !moved.hasErrors())
                            && moved.findings().stream()
                                    .noneMatch(other -> other.training().equals(finding.training())
                                            && other.schedule().equals(finding.schedule()));
                })
                .findFirst()
                .map(time -> "at = \"" + time + "\"")
                .orElse("");
    }

    /** Half hours, the nearest to what is typed first; none where no time of day is typed. */
    private Stream<LocalTime> times(int training, int schedule) {
        Optional<LocalTime> typed = schedule(training, schedule).timeOfDay();
        return typed.stream()
                .flatMap(time -> HALF_HOURS.stream().sorted(Comparator.comparingInt(other -> distance(time, other))));
    }

    private static int distance(LocalTime left, LocalTime right) {
        int minutes = (int) Math.abs(ChronoUnit.MINUTES.between(left, right));
        return Math.min(minutes, MINUTES_PER_DAY - minutes);
    }

    /** Whether the markets are closed at the first few instants: much cheaper than a proof, and rules most times out. */
    private boolean isClosed(int training, int index, LocalTime time) {
        Instant from = plan.plan().deployedAt();
        Schedule moved = moved(training, index, time).boundAt(from);
        Iterator<Instant> instants = moved.from(from, plan.plan().until());
        for (int i = 0; i < LOOKED_AT && instants.hasNext(); i++) {
            Instant instant = instants.next();
            if (plan.plan().markets().stream().anyMatch(market -> market.isOpen(instant, Hours.REGULAR))) {
                return false;
            }
        }
        return true;
    }

    private ProvenPlan at(int training, int index, LocalTime time) {
        return plan.withSchedule(training, index, moved(training, index, time));
    }

    private Schedule moved(int training, int index, LocalTime time) {
        return schedule(training, index).at(time).orElseThrow().toSchedule();
    }

    private ScheduleModel schedule(int training, int index) {
        return model.trainings().get(training).schedules().get(index);
    }

    private String largestLimit(int training) {
        return plan.exceeded()
                .flatMap(Exceeded::largestLimit)
                .map(largest -> limit(training, largest))
                .orElseGet(() -> plan.exceeded()
                        .flatMap(Exceeded::largestForAll)
                        .filter(largest -> largest.compareTo(SHORTEST) >= 0)
                        .map(largest -> "limit = \"" + largest + "\" for each training")
                        .orElse(""));
    }

    /** The largest limit up to {@code most} that the budget affords, whenever the strategy is deployed. */
    private String limit(int training, Duration most) {
        Duration limit = most;
        for (int i = 0; i < PROVED_LIMITS && limit.compareTo(SHORTEST) >= 0; i++) {
            ProvenPlan lowered = plan.withLimit(training, limit);
            if (lowered.exceeded().isEmpty()) {
                return "limit = \"" + limit + "\"";
            }
            Optional<Duration> largest = lowered.exceeded()
                    .filter(exceeded -> exceeded.training()
                            .equals(model.trainings().get(training).name()))
                    .flatMap(Exceeded::largestLimit);
            if (largest.isEmpty()) {
                return "";
            }
            limit = largest.get();
        }
        return "";
    }

    private String tier(Finding finding, Code code) {
        return Arrays.stream(Tier.values())
                .filter(tier -> tier.compareTo(model.tier()) > 0)
                .filter(tier -> {
                    ProvenPlan larger = plan.withTier(tier);
                    return !larger.finds(finding.training(), code)
                            && larger.exceeded().isEmpty();
                })
                .findFirst()
                .map(tier -> "@Strategy(tier = Tier." + tier + ")")
                .orElse("");
    }

    /** A limit that ends before the next run is due, or another time of day. */
    private String withoutOverlap(Finding finding, int training) {
        List<Schedule> schedules = plan.plan().trainings().get(training).schedules().stream()
                .map(schedule -> schedule.boundAt(plan.plan().deployedAt()))
                .toList();
        Duration limit = model.trainings().get(training).limit();
        List<String> fixes = new ArrayList<>();
        finding.instants().stream()
                .flatMap(due ->
                        start(schedules, due.minus(limit), due).stream().map(start -> Duration.between(start, due)))
                .min(Comparator.naturalOrder())
                .filter(gap -> gap.compareTo(SHORTEST) >= 0)
                .filter(gap -> !plan.withLimit(training, gap).finds(finding.training(), Code.OVERLAPPING_TRAININGS))
                .ifPresent(gap -> fixes.add("limit = \"" + gap + "\""));
        if (schedules.size() == 1) {
            times(training, 0)
                    .filter(time -> isClosed(training, 0, time))
                    .limit(PROVED_TIMES)
                    .filter(time -> {
                        ProvenPlan moved = at(training, 0, time);
                        return overlaps(moved) < overlaps(plan)
                                && moved.findings().stream()
                                        .noneMatch(other -> other.training().equals(finding.training()));
                    })
                    .findFirst()
                    .ifPresent(time -> fixes.add("at = \"" + time + "\""));
        }
        return String.join(", or ", fixes);
    }

    private static long overlaps(ProvenPlan proven) {
        return proven.findings().stream()
                .filter(finding -> finding.code() == Code.OVERLAPPING_TRAININGS)
                .count();
    }

    /** When the run started that is under way at {@code due}. */
    private static Optional<Instant> start(List<Schedule> schedules, Instant after, Instant due) {
        return schedules.stream()
                .flatMap(schedule -> schedule.between(after, due.minusNanos(1)).stream())
                .max(Comparator.naturalOrder());
    }

    /** Whole months where the model serves for months, else days; nothing where it serves on. */
    private String longerTest(Finding finding) {
        if (finding.instants().size() < 2) {
            return "";
        }
        LocalDateTime from = LocalDateTime.ofInstant(finding.instants().get(0), model.zone());
        LocalDateTime to = LocalDateTime.ofInstant(finding.instants().get(1), model.zone());
        long days = Duration.between(from, to).plusDays(1).minusNanos(1).toDays();
        return IntStream.rangeClosed(1, MONTHS)
                .mapToObj(months -> new WindowLength(Period.ofMonths(months).normalized()))
                .filter(length -> length.shortest().compareTo(Duration.ofDays(days)) <= 0
                        && length.longest().compareTo(Duration.ofDays(days)) >= 0)
                .findFirst()
                .map(length -> "test = \"" + length + "\"")
                .orElse("test = \"P" + days + "D\"");
    }

    private String shorterHorizon(Finding finding) {
        long years = ChronoUnit.YEARS.between(
                plan.plan().deployedAt().atZone(model.zone()),
                finding.instants().get(0).atZone(model.zone()));
        return years < 1 ? "" : "-Atrainyard.horizon=" + years;
    }

    private static String either(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + ", or " + other;
    }
}
