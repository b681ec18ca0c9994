// options: -Atrainyard.TY505=off
package demo;

import static io.trainyard.Resolution.DAILY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;

import io.trainyard.Better;
import io.trainyard.Busy;
import io.trainyard.Cost;
import io.trainyard.Gate;
import io.trainyard.OnData;
import io.trainyard.Runs;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.Unaffordable;
import io.trainyard.market.Bar;
import io.trainyard.market.Slice;
import io.trainyard.training.Training;
import java.util.ArrayList;
import java.util.List;

/** What becomes of runs that are not afforded, that fail or that are late, and of models that get old. */
@Strategy(zone = "UTC")
@Subscribe(symbol = "SPY", resolution = DAILY)
public final class Rules {

    /** What happened, for a test to read. */
    public final List<String> log = new ArrayList<>();

    @Stored(value = "rules/fresh", maxAge = "P3D", expiresAfter = "P4D")
    String fresh;

    @Stored(value = "rules/deferred", maxAge = "P365D", refresh = true)
    Integer deferred;

    @Stored(value = "rules/shortened", expiresAfter = "PT36H")
    Long shortened;

    @Stored(
            value = "rules/broken",
            refresh = true,
            gate = @Gate(metric = "sharpe", better = Better.HIGHER, by = 0.25, atLeast = 0.5, atMost = 1e9))
    Double broken;

    /** Takes half an hour of market time, and all that the tier holds. */
    @Train(day = MONDAY, at = "00:00", limit = "PT30M")
    @Runs(cost = Cost.FIXED, fixedCost = "PT30M", modelled = true)
    String fit(Training training) {
        log.add("fit " + training.attempt() + " at " + training.startedAt());
        return "fit";
    }

    /** Waits until there is room. */
    @Train(day = MONDAY, at = "00:00", limit = "PT20M")
    @Runs(unaffordable = Unaffordable.DEFER, busy = Busy.QUEUE, cost = Cost.LIMIT)
    Integer defer(Training training) {
        log.add("defer at " + training.startedAt());
        return 1;
    }

    @Train(day = TUESDAY, at = "00:00", limit = "PT30M")
    @Runs(unaffordable = Unaffordable.SHORTEN, busy = Busy.REPLACE, cost = Cost.FIXED, fixedCost = "PT0S")
    Long shorten(Training training) {
        log.add("shorten at " + training.startedAt() + ", five minutes at most: " + (training.remainingTime().toSeconds() <= 300));
        return 1L;
    }

    @Train(day = {SATURDAY, SUNDAY}, at = "00:00", limit = "PT1M")
    @Runs(retries = 1, backoff = "PT1H", pauseAfter = 1)
    Double fail(Training training) {
        log.add("fail " + training.attempt() + " at " + training.startedAt());
        throw new IllegalStateException("planned");
    }

    @OnData(requires = "rules/fresh")
    void needsOne(Slice slice) {
        log.add("needsOne at " + slice.time());
    }

    @OnData(requires = {"rules/fresh", "rules/shortened"})
    void needsTwo(Bar bar) {
        log.add("needsTwo at " + bar.end());
    }

    @OnData
    void needsAll(Slice slice) {
        log.add("needsAll");
    }
}
