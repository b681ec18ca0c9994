package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC", tier = Tier.MB_2048)
class Limits {
    @Stored("limits/a") String a;
    @Stored("limits/b") Integer b;
    @Stored("limits/c") Long c;
    @Stored("limits/d") Double d;
    @Stored("limits/e") Short e;
    @Stored("limits/f") Byte f;
    @Stored("limits/g") Float g;

    @Train(limit = "20m") //! TY240 limit = "PT20M"
    String a() {
        return "";
    }

    @Train(limit = "soon") //! TY240 -
    Integer b() {
        return 1;
    }

    @Train(limit = "PT0S") //! TY241 limit = "PT10M"
    Long c() {
        return 1L;
    }

    @Train(limit = "PT-5M") //! TY241 limit = "PT5M"
    Double d() {
        return 1.0;
    }

    @Train(limit = "P31D") //! TY241 limit = "PT1H30M"
    Short e() {
        return 1;
    }

    @Train(limit = "PT10M")
    @Train(day = SUNDAY, at = "08:00")
    @Train(day = MONDAY, at = "06:00", limit = "PT600S")
    @Train(day = TUESDAY, at = "06:00", limit = "PT9M") //! TY242 limit = "PT10M"
    Byte f() {
        return 1;
    }

    @Train
    @Train(day = SUNDAY, at = "8am", limit = "1 hour") //! TY201 at = "08:00" //! TY240 limit = "PT1H"
    Float g() {
        return 1f;
    }
}
