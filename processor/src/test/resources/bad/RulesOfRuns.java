package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import io.trainyard.training.Training;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC", tier = Tier.MB_2048)
@Subscribe(symbol = "SPY", resolution = DAILY)
class RulesOfRuns {
    @Stored("rules/a") String a;
    @Stored("rules/b") Integer b;
    @Stored("rules/c") Long c;
    @Stored("rules/d") Double d;
    @Stored("rules/e") Short e;
    @Stored("rules/f") Byte f;

    @Train
    @Runs(retries = 2, backoff = "5 minutes") //! TY250 backoff = "PT5M"
    String a() {
        return "";
    }

    @Train
    @Runs(retries = 2, backoff = "PT0S", cost = Cost.FIXED, fixedCost = "PT-8M") //! TY251 backoff = "PT1M" //! TY251 fixedCost = "PT8M"
    Integer b() {
        return 1;
    }

    @Train(limit = "PT5M")
    @Runs(cost = Cost.FIXED) //! TY252 fixedCost = "PT5M"
    Long c() {
        return 1L;
    }

    @Train
    @Runs(fixedCost = "PT2M", backoff = "PT2M") //! TY252 cost = Cost.FIXED //! TY253 retries = 3
    Double d() {
        return 1.0;
    }

    @Train
    @Runs(retries = -2, pauseAfter = -1, backoff = "P31D") //! TY254 retries = 2 //! TY254 pauseAfter = 0 //! TY251 backoff = "PT1H"
    Short e() {
        return 1;
    }

    @Train
    @Runs(cost = Cost.LIMIT, fixedCost = "PT11M") //! TY252 cost = Cost.FIXED //! TY255 fixedCost = "PT10M"
    Byte f() {
        return 1;
    }

    @Runs(retries = 1) //! TY256 @Runs on a method with @Train
    void helper() {}

    @Runs //! TY256 @Runs on a method with @Train
    @OnData
    void on(Slice slice,
            Training training) {} //! TY411 take RulesOfRuns_Guard
}

class Elsewhere {
    @Runs //! TY106 on Elsewhere
    void nothing() {}
}
