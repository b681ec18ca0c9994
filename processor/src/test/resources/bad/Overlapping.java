package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC", tier = Tier.MB_2048)
class Overlapping {
    @Stored("overlapping/a") String a;
    @Stored("overlapping/b") Integer b;
    @Stored("overlapping/c") Long c;

    @Train(day = SUNDAY, at = "08:00",
            limit = "PT30M") //! TY505 limit = "PT15M", or at = "07:30"
    String a() {
        return "";
    }

    @Train
    @Train(day = SUNDAY, at = "08:15")
    Integer b() {
        return 1;
    }

    @Train
    @Train(day = SATURDAY, at = "08:00") //! TY505 limit = "PT5M"
    @Train(day = SATURDAY, at = "08:05")
    Long c() {
        return 1L;
    }
}

@Strategy(zone = "UTC", tier = Tier.MB_1024)
class OneAfterTheOther {
    @Stored("after/a") String a;
    @Stored("after/b") Integer b;

    @Train
    @Train(day = SUNDAY, at = "08:00")
    String a() {
        return "";
    }

    @Train
    @Train(day = SUNDAY, at = "08:10")
    Integer b() {
        return 1;
    }
}
