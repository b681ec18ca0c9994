package io.trainyard.console;

import static io.trainyard.Days.*;
import static java.time.DayOfWeek.*;

import io.trainyard.ClosedDates;
import io.trainyard.Dates;
import io.trainyard.Gap;
import io.trainyard.Hours;
import io.trainyard.Misfire;
import io.trainyard.Overlap;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;

/** Declarations that {@link SameWordsTest} types as options too: each line of its table is an annotation here. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
@Subscribe(symbol = "EURUSD", market = "forex", resolution = Resolution.DAILY)
final class SameWords {

    @Stored("same-words/model")
    String model = "";

    @Train(day = SUNDAY, at = "08:00")
    @Train(
            day = {SATURDAY, WEDNESDAY},
            at = {"08:00", "20:30:15"})
    @Train(day = FRIDAY, nth = 3, at = "noon")
    @Train(day = FRIDAY, nth = -1, at = "midnight")
    @Train(
            date = {"2026-05-04", "2026-07-01"},
            at = "08:00")
    @Train(on = EVERY_DAY, every = "PT12H")
    @Train(on = TODAY, at = "now")
    @Train(
            on = {TOMORROW, YEAR_END},
            at = "08:00")
    @Train(
            on = {MONTH_START, QUARTER_END},
            offset = 2,
            at = "08:00")
    @Train(everyWeeks = 2, anchor = "2026-01-04", at = "09:00")
    @Train(
            day = MONDAY,
            or = {@Dates(date = {"2026-01-02", "2026-01-06"}), @Dates(day = FRIDAY, nth = 3)},
            and =
                    @Dates(
                            on = {MONTH_START, MONTH_END},
                            offset = 4),
            except = @Dates(everyWeeks = 3, anchor = "2026-01-05"),
            at = "20:00")
    @Train(
            on = TRADING_DAYS,
            symbol = "SPY",
            beforeOpen = {45, 0},
            afterClose = 0.5)
    @Train(on = MONTH_END, offset = 2, market = "us-equity", beforeClose = -60)
    @Train(on = WEEK_START, symbol = "EURUSD", hours = Hours.EXTENDED, afterOpen = 15)
    @Train(day = MONDAY, symbol = "SPY", onClosed = ClosedDates.NEXT, at = "18:00")
    @Train(date = "2026-01-03", market = "cme-index", onClosed = ClosedDates.PREVIOUS, at = "18:00")
    @Train(
            on = EVERY_DAY,
            every = "PT30M",
            between = {"18:00", "02:00"})
    @Train(day = MONDAY, at = "08:00", zone = "Asia/Tokyo")
    @Train(day = SUNDAY, at = "02:30", gap = Gap.SKIP, overlap = Overlap.BOTH)
    @Train(day = SATURDAY, at = "08:00", misfire = Misfire.ALL, maxLateness = "P1DT12H")
    @Train(day = SATURDAY, at = "09:00", misfire = Misfire.SKIP)
    String fit() {
        return "";
    }
}
