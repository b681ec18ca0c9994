package io.trainyard.schedule.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.ClosedDates;
import io.trainyard.Gap;
import io.trainyard.Hours;
import io.trainyard.Overlap;
import io.trainyard.Tier;
import io.trainyard.schedule.CalendarPeriod;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.schedule.WallClock;
import io.trainyard.schedule.calendar.TradingCalendar;
import io.trainyard.schedule.proof.Affordability.Affordable;
import io.trainyard.schedule.proof.Affordability.Exceeded;
import io.trainyard.schedule.proof.Finding.Code;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class ProofTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final TradingCalendar NYSE = TradingCalendar.usEquity();
    /** Thursday, midnight in New York. */
    private static final Instant DEPLOYED = Instant.parse("2026-01-01T05:00:00Z");

    private static final Instant UNTIL = Instant.parse("2031-01-01T05:00:00Z");
    private static final Schedule SUNDAY_AT_8 = at(DayOfWeek.SUNDAY, 8, 0);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private static Schedule at(DayOfWeek day, int hour, int minute) {
        return Schedule.of(DateRule.every(day), TimeRule.at(LocalTime.of(hour, minute)), NEW_YORK);
    }

    private static PlannedTraining training(String name, Duration limit, Schedule... schedules) {
        return new PlannedTraining(name, Arrays.asList(schedules), limit);
    }

    private static TrainingPlan plan(Tier tier, PlannedTraining... trainings) {
        return new TrainingPlan(Arrays.asList(trainings), Budget.of(tier), List.of(NYSE), DEPLOYED, UNTIL);
    }

    private static Proof proof(PlannedTraining... trainings) {
        return Proof.of(plan(Tier.MB_512, trainings));
    }

    private static Finding only(Proof proof) {
        assertThat(proof.findings()).hasSize(1);
        return proof.findings().get(0);
    }

    private static Instant utc(String text) {
        return Instant.parse(text + ":00Z");
    }

    @Test
    void finds_nothing_where_nothing_is_wrong() {
        Proof proof = proof(training("fit", Duration.ofMinutes(20), Schedule.atDeployment(), SUNDAY_AT_8));

        assertThat(proof.findings()).isEmpty();
        assertThat(proof.hasErrors()).isFalse();
        assertThat(proof.provedUntil()).isEqualTo(UNTIL);
        // 20 minutes at deployment, a little more than 3 days of leak, 20 minutes on Sunday would be 24 and more
        assertThat(proof.affordability()).isInstanceOf(Affordable.class);
    }

    @Test
    void says_which_market_is_closed_where_a_schedule_never_fires() {
        Finding finding = only(proof(training(
                "fit",
                FIVE_MINUTES,
                Schedule.of(
                        DateRule.every(DayOfWeek.SUNDAY),
                        TimeRule.afterOpen(NYSE, Duration.ofMinutes(15), Hours.REGULAR),
                        NEW_YORK))));

        assertThat(finding.code()).isEqualTo(Code.NEVER_DUE);
        assertThat(finding.schedule()).isEqualTo(OptionalInt.of(0));
        assertThat(finding.instants()).isEmpty();
        assertThat(finding.what())
                .isEqualTo("fit is never due by \"every Sunday 15 minutes after the regular open of NYSE,"
                        + " America/New_York\" from 2026-01-01 to 2031-01-01");
        assertThat(finding.why())
                .isEqualTo("NYSE is closed on all 261 dates of \"every Sunday\": Sun 2026-01-04, Sun 2026-01-11,"
                        + " Sun 2026-01-18 and 258 more");
        assertThat(finding.fix()).contains("NYSE trades");
    }

    @Test
    void says_that_a_market_is_closed_on_all_dates_and_when_it_opens_next() {
        Finding finding = only(proof(training(
                "fit",
                FIVE_MINUTES,
                Schedule.of(
                        DateRule.every(DayOfWeek.SUNDAY).onClosed(NYSE, ClosedDates.SKIP),
                        TimeRule.at(LocalTime.of(20, 0)),
                        NEW_YORK))));

        assertThat(finding.code()).isEqualTo(Code.NEVER_DUE);
        assertThat(finding.why())
                .isEqualTo("NYSE is closed on all 261 dates of \"every Sunday\": Sun 2026-01-04, Sun 2026-01-11,"
                        + " Sun 2026-01-18 and 258 more");
        assertThat(finding.fix())
                .isEqualTo("dates on which NYSE trades, closed dates moved to the next trading day, Mon 2026-01-05 for"
                        + " Sun 2026-01-04, or to the one before, or dates that name no market");
    }

    @Test
    void says_that_two_rules_have_no_date_in_common() {
        Finding finding = only(proof(training(
                "fit",
                FIVE_MINUTES,
                Schedule.of(
                        DateRule.nth(5, DayOfWeek.FRIDAY)
                                .and(DateRule.on(LocalDate.of(2026, 7, 3)))
                                .onClosed(NYSE, ClosedDates.SKIP),
                        TimeRule.at(LocalTime.of(20, 0)),
                        NEW_YORK))));

        assertThat(finding.code()).isEqualTo(Code.NEVER_DUE);
        assertThat(finding.why()).startsWith("no date of the next 400 years is").contains("on 2026-07-03");
        assertThat(finding.fix()).isEqualTo("rules that have a date in common");
    }

    @Test
    void does_not_blame_a_market_for_dates_that_were_excluded() {
        Finding finding = only(proof(training(
                "fit",
                FIVE_MINUTES,
                Schedule.of(
                        DateRule.every(DayOfWeek.MONDAY)
                                .onClosed(NYSE, ClosedDates.SKIP)
                                .except(DateRule.every(DayOfWeek.MONDAY)),
                        TimeRule.at(LocalTime.of(20, 0)),
                        NEW_YORK))));

        assertThat(finding.why()).startsWith("no date of the next 400 years is");
    }

    @Test
    void says_when_dates_are_past_or_beyond_the_horizon() {
        TimeRule evening = TimeRule.at(LocalTime.of(20, 0));
        Proof proof = proof(training(
                "fit",
                FIVE_MINUTES,
                Schedule.of(DateRule.on(LocalDate.of(2025, 6, 1)), evening, NEW_YORK),
                Schedule.of(DateRule.on(LocalDate.of(2032, 2, 29)), evening, NEW_YORK)));

        assertThat(proof.findings()).extracting(Finding::code).containsExactly(Code.NEVER_DUE, Code.NEVER_DUE);
        assertThat(proof.findings().get(0).why())
                .isEqualTo("all dates of \"on 2025-06-01\" lie before the deployment on 2026-01-01");
        assertThat(proof.findings().get(1).why())
                .isEqualTo("the first date of \"on 2032-02-29\" is Sun 2032-02-29, after the end");
        assertThat(proof.findings().get(1).schedule()).isEqualTo(OptionalInt.of(1));
    }

    @Test
    void says_that_a_clock_change_skips_the_only_time() {
        Proof proof = proof(training(
                "fit",
                FIVE_MINUTES,
                Schedule.of(
                        DateRule.on(LocalDate.of(2026, 3, 8)),
                        TimeRule.at(LocalTime.of(2, 30)),
                        WallClock.of(NEW_YORK).with(Gap.SKIP))));

        assertThat(proof.findings()).extracting(Finding::code).containsExactly(Code.NEVER_DUE, Code.WALL_TIME_SKIPPED);
        assertThat(proof.findings().get(0).why()).contains("skips its time on Sun 2026-03-08");
        assertThat(proof.findings().get(1).what()).endsWith("fit is not due then");
    }

    @Test
    void says_what_clock_changes_do_to_the_ends_of_a_window() {
        Proof proof = proof(training(
                "fit",
                Duration.ofMinutes(1),
                Schedule.of(
                        DateRule.every(DayOfWeek.SUNDAY),
                        TimeRule.every(Duration.ofMinutes(30), LocalTime.of(1, 30), LocalTime.of(2, 30)),
                        NEW_YORK)));

        assertThat(proof.findings())
                .extracting(Finding::code)
                .containsExactly(Code.WALL_TIME_SKIPPED, Code.WALL_TIME_REPEATED);
        assertThat(proof.findings().get(0).what())
                .isEqualTo("02:30 does not exist in America/New_York on 2026-03-08, 2027-03-14, 2028-03-12 and 2 more:"
                        + " the window of fit ends at 03:00 instead");
        assertThat(proof.findings().get(1).what())
                .isEqualTo("01:30 occurs twice in America/New_York on 2026-11-01, 2027-11-07, 2028-11-05 and 2 more:"
                        + " the window of fit begins the first time");
        assertThat(proof.findings().get(1).fix())
                .isEqualTo("a window that begins and ends outside the hour that is repeated");
    }

    @Test
    void says_that_the_only_time_was_before_the_deployment() {
        Finding finding = only(Proof.of(new TrainingPlan(
                List.of(training(
                        "fit", FIVE_MINUTES, Schedule.of(DateRule.today(), TimeRule.at(LocalTime.of(8, 0)), NEW_YORK))),
                Budget.of(Tier.MB_512),
                List.of(),
                utc("2026-01-01T20:00"),
                UNTIL)));

        assertThat(finding.code()).isEqualTo(Code.NEVER_DUE);
        assertThat(finding.why()).contains("lie before the deployment");
    }

    @Test
    void names_the_first_three_instants_within_a_session() {
        Finding finding = only(proof(training("fit", FIVE_MINUTES, at(DayOfWeek.MONDAY, 11, 0))));

        assertThat(finding.code()).isEqualTo(Code.DUE_IN_SESSION);
        assertThat(finding.code().severity()).isEqualTo(Finding.Severity.WARNING);
        // the 19th is Martin Luther King, Jr. Day
        assertThat(finding.instants())
                .containsExactly(utc("2026-01-05T16:00"), utc("2026-01-12T16:00"), utc("2026-01-26T16:00"));
        assertThat(finding.what())
                .isEqualTo("fit is due during the regular session of NYSE: Mon 2026-01-05 11:00,"
                        + " Mon 2026-01-12 11:00 and Mon 2026-01-26 11:00 America/New_York");
        assertThat(finding.fix())
                .isEqualTo("train before 09:30 or from 16:00 on, America/New_York, or while NYSE is closed");
    }

    @Test
    void the_open_is_in_the_session_and_the_close_is_not() {
        assertThat(only(proof(training("fit", FIVE_MINUTES, at(DayOfWeek.MONDAY, 9, 30))))
                        .code())
                .isEqualTo(Code.DUE_IN_SESSION);
        assertThat(proof(training("fit", FIVE_MINUTES, at(DayOfWeek.MONDAY, 16, 0)))
                        .findings())
                .isEmpty();
        assertThat(proof(training("fit", FIVE_MINUTES, at(DayOfWeek.MONDAY, 9, 29)))
                        .findings())
                .isEmpty();
    }

    @Test
    void a_session_that_began_on_the_evening_before_counts() {
        TrainingPlan forex = new TrainingPlan(
                List.of(training("fit", FIVE_MINUTES, at(DayOfWeek.SUNDAY, 20, 0))),
                Budget.of(Tier.MB_512),
                List.of(TradingCalendar.forex()),
                DEPLOYED,
                UNTIL);

        assertThat(only(Proof.of(forex)).code()).isEqualTo(Code.DUE_IN_SESSION);
        assertThat(only(Proof.of(forex)).instants()).startsWith(utc("2026-01-05T01:00"));
        // its sessions touch: only the weekend is free
        assertThat(only(Proof.of(forex)).fix())
                .isEqualTo("train while forex is closed, such as from Fri 2026-01-09 17:00 to Sun 2026-01-11 17:00"
                        + " America/New_York");
    }

    @Test
    void a_market_that_never_closes_gives_no_advice() {
        assertThat(Proof.of(new TrainingPlan(
                                List.of(training("fit", FIVE_MINUTES, SUNDAY_AT_8)),
                                Budget.of(Tier.MB_512),
                                List.of(TradingCalendar.crypto()),
                                DEPLOYED,
                                UNTIL))
                        .findings())
                .isEmpty();
    }

    @Test
    void says_when_a_wall_time_is_skipped_and_what_happens() {
        Finding finding = only(proof(training("fit", FIVE_MINUTES, at(DayOfWeek.SUNDAY, 2, 30))));

        assertThat(finding.code()).isEqualTo(Code.WALL_TIME_SKIPPED);
        assertThat(finding.what())
                .isEqualTo("02:30 does not exist in America/New_York on 2026-03-08, 2027-03-14, 2028-03-12 and 2 more:"
                        + " fit is due at 03:00 instead");
        assertThat(finding.why()).isEqualTo("clocks in America/New_York go from 02:00 forward to 03:00 on 2026-03-08");
        assertThat(finding.instants())
                .containsExactly(utc("2026-03-08T07:00"), utc("2027-03-14T07:00"), utc("2028-03-12T07:00"));
    }

    @Test
    void says_when_a_wall_time_is_repeated_and_what_happens() {
        DateRule sunday = DateRule.every(DayOfWeek.SUNDAY);
        TimeRule half = TimeRule.at(LocalTime.of(1, 30));

        Finding later = only(proof(training("fit", FIVE_MINUTES, Schedule.of(sunday, half, NEW_YORK))));
        assertThat(later.code()).isEqualTo(Code.WALL_TIME_REPEATED);
        assertThat(later.what())
                .isEqualTo("01:30 occurs twice in America/New_York on 2026-11-01, 2027-11-07, 2028-11-05 and 2 more:"
                        + " fit is due the second time");
        assertThat(later.instants()).startsWith(utc("2026-11-01T06:30"));

        Finding both = only(proof(training(
                "fit",
                FIVE_MINUTES,
                Schedule.of(sunday, half, WallClock.of(NEW_YORK).with(Overlap.BOTH)))));
        assertThat(both.what()).endsWith("fit is due both times");
        assertThat(both.instants()).startsWith(utc("2026-11-01T05:30"), utc("2026-11-01T06:30"));
    }

    @Test
    void reads_wall_times_in_the_zone_of_their_own() {
        // the clocks of London go from 01:00 to 02:00 and back, those of UTC never
        Proof proof = proof(training(
                "fit",
                FIVE_MINUTES,
                Schedule.of(
                        DateRule.every(DayOfWeek.SUNDAY),
                        TimeRule.anyOf(
                                TimeRule.at(LocalTime.of(1, 15), ZoneId.of("Europe/London")),
                                TimeRule.at(LocalTime.of(12, 0))),
                        ZoneOffset.UTC)));

        assertThat(proof.findings())
                .extracting(Finding::code)
                .containsExactly(Code.WALL_TIME_SKIPPED, Code.WALL_TIME_REPEATED);
        assertThat(proof.findings().get(0).what()).startsWith("01:15 does not exist in Europe/London on 2026-03-29");
        assertThat(proof.findings().get(1).instants()).startsWith(utc("2026-10-25T01:15"));
    }

    @Test
    void intervals_across_a_clock_change_need_no_warning() {
        assertThat(Proof.of(new TrainingPlan(
                                List.of(training(
                                        "fit",
                                        Duration.ofSeconds(1),
                                        Schedule.of(
                                                DateRule.every(DayOfWeek.SUNDAY),
                                                TimeRule.every(
                                                        Duration.ofMinutes(30), LocalTime.of(0, 0), LocalTime.of(4, 0)),
                                                NEW_YORK))),
                                Budget.of(Tier.MB_512),
                                List.of(NYSE),
                                DEPLOYED,
                                UNTIL))
                        .findings())
                .isEmpty();
    }

    @Test
    void names_the_first_date_on_which_two_trainings_overlap() {
        Finding finding = only(proof(
                training("fit", Duration.ofMinutes(10), SUNDAY_AT_8),
                training(
                        "tune",
                        FIVE_MINUTES,
                        Schedule.of(
                                DateRule.endOf(CalendarPeriod.MONTH, 0), TimeRule.at(LocalTime.of(8, 5)), NEW_YORK))));

        // the first month that ends on a Sunday is May
        assertThat(finding.code()).isEqualTo(Code.OVERLAPPING_TRAININGS);
        assertThat(finding.training()).isEqualTo("fit");
        assertThat(finding.what())
                .isEqualTo("fit can still be running when tune is due, first on Sun 2026-05-31 08:05 America/New_York");
        assertThat(finding.instants()).startsWith(utc("2026-05-31T12:05"));
        assertThat(finding.fix()).startsWith("tune at least 10 minutes after fit");
    }

    @Test
    void a_run_that_ends_as_another_begins_does_not_overlap_it() {
        assertThat(proof(
                                training("fit", FIVE_MINUTES, SUNDAY_AT_8),
                                training("tune", FIVE_MINUTES, at(DayOfWeek.SUNDAY, 8, 5)))
                        .findings())
                .isEmpty();
    }

    @Test
    void a_training_can_overlap_itself() {
        Finding finding = only(Proof.of(new TrainingPlan(
                List.of(training(
                        "fit",
                        FIVE_MINUTES,
                        Schedule.of(
                                DateRule.on(LocalDate.of(2026, 2, 1)),
                                TimeRule.anyOf(TimeRule.at(LocalTime.of(8, 0)), TimeRule.at(LocalTime.of(8, 4))),
                                NEW_YORK))),
                Budget.of(Tier.MB_512),
                List.of(),
                DEPLOYED,
                UNTIL)));

        assertThat(finding.code()).isEqualTo(Code.OVERLAPPING_TRAININGS);
        assertThat(finding.what()).startsWith("fit can still be running when it is due again");
    }

    @Test
    void a_run_may_take_longer_than_time_itself() {
        Proof proof = proof(training("fit", Duration.ofSeconds(Long.MAX_VALUE), SUNDAY_AT_8));

        assertThat(proof.findings().stream().map(Finding::code))
                .containsExactlyInAnyOrder(Code.OVERLAPPING_TRAININGS, Code.LIMIT_ABOVE_CAPACITY);
    }

    @Test
    void names_the_first_run_that_the_budget_refuses_and_what_fits() {
        // 5 minutes a day come back, 8 go in: after Thursday 2026-01-01 the level rises by 3 a day from 8
        Schedule daily = Schedule.of(DateRule.everyDay(), TimeRule.at(LocalTime.of(20, 0)), NEW_YORK);
        Proof proof = proof(training("fit", Duration.ofMinutes(8), daily));
        Finding finding = only(proof);

        assertThat(finding.code()).isEqualTo(Code.BUDGET_EXCEEDED);
        assertThat(proof.hasErrors()).isTrue();
        // 8, 11, 14, 17, 20, 23, 26, 29, then 32
        assertThat(finding.instants()).startsWith(utc("2026-01-10T01:00"));
        assertThat(finding.what())
                .isEqualTo("the run of fit on Fri 2026-01-09 20:00 America/New_York would be refused");
        assertThat(finding.why())
                .isEqualTo("it reserves 8 minutes, and 24 minutes are in use by then if every run takes its limit;"
                        + " the budget is 30 minutes, of which 5 minutes come back every 24 hours");
        // 23 hours on the day of a clock change cost a few seconds that the capacity has room for
        assertThat(finding.fix()).isEqualTo("a limit of at most 5 minutes for fit, or the tier of 1024 MB");
        assertThat(proof.affordability()).isInstanceOfSatisfying(Exceeded.class, exceeded -> {
            assertThat(exceeded.level()).isEqualTo(Duration.ofMinutes(24));
            assertThat(exceeded.smallestTier()).contains(Tier.MB_1024);
        });
    }

    @Test
    void offers_a_limit_for_one_and_a_limit_for_all() {
        Proof proof = proof(
                training("fit", Duration.ofMinutes(25), SUNDAY_AT_8),
                training("tune", Duration.ofMinutes(10), at(DayOfWeek.SUNDAY, 8, 30)));

        Exceeded exceeded = (Exceeded) proof.affordability();
        assertThat(exceeded.training()).isEqualTo("tune");
        // half an hour leaks 6 seconds and a quarter
        assertThat(exceeded.largestLimit()).contains(Duration.ofMinutes(5).plusSeconds(6));
        assertThat(exceeded.largestForAll()).contains(Duration.ofMinutes(20).plusSeconds(6));
        assertThat(exceeded.smallestTier()).contains(Tier.MB_1024);
    }

    @Test
    void says_where_no_limit_and_no_tier_fits() {
        Proof proof = Proof.of(new TrainingPlan(
                List.of(
                        training("hog", Duration.ofMinutes(9), Schedule.atDeployment()),
                        training("fit", Duration.ofMinutes(2), at(DayOfWeek.SUNDAY, 8, 0))),
                new Budget(Duration.ofMinutes(10), Duration.ZERO, Duration.ofDays(1)),
                List.of(),
                DEPLOYED,
                UNTIL));

        Finding finding = only(proof);
        assertThat(finding.why()).endsWith("the budget is 10 minutes, of which nothing comes back");
        // 261 Sundays, a minute in all
        assertThat(((Exceeded) proof.affordability()).largestLimit()).isEmpty();
        assertThat(((Exceeded) proof.affordability()).largestForAll()).contains(Duration.ofSeconds(2));
    }

    @Test
    void a_limit_above_the_capacity_is_one_finding() {
        Proof proof = proof(training("fit", Duration.ofMinutes(45), SUNDAY_AT_8));

        Finding finding = only(proof);
        assertThat(finding.code()).isEqualTo(Code.LIMIT_ABOVE_CAPACITY);
        assertThat(finding.fix()).isEqualTo("a limit of at most 30 minutes, or the tier of 1024 MB");
        assertThat(proof.affordability()).isEqualTo(new Affordable(Duration.ZERO, Optional.empty()));
    }

    @Test
    void no_tier_is_advised_that_cannot_hold_the_longest_run() {
        Proof proof = proof(
                training("fit", Duration.ofMinutes(75), at(DayOfWeek.WEDNESDAY, 20, 0)),
                training(
                        "tune",
                        Duration.ofMinutes(6),
                        Schedule.of(DateRule.everyDay(), TimeRule.at(LocalTime.of(6, 0)), NEW_YORK)));

        assertThat(proof.findings())
                .extracting(Finding::code)
                .containsExactly(Code.LIMIT_ABOVE_CAPACITY, Code.BUDGET_EXCEEDED);
        // 1024 MB would do for tune alone, and 2048 MB gives back 105 minutes a week where 117 go in
        assertThat(((Exceeded) proof.affordability()).smallestTier()).isEmpty();
    }

    @Test
    void finds_duplicates_however_they_are_written() {
        Finding finding = only(proof(training(
                "fit",
                FIVE_MINUTES,
                Schedule.of(DateRule.everyDay(), TimeRule.at(LocalTime.of(8, 0)), ZoneOffset.UTC),
                Schedule.of(DateRule.everyDay(), TimeRule.every(Duration.ofDays(1)), ZoneOffset.ofHours(-8)))));

        assertThat(finding.code()).isEqualTo(Code.DUPLICATE_SCHEDULE);
        assertThat(finding.schedule()).isEqualTo(OptionalInt.of(1));
        assertThat(only(proof(training("fit", FIVE_MINUTES, Schedule.atDeployment(), Schedule.atDeployment())))
                        .code())
                .isEqualTo(Code.DUPLICATE_SCHEDULE);
    }

    @Test
    void finds_a_schedule_within_another() {
        Finding finding = only(proof(training(
                "fit",
                FIVE_MINUTES,
                Schedule.of(DateRule.nth(1, DayOfWeek.SUNDAY), TimeRule.at(LocalTime.of(8, 0)), NEW_YORK),
                SUNDAY_AT_8)));

        assertThat(finding.code()).isEqualTo(Code.SCHEDULE_CONTAINED);
        assertThat(finding.schedule()).isEqualTo(OptionalInt.of(0));
        assertThat(finding.what())
                .isEqualTo("\"on the first Sunday of the month at 08:00 America/New_York\" adds nothing to"
                        + " \"every Sunday at 08:00 America/New_York\" of fit");
    }

    @Test
    void the_same_schedule_of_two_trainings_is_no_duplicate() {
        assertThat(proof(training("fit", FIVE_MINUTES, SUNDAY_AT_8), training("tune", FIVE_MINUTES, SUNDAY_AT_8))
                        .findings())
                .extracting(Finding::code)
                .containsExactly(Code.OVERLAPPING_TRAININGS);
    }

    @Test
    void looks_at_so_many_instants_only_and_says_so() {
        Proof proof = Proof.of(new TrainingPlan(
                List.of(training(
                        "fit",
                        Duration.ofSeconds(1),
                        Schedule.of(DateRule.everyDay(), TimeRule.every(Duration.ofMinutes(1)), NEW_YORK))),
                new Budget(Duration.ofHours(1), Duration.ofHours(1), Duration.ofDays(1)),
                List.of(),
                DEPLOYED,
                UNTIL));

        Finding finding = only(proof);
        assertThat(finding.code()).isEqualTo(Code.PROVED_PARTLY);
        assertThat(proof.provedUntil()).isEqualTo(DEPLOYED.plus(Duration.ofMinutes(49_999)));
        assertThat(finding.why()).contains("is due 50000 times until then");
    }

    @Test
    void sorts_findings_by_training_and_code() {
        Proof proof = proof(
                training("zeta", FIVE_MINUTES, at(DayOfWeek.SUNDAY, 2, 30), at(DayOfWeek.MONDAY, 11, 0)),
                training("alpha", Duration.ofHours(2), SUNDAY_AT_8));

        assertThat(proof.findings())
                .extracting(finding -> finding.training() + " " + finding.code())
                .containsExactly("zeta DUE_IN_SESSION", "zeta WALL_TIME_SKIPPED", "alpha LIMIT_ABOVE_CAPACITY");
    }

    @Test
    void refuses_plans_that_make_no_sense() {
        assertThatThrownBy(() -> training("fit", Duration.ZERO, SUNDAY_AT_8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limit of fit");
        assertThatThrownBy(() -> new TrainingPlan(
                        List.of(), Budget.of(Tier.MB_512), List.of(), DEPLOYED, DEPLOYED.minusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("before the deployment");
        assertThatThrownBy(() -> new Budget(Duration.ZERO, Duration.ZERO, Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("capacity");
    }

    private static PlannedTraining tested(Duration tested, Schedule... schedules) {
        return new PlannedTraining("fit", Arrays.asList(schedules), FIVE_MINUTES, Optional.of(tested));
    }

    @Test
    void a_week_is_a_week_also_when_clocks_change() {
        assertThat(proof(tested(Duration.ofDays(7), Schedule.atDeployment(), SUNDAY_AT_8))
                        .findings())
                .isEmpty();
    }

    @Test
    void finds_models_that_serve_longer_than_they_are_tested_for() {
        Schedule monthly =
                Schedule.of(DateRule.startOf(CalendarPeriod.MONTH, 0), TimeRule.at(LocalTime.of(8, 0)), NEW_YORK);

        Finding finding = only(proof(tested(Duration.ofDays(7), Schedule.atDeployment(), monthly)));

        assertThat(finding.code()).isEqualTo(Code.SERVED_UNTESTED);
        assertThat(finding.instants()).containsExactly(utc("2026-01-01T13:00"), utc("2026-02-01T13:00"));
        assertThat(finding.what())
                .isEqualTo("a model of fit serves 31 days, from Thu 2026-01-01 08:00 America/New_York to Sun 2026-02-01"
                        + " 08:00");
        assertThat(finding.why())
                .isEqualTo("it is tested for 7 days at most, and nobody knows how it does in the rest");
        assertThat(finding.fix()).isEqualTo("tests of 31 days, or trainings at most 7 days apart");
        assertThat(proof(tested(Duration.ofDays(31), monthly)).findings()).isEmpty();
    }

    @Test
    void a_model_that_no_other_follows_is_tested_for_too_short_a_time() {
        Finding finding = only(proof(tested(Duration.ofDays(92), Schedule.atDeployment())));

        assertThat(finding.instants()).containsExactly(DEPLOYED);
        assertThat(finding.what())
                .isEqualTo("the model of fit of Thu 2026-01-01 05:00 UTC serves on, and none follows");
        assertThat(finding.fix()).isEqualTo("trainings at most 92 days apart");
    }
}
