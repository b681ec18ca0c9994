package demo;

import io.trainyard.*;
import io.trainyard.learning.splits.*;
import io.trainyard.market.*;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC")
class WordsOfWalks {
    @Stored("walks/a")
    String a;

    @Stored("walks/b")
    Integer b;

    @Stored("walks/c")
    Long c;

    @Stored("walks/d")
    Double d;

    @Stored("walks/e")
    Short e;

    @Train(day = SUNDAY, at = "01:30", limit = "PT1M")
    @WalkForward(train = "2 years", //! TY260 train = "P2Y"
            test = "3M", //! TY260 test = "P3M"
            step = "90", //! TY260 step = "P90D"
            purge = "2 weeks", //! TY260 purge = "P14D"
            embargo = "p2d") //! TY260 embargo = "P2D"
    String a(Walk walk) {
        return "";
    }

    @Train(day = SUNDAY, at = "02:00", limit = "PT1M")
    @WalkForward(train = "2y 6mo", //! TY260 train = "P2Y6M"
            test = "3m", //! TY260 -
            step = "P1MT12H", //! TY260 -
            purge = "P1M", //! TY260 purge = "P31D"
            embargo = "soon") //! TY260 -
    Integer b(Walk walk) {
        return 1;
    }

    @Train(day = SUNDAY, at = "02:30", limit = "PT1M")
    @WalkForward(train = "P-2Y", //! TY261 train = "P2Y"
            test = "P0D", //! TY261 test = "P3M"
            step = "-PT36H", //! TY261 step = "PT36H"
            purge = "-P14D", //! TY261 purge = "P14D"
            embargo = "P-1D") //! TY261 embargo = "P1D"
    Long c(Walk walk) {
        return 1L;
    }

    @Train(day = SUNDAY, at = "03:00", limit = "PT1M")
    @WalkForward(train = "P101Y", //! TY261 train = "P2Y"
            test = "P2147483647D", //! TY261 test = "P3M"
            step = "P1M-3D", //! TY261 step = "P3M"
            purge = "P99999D") //! TY261 purge = "P14D"
    Double d(Walk walk) {
        return 1.0;
    }

    @Train(day = SUNDAY, at = "03:30", limit = "PT1M")
    @WalkForward(train = "", //! TY260 -
            test = "P7D",
            purge = "") //! TY260 -
    Short e(Walk walk) {
        return 1;
    }
}

@Strategy(zone = "UTC")
class NothingLeft {
    @Stored("nothing/a")
    String a;

    @Stored("nothing/b")
    Integer b;

    @Stored("nothing/c")
    Long c;

    @Train(day = SUNDAY, at = "04:00", limit = "PT1M")
    @WalkForward(train = "P1M", test = "P7D", purge = "P26D", embargo = "P2D") //! TY262 a training window of more than 28 days
    String a(Walk walk) {
        return "";
    }

    @Train(day = SUNDAY, at = "04:30", limit = "PT1M")
    @WalkForward(train = "P14D", test = "P7D", purge = "P14D") //! TY262 a training window of more than 14 days
    Integer b(Walk walk) {
        return 1;
    }

    @Train(day = SUNDAY, at = "05:00", limit = "PT1M")
    @WalkForward(train = "P1M", test = "P7D", purge = "P26D", embargo = "P1D")
    Long c(Walk walk) {
        return 1L;
    }
}

@Strategy(zone = "UTC")
@Subscribe(symbol = "SPY", resolution = DAILY)
class IdleWalks {
    @Stored("idle/a")
    String a;

    @Stored("idle/b")
    Integer b;

    @Stored("idle/c")
    Long c;

    @WalkForward(train = "P2Y", test = "P3M", purge = "P14D") //! TY263 @WalkForward on a method with @Train
    void plain(Walk walk) {}

    @Train(day = SUNDAY, at = "05:30", limit = "PT1M")
    @WalkForward(train = "P2Y", test = "P3M", purge = "P14D") //! TY264 String a(Walk walk, ...)
    String a(History history) {
        return "";
    }

    @Train(day = SUNDAY, at = "06:00", limit = "PT1M")
    Integer b(History history,
            Walk walk) { //! TY265 @WalkForward(train = "P2Y"
        return 1;
    }

    @OnData(always = true)
    void on(Slice slice,
            Walk walk) {} //! TY411 IdleWalks_Guard

    @Train(day = MONDAY, at = "08:00", limit = "PT1M")
    Long unbound(
            WalkForwardSplits walk) { //! TY401 take Walk
        return 1L;
    }
}

class WalkElsewhere {
    @WalkForward(train = "P2Y", test = "P3M", purge = "P14D") //! TY106 @Strategy
    String a(Walk walk) {
        return "";
    }
}

@Strategy(zone = "America/New_York")
class Untested {
    @Stored("untested/a")
    String a;

    @Stored("untested/b")
    Integer b;

    @Stored("untested/c")
    Long c;

    @Stored(value = "untested/d", expiresAfter = "P14D")
    Double d;

    @Train(on = Days.MONTH_START, at = "08:00", limit = "PT1M")
    @WalkForward(train = "P2Y", test = "P7D", purge = "P14D") //! TY511 test = "P1M"
    String a(Walk walk) {
        return "";
    }

    @Train(day = FRIDAY, nth = 3, at = "18:00", limit = "PT1M")
    @WalkForward(train = "P2Y", test = "P1M", purge = "P14D") //! TY511 test = "P35D"
    Integer b(Walk walk) {
        return 1;
    }

    @Train
    @WalkForward(train = "P2Y", test = "P1M", purge = "P14D") //! TY511 trainings at most 31 days apart
    Long c(Walk walk) {
        return 1L;
    }

    @Train(on = Days.MONTH_START, at = "09:00", limit = "PT1M")
    @WalkForward(train = "P2Y", test = "P7D", purge = "P14D") //! TY511 test = "P1M"
    Double d(Walk walk) {
        return 1.0;
    }
}
