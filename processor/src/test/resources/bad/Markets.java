// options: -Atrainyard.TY506=off
package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = DAILY)
@Subscribe(symbol = "ES", market = "cme-index", resolution = MINUTE)
class Markets {
    @Stored("declared/markets") String model;

    @Train(on = Days.TRADING_DAYS, at = "18:00", symbol = "SPX") //! TY214 symbol = "SPY"
    @Train(on = Days.EVERY_DAY, at = "18:01", symbol = "NVIDIA") //! TY214 market = "us-equity"
    @Train(on = Days.TRADING_DAYS, at = "18:02", market = "us-equty") //! TY215 market = "us-equity"
    @Train(on = Days.TRADING_DAYS, at = "18:03", market = "CME") //! TY215 market = "cme-index"
    @Train(on = Days.TRADING_DAYS, at = "18:04", market = "moon") //! TY215 -
    @Train(on = Days.TRADING_DAYS, at = "18:05", market = "") //! TY215 -
    @Train(on = Days.TRADING_DAYS, at = "18:06") //! TY216 on = Days.TRADING_DAYS, symbol = "SPY"
    @Train(on = {Days.MONTH_END, Days.TRADING_DAYS}, at = "18:07") //! TY216 symbol = "SPY"
    @Train(on = Days.EVERY_DAY, at = "18:08", except = @Dates(on = Days.TRADING_DAYS)) //! TY216 symbol = "SPY"
    @Train(day = MONDAY, afterOpen = 30) //! TY216 afterOpen = 30, symbol = "SPY"
    @Train(day = MONDAY, beforeClose = {10, 20}) //! TY216 beforeClose = {10, 20}, symbol = "SPY"
    @Train(day = MONDAY, at = "18:09", hours = Hours.EXTENDED) //! TY216 hours = Hours.EXTENDED, symbol = "SPY"
    @Train(day = MONDAY, at = "18:10", onClosed = ClosedDates.NEXT) //! TY216 onClosed = ClosedDates.NEXT, symbol = "SPY"
    @Train(on = Days.TRADING_DAYS, at = "18:11", symbol = "SPY", market = "crypto") //! TY217 symbol = "SPY"
    @Train(on = Days.TRADING_DAYS, symbol = "SPY", afterClose = 20000) //! TY218 -
    @Train(on = Days.TRADING_DAYS, symbol = "SPY", afterOpen = {30,
            0.0 / 0.0}) //! TY218 -
    String train() {
        return "";
    }
}

@Strategy(zone = "UTC")
@Subscribe(symbol = "EURUSD", resolution = DAILY) //! TY408 symbol = "EURUSD", market = "forex"
@Subscribe(symbol = "BTC-USD", resolution = DAILY) //! TY408 symbol = "BTC-USD", market = "crypto"
@Subscribe(symbol = "ES", market = "cme", resolution = DAILY) //! TY215 market = "cme-index"
@Subscribe(symbol = "BTCUSD", market = "us-equity", resolution = DAILY)
class Pairs {}

@Strategy(zone = "UTC")
class NoMarket {
    @Stored("declared/none") String model;

    @Train(day = MONDAY, at = "18:00", symbol = "SPY") //! TY214 market = "us-equity"
    @Train(day = MONDAY, at = "18:01", symbol = "EURUSD") //! TY214 market = "forex"
    @Train(on = Days.TRADING_DAYS, afterOpen = 0) //! TY216 market = "us-equity"
    String train() {
        return "";
    }
}
