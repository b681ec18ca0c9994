package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

class Helper {
    @Stored("helper/a") String a; //! TY106 @Strategy(zone = "America/New_York") on Helper

    @Train
    String fit() {
        return "";
    }
}

@Subscribe(symbol = "SPY", resolution = DAILY) //! TY106 on Watcher
@Subscribe(symbol = "QQQ", resolution = DAILY)
class Watcher {
    @OnData
    void on(Slice slice) {}
}
