package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC")
class Budgets {
    @Stored("budgets/a") String a;

    @Train(day = {MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY}, at = "08:00") //! TY506 limit = "PT7M", or @Strategy(tier = Tier.MB_1024)
    String a() {
        return "";
    }
}

@Strategy(zone = "UTC")
class OnOneWeekday {
    @Stored("weekday/a") String a;

    @Train
    @Train(day = TUESDAY, at = "08:00")
    @Train(day = WEDNESDAY, at = "08:00", limit = "PT15M") //! TY506 limit = "PT11M40S", or @Strategy(tier = Tier.MB_1024)
    String a() {
        return "";
    }
}

@Strategy(zone = "UTC")
class ManyAtOnce {
    @Stored("many/a") String a;
    @Stored("many/b") Integer b;
    @Stored("many/c") Long c;
    @Stored("many/d") Double d;

    @Train
    String a() {
        return "";
    }

    @Train
    Integer b() {
        return 1;
    }

    @Train
    Long c() {
        return 1L;
    }

    @Train //! TY506 limit = "PT7M30S" for each training, or @Strategy(tier = Tier.MB_1024)
    Double d() {
        return 1.0;
    }
}

@Strategy(zone = "UTC", tier = Tier.MB_2048)
class TooLong {
    @Stored("long/a") String a;
    @Stored("long/b") Integer b;

    @Train(day = {SATURDAY, SUNDAY}, at = "08:00",
            limit = "PT25H") //! TY507 limit = "PT47M31S"
    String a() {
        return "";
    }

    @Train(day = MONDAY, at = "08:00")
    Integer b() {
        return 1;
    }
}

@Strategy(zone = "UTC")
class LongerThanTheTier {
    @Stored("tier/a") String a;

    @Train(day = SUNDAY, at = "08:00", limit = "PT45M") //! TY507 limit = "PT30M", or @Strategy(tier = Tier.MB_1024)
    String a() {
        return "";
    }
}
