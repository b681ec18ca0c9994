package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = DAILY)
@Subscribe(symbol = "ES", market = "cme-index", resolution = MINUTE)
class Intervals {
    @Stored("declared/intervals") String model;

    @Train(on = Days.EVERY_DAY, every = "30m") //! TY212 every = "PT30M"
    @Train(on = Days.EVERY_DAY, every = "1 hour") //! TY212 every = "PT1H"
    @Train(on = Days.EVERY_DAY, every = "-PT2H") //! TY212 every = "PT2H"
    @Train(on = Days.EVERY_DAY, every = "PT0.5S") //! TY212 -
    @Train(on = Days.EVERY_DAY, every = "30") //! TY212 every = "PT30M"
    @Train(every = "PT3H") //! TY205 on = Days.EVERY_DAY, every = "PT3H"
    @Train(on = Days.EVERY_DAY, between = {"09:00", "16:00"}) //! TY213 every = "PT30M", between = {"09:00", "16:00"}
    @Train(on = Days.EVERY_DAY, every = "PT4H", between = "09:00") //! TY213 -
    @Train(on = Days.EVERY_DAY, every = "PT5H", between = {"09:00", "12:00", "16:00"}) //! TY213 between = {"09:00", "16:00"}
    @Train(on = Days.EVERY_DAY, every = "PT6H", between = {"09:00", "09:00"}) //! TY213 -
    @Train(on = Days.EVERY_DAY, every = "PT7H", between = {"09:00",
            "4pm"}) //! TY201 "16:00"
    @Train(day = MONDAY, at = "08:00", zone = "Asia/Tokio") //! TY202 zone = "Asia/Tokyo"
    @Train(day = MONDAY, at = "08:01", zone = "JST") //! TY203 zone = "Asia/Tokyo"
    @Train(day = MONDAY, at = "08:02", maxLateness = "6 hours") //! TY219 maxLateness = "PT6H"
    @Train(day = MONDAY, at = "08:03", maxLateness = "-PT6H") //! TY219 maxLateness = "PT6H"
    @Train(day = MONDAY, at = "08:04", maxLateness = "soon") //! TY219 -
    @Train(day = MONDAY, at = "08:05", misfire = Misfire.SKIP, maxLateness = "PT6H") //! TY220 misfire = Misfire.ONCE, maxLateness = "PT6H"
    @Train(zone = "UTC") //! TY220 on = Days.EVERY_DAY, at = "08:00", zone = "UTC"
    @Train(gap = Gap.SKIP) //! TY220 gap = Gap.SKIP
    @Train(symbol = "SPY") //! TY220 on = Days.TRADING_DAYS, at = "08:00", symbol = "SPY"
    @Train(onClosed = ClosedDates.NEXT) //! TY216 onClosed = ClosedDates.NEXT, symbol = "SPY" //! then TY220
    @Train(on = Days.MONTH_END, offset = 1) //! TY204 on = Days.MONTH_END, offset = 1, at = "08:00"
    @Train(at = {"08:00", "20:00"}) //! TY205 on = Days.EVERY_DAY, at = {"08:00", "20:00"}
    String train() {
        return "";
    }
}
