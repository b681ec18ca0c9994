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
class WhichDates {
    @Stored("declared/which-dates") String model;

    @Train(date = "2026-1-2", at = "08:00") //! TY207 date = "2026-01-02"
    @Train(date = {"2026-01-02",
            "03.01.2026"}, at = "08:00") //! TY207 "2026-01-03"
    @Train(date = "01/02/2026", at = "08:01") //! TY207 -
    @Train(date = "2026-02-30", at = "08:02") //! TY207 -
    @Train(date = "soon", at = "08:03") //! TY207 -
    @Train(everyWeeks = 2, anchor = "20260104", at = "08:04") //! TY207 anchor = "2026-01-04"
    @Train(nth = 3, at = "08:05") //! TY208 day = FRIDAY, nth = 3
    @Train(nth = 3) //! TY208 day = FRIDAY, nth = 3 //! then TY204
    @Train(day = FRIDAY, nth = 0, at = "08:06") //! TY208 nth = 1
    @Train(day = FRIDAY, nth = -9, at = "08:07") //! TY208 nth = -5
    @Train(day = {MONDAY, FRIDAY}, nth = 3, at = "08:08") //! TY208 day = MONDAY, nth = 3
    @Train(offset = 2, at = "08:09") //! TY209 on = Days.MONTH_START, offset = 2
    @Train(on = Days.TODAY, offset = 2, at = "08:10") //! TY209 on = Days.MONTH_START, offset = 2
    @Train(on = Days.MONTH_START, offset = 31, at = "08:11") //! TY209 offset = 30
    @Train(on = Days.YEAR_END, offset = -2, at = "08:12") //! TY209 offset = 2
    @Train(on = {Days.QUARTER_END, Days.WEEK_END}, offset = 7, at = "08:13") //! TY209 offset = 6
    @Train(on = Days.WEEK_END, offset = 5, symbol = "SPY", at = "08:14") //! TY209 offset = 4
    @Train(everyWeeks = 2, at = "08:15") //! TY210 everyWeeks = 2, anchor = "2026-01-04"
    @Train(everyWeeks = 0, anchor = "2026-01-04", at = "08:16") //! TY210 everyWeeks = 1
    @Train(everyWeeks = -1, anchor = "2026-01-04", at = "08:17") //! TY210 everyWeeks = 1
    @Train(anchor = "2026-01-04", at = "08:18") //! TY210 everyWeeks = 2, anchor = "2026-01-04"
    @Train(day = SUNDAY, anchor = "2026-01-04", at = "08:19") //! TY210 everyWeeks = 2
    @Train(day = SUNDAY, date = "2026-01-02", at = "08:20") //! TY211 or = @Dates(date = "2026-01-02")
    @Train(on = Days.TODAY, everyWeeks = 2, anchor = "2026-01-04", at = "08:21") //! TY211 or = @Dates(everyWeeks = 2
    @Train(day = SUNDAY, at = "08:22", or = @Dates(day = MONDAY, on = Days.TODAY)) //! TY211 @Dates(on = Days.TODAY)
    @Train(at = "08:23", or = @Dates(day = MONDAY)) //! TY205 on = Days.EVERY_DAY
    @Train(except = @Dates(date = "2026-01-02")) //! TY205 on = Days.EVERY_DAY //! then TY204
    @Train(day = SUNDAY, at = "08:24", or = @Dates()) //! TY205 @Dates(day = SUNDAY)
    @Train(day = SUNDAY, at = "08:25", and = @Dates(day = MONDAY, nth = 7)) //! TY208 nth = 5
    @Train(day = SUNDAY, at = "08:26", except = {@Dates(date = "2026-01-04"), @Dates(date = {"2026-01-11",
            "2026.01.18"})}) //! TY207 "2026-01-18"
    String train() {
        return "";
    }
}
