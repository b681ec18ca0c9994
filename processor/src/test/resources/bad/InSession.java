package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "America/New_York", tier = Tier.MB_2048)
@Subscribe(symbol = "SPY", resolution = DAILY)
class InSession {
    @Stored("session/a") String a;

    @Train
    @Train(day = SUNDAY, at = "12:00")
    @Train(day = {MONDAY, TUESDAY},
            at = "10:00", //! TY502 at = "09:00"
            limit = "PT10M")
    String a() {
        return "";
    }
}

@Strategy(zone = "Asia/Tokyo")
@Subscribe(symbol = "SPY", resolution = DAILY)
class FromAfar {
    @Stored("afar/a") String a;

    @Train(day = TUESDAY, at = "00:15") //! TY502 at = "22:00"
    String a() {
        return "";
    }
}

@Strategy(zone = "America/New_York")
class NoMarket {
    @Stored("nowhere/a") String a;

    @Train(day = TUESDAY, at = "10:00")
    String a() {
        return "";
    }
}
