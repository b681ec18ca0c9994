package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC")
class Deferred {
    @Stored("deferred/a") String a;
    @Stored("deferred/b") Integer b;

    // the first that lacks budget, on a Friday, and provided for
    @Train(day = {THURSDAY, FRIDAY}, at = "06:00", limit = "PT25M")
    @Runs(unaffordable = Unaffordable.DEFER)
    String a() {
        return "";
    }

    @Train(day = {SATURDAY, SUNDAY, MONDAY, TUESDAY}, at = "06:00", limit = "PT12M") //! TY506 limit = "PT
    Integer b() {
        return 1;
    }
}

@Strategy(zone = "UTC")
class Shortened {
    @Stored("shortened/a") String a;

    @Train(day = {THURSDAY, FRIDAY}, at = "06:00", limit = "PT25M")
    @Runs(unaffordable = Unaffordable.SHORTEN)
    String a() {
        return "";
    }
}
