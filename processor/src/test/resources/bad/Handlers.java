package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC")
@Subscribe(symbol = "SPY", resolution = DAILY)
class Handlers {
    @Stored("handlers/a") String a;

    @Train
    String fit(History history, Slice slice, //! TY402 take History
            Bar bar, //! TY402 take History
            String text, //! TY401 take String through the constructor of Handlers
            int[] numbers) { //! TY401 take int[] through the constructor
        return "";
    }

    @OnData
    void on(Slice slice,
            java.util.Map<String, Handlers.Tool> tools, //! TY401 take Map<String, Tool> through
            Handlers_Component component) {} //! TY401 through the constructor

    @OnData
    int on(Bar bar) { //! TY404 void on(...)
        return 1;
    }

    @OnData //! TY407 two methods
    @Train
    void both(Slice slice) {}

    static class Tool {}
}

@Strategy(zone = "UTC")
class Blind {
    @OnData //! TY403 @Subscribe(symbol
    void on(Slice slice) {}

    @OnData
    void more(Slice slice) {}
}
