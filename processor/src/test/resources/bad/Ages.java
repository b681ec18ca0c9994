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
class Ages {
    @Stored(value = "ages/a", maxAge = "2 weeks") //! TY270 maxAge = "P14D"
    String a;

    @Stored(value = "ages/b", maxAge = "14") //! TY270 maxAge = "P14D"
    Integer b;

    @Stored(value = "ages/f", expiresAfter = "long") //! TY270 -
    Byte f;

    @Stored(value = "ages/c", maxAge = "PT0S", expiresAfter = "P-3D") //! TY271 maxAge = "P14D" //! TY271 expiresAfter = "P3D" //! then TY272
    Long c;

    @Stored(value = "ages/d", expiresAfter = "P99999D") //! TY271 expiresAfter = "P28D"
    Double d;

    @Stored(value = "ages/e", maxAge = "P14D", expiresAfter = "P7D") //! TY272 expiresAfter = "P14D"
    Short e;

    @Train
    void all() {} //! TY311 return the new value

    @OnData(requires = {"ages/a", "other"}) //! TY409 -
    void on(Slice slice) {}

    @OnData(requires = "ages/E") //! TY409 "ages/e"
    void on(Bar bar) {}

    @OnData(always = true, requires = {"ages/a", "ages/b"}) //! TY410 always = false
    void always(Slice slice) {}
}

@Strategy(zone = "UTC", embargo = "2 days") //! TY273 embargo = "P2D"
class WordlyEmbargo {}

@Strategy(zone = "UTC", embargo = "5") //! TY273 embargo = "P5D"
class NumberedEmbargo {}

@Strategy(zone = "UTC", embargo = "later") //! TY273 -
class VagueEmbargo {}

@Strategy(zone = "UTC", embargo = "-P2D") //! TY274 embargo = "P2D"
class NegativeEmbargo {}

@Strategy(zone = "UTC", embargo = "P99999D") //! TY274 embargo = "P2D"
class EndlessEmbargo {}

@Strategy(zone = "UTC", embargo = "PT0S")
class NoEmbargo {}
