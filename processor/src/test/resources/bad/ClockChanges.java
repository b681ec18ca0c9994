package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "America/New_York", tier = Tier.MB_1024)
class ClockChanges {
    @Stored("clock/a") String a;

    @Train(day = SUNDAY, at = "02:30") //! TY503 at = "03:00"
    @Train(day = SUNDAY, at = "01:15") //! TY504 at = "00:30"
    @Train(day = MONDAY, at = "02:30")
    String a() {
        return "";
    }
}

@Strategy(zone = "UTC")
class NoClockChanges {
    @Stored("clock/b") String a;

    @Train(day = SUNDAY, at = "02:30")
    String a() {
        return "";
    }
}
