package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC")
class TimesOfDay {
    @Stored("times/a") String a;

    @Train(day = SUNDAY, at = "8am") //! TY201 at = "08:00"
    @Train(day = MONDAY, at = "8:00") //! TY201 at = "08:00"
    @Train(day = TUESDAY, at = "0800") //! TY201 at = "08:00"
    @Train(day = SUNDAY, at = "8.30") //! TY201 at = "08:30"
    @Train(day = SUNDAY, at = "8 PM") //! TY201 at = "20:00"
    @Train(day = SUNDAY, at = "Noon") //! TY201 at = "noon"
    @Train(day = MONDAY, at = "midday") //! TY201 at = "noon"
    @Train(day = SUNDAY, at = "MIDNIGHT") //! TY201 at = "midnight"
    @Train(on = Days.TODAY, at = "Now") //! TY201 at = "now"
    @Train(day = SUNDAY, at = {"09:00",
            "9 pm"}) //! TY201 "21:00"
    @Train(on = Days.EVERY_DAY, at = "24:00") //! TY201 -
    @Train(day = SUNDAY, at = "24:00") //! TY201 day = MONDAY, at = "00:00"
    @Train(day = SUNDAY, at = "25:00") //! TY201 -
    @Train(day = SUNDAY, at = "soon") //! TY201 -
    @Train(
            day = {SATURDAY, SUNDAY},
            at = "24:00:00") //! TY201 day = {SUNDAY, MONDAY}, at = "00:00"
    String train() {
        return "";
    }
}

@Strategy(zone = "UTC")
class OneTime {
    @Stored("one/a") String a;

    @Train(day = SUNDAY,
            at = "08:60") //! TY201 -
    String train() {
        return "";
    }
}
