package io.trainyard.training.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Steps of a strategy's life, written to a ledger as a host does. */
final class Story {

    static final String STRATEGY = "SundayTrend";
    static final String KEY = "sunday-trend/line";
    static final Instant START = Instant.parse("2024-01-07T13:00:00Z");
    static final Duration WEEK = Duration.ofDays(7);
    static final Duration RESERVED = Duration.ofMinutes(10);

    private RunLedger ledger;
    private Duration level = Duration.ZERO;
    private long version;

    Story(RunLedger ledger) {
        this.ledger = ledger;
    }

    /** Goes on in another ledger, or in the same one that was opened again. */
    void goesOnIn(RunLedger other) {
        ledger = other;
    }

    static Instant week(int number) {
        return START.plus(WEEK.multipliedBy(number));
    }

    void deployed() {
        ledger.append(START, new RunEvent.Deployed(STRATEGY, "code 1"));
    }

    long due(int week) {
        OptionalLong run = ledger.claim(week(week), STRATEGY, "fit", week(week));
        return run.orElseThrow();
    }

    void started(int week, long run, int attempt) {
        level = level.plus(RESERVED);
        ledger.append(week(week), new RunEvent.Started(STRATEGY, run, attempt, RESERVED, mark(week)));
    }

    void committed(int week, long run) {
        version++;
        ledger.append(week(week), new RunEvent.Committed(STRATEGY, run, KEY, version));
    }

    void published(int week, long run) {
        ledger.append(week(week), new RunEvent.Published(STRATEGY, run, KEY, version, week * 5L));
    }

    void ended(int week, long run, int attempt, RunEnd end) {
        ended(week, run, attempt, end, null);
    }

    void ended(int week, long run, int attempt, RunEnd end, @org.jspecify.annotations.Nullable Instant retryAt) {
        level = level.minus(RESERVED).plus(Duration.ofMinutes(1));
        ledger.append(
                week(week),
                new RunEvent.Ended(
                        STRATEGY,
                        run,
                        attempt,
                        end,
                        Duration.ofMinutes(1),
                        end == RunEnd.SUCCEEDED ? "" : "100% wrong = \"a b\"\nsecond line, \u00fcber # \u65e5\u672c",
                        retryAt,
                        mark(week)));
    }

    /** A training from its due instant to its model in place. */
    long succeeded(int week) {
        long run = due(week);
        started(week, run, 1);
        committed(week, run);
        ended(week, run, 1, RunEnd.SUCCEEDED);
        published(week, run);
        return run;
    }

    long failed(int week) {
        long run = due(week);
        started(week, run, 1);
        ended(week, run, 1, RunEnd.FAILED);
        return run;
    }

    /** Every third one fails. */
    long trained(int week) {
        return week % 3 == 0 ? failed(week) : succeeded(week);
    }

    /** Every kind of event at least once; 30 of them. */
    void everything() {
        deployed();
        succeeded(0);
        ledger.append(week(1), new RunEvent.Refused(STRATEGY, due(1), "the budget is used up"));
        ledger.append(week(2), new RunEvent.Skipped(STRATEGY, due(2), "another run of it is at work"));
        long deferred = due(3);
        ledger.append(week(3), new RunEvent.Deferred(STRATEGY, deferred, week(3).plusSeconds(60), "no room yet"));
        started(3, deferred, 1);
        ended(3, deferred, 1, RunEnd.TIMED_OUT, week(3).plusSeconds(600));
        started(3, deferred, 2);
        ended(3, deferred, 2, RunEnd.CANCELLED);
        failed(4);
        ledger.append(week(4), new RunEvent.Paused(STRATEGY, "fit", "2 failures in a row"));
        ledger.append(week(4), new RunEvent.Resumed(STRATEGY, "fit"));
        ledger.append(week(4), new RunEvent.Budgeted(STRATEGY, mark(4)));
        ledger.append(week(5), new RunEvent.Stopped(STRATEGY));
        deployed();
        long open = due(6);
        started(6, open, 1);
        committed(6, open);
        started(7, due(7), 1);
    }

    private BudgetMark mark(int week) {
        return new BudgetMark("tier", level, week(week));
    }
}
