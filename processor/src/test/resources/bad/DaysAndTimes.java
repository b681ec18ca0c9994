package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC")
class DaysAndTimes {
    @Stored("days/a") String a;
    @Stored("days/b") Integer b;
    @Stored("days/c") Long c;

    @Train(day = SUNDAY) //! TY204 day = SUNDAY, at = "08:00"
    @Train(at = "08:00") //! TY205 at = "08:00"
    String train() {
        return "";
    }

    @Train(day = {SUNDAY, MONDAY}) //! TY204 day = {SUNDAY, MONDAY}, at = "08:00"
    Integer b() {
        return 1;
    }

    @Train(at = "8:00") //! TY201 at = "08:00" //! then TY205
    Long c() {
        return 1L;
    }
}
