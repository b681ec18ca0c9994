// options: -Atrainyard.TY502=off -Atrainyard.TY503=off -Atrainyard.TY504=off -Atrainyard.TY505=off -Atrainyard.TY506=off -Atrainyard.TY509=off -Atrainyard.TY510=off
package demo;

import static io.trainyard.Days.*;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

import io.trainyard.ClosedDates;
import io.trainyard.Dates;
import io.trainyard.Gap;
import io.trainyard.Hours;
import io.trainyard.Misfire;
import io.trainyard.Overlap;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;

/** Every element of the annotation at least once. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = DAILY)
@Subscribe(symbol = "ES", market = "cme-index", resolution = MINUTE)
@Subscribe(symbol = "BTC/USD", market = "crypto", resolution = HOUR)
final class EveryElement {

    private static final String EVENING = "20:00";

    @Stored("every-element/dates")
    String dates;

    @Stored("every-element/market")
    Integer market;

    @Stored("every-element/times")
    Long times;

    @Train
    @Train(day = {SATURDAY, SUNDAY}, at = "08:00")
    @Train(day = FRIDAY, nth = 3, at = "18:00")
    @Train(day = FRIDAY, nth = -1, at = "noon")
    @Train(date = {"2026-05-04", "2026-07-01"}, at = "midnight")
    @Train(on = EVERY_DAY, at = {EVENING, "21:00:30"})
    @Train(on = TODAY, at = "now")
    @Train(on = {WEEK_START, MONTH_START, QUARTER_END, YEAR_END}, offset = 2, at = EVENING)
    @Train(everyWeeks = 2, anchor = "2026-01-04", at = "09:00")
    @Train(
            day = MONDAY,
            or = {@Dates(date = "2026-01-02"), @Dates(on = TOMORROW)},
            and = @Dates(on = MONTH_START, offset = 4),
            except = {@Dates(everyWeeks = 3, anchor = "2026-01-05"), @Dates(day = MONDAY, nth = 2)},
            at = EVENING)
    String dates() {
        return "";
    }

    @Train(on = TRADING_DAYS, symbol = "SPY", beforeOpen = {45, 0}, afterClose = 0.5)
    @Train(on = MONTH_END, offset = 2, symbol = "SPY", afterClose = 60)
    @Train(on = TRADING_DAYS, market = "forex", at = "18:00")
    @Train(on = WEEK_START, symbol = "ES", hours = Hours.EXTENDED, afterOpen = -15)
    @Train(day = MONDAY, symbol = "SPY", onClosed = ClosedDates.NEXT, at = "18:00")
    @Train(day = FRIDAY, symbol = "SPY", onClosed = ClosedDates.PREVIOUS, beforeClose = 1440)
    @Train(on = WEEK_START, symbol = "BTC/USD", at = "00:00", zone = "UTC")
    Integer market() {
        return 1;
    }

    @Train(on = EVERY_DAY, every = "PT30M", between = {"18:00", "23:00"})
    @Train(on = EVERY_DAY, every = "P7D", zone = "Asia/Tokyo")
    @Train(day = SUNDAY, at = "02:30", gap = Gap.SKIP, overlap = Overlap.BOTH)
    @Train(day = SATURDAY, at = "08:00", misfire = Misfire.ALL, maxLateness = "P1DT12H")
    @Train(day = SATURDAY, at = "09:00", misfire = Misfire.SKIP)
    @Train(day = SATURDAY, at = "10:00", maxLateness = "PT0S")
    Long times() {
        return 1L;
    }
}
