// options: -Atrainyard.TY506=off
package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC")
class Occasions {
    @Stored("occasions/a") String a;
    @Stored("occasions/b") Integer b;

    @Train(limit = "PT1M")
    @Train //! TY508 remove this @Train
    @Train(day = SUNDAY, at = "08:00") //! TY509 remove this @Train
    @Train(day = {MONDAY,
            SUNDAY}, at = "08:00:00")
    String train() {
        return "";
    }

    @Train(day = {MONDAY,
            MONDAY}, at = "12:00") //! TY206 remove
    Integer b() {
        return 1;
    }

    @Stored("occasions/c") Long c;

    @Train(on = {Days.TODAY,
            Days.TODAY}, at = "08:00") //! TY206 remove
    @Train(date = {"2026-01-02",
            "2026-01-02"}, at = "09:00") //! TY206 remove
    @Train(day = SUNDAY, at = {"12:00",
            "noon"}) //! TY206 remove
    @Train(day = SUNDAY, at = "10:00", except = {@Dates(day = SUNDAY, nth = 2), @Dates(day = {MONDAY,
            MONDAY})}) //! TY206 remove
    @Train(on = Days.MONTH_END, at = {"18:00", "20:00"})
    @Train(at = {"20:00", "18:00"}, on = Days.MONTH_END, offset = 1)
    @Train(at = {"18:00", "20:00"}, on = Days.MONTH_END) //! TY508 remove
    Long c() {
        return 1L;
    }
}
