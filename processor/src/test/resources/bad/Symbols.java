package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC")
@Subscribe(symbol = "", resolution = DAILY) //! TY405 -
@Subscribe(symbol = "SPY, QQQ", resolution = DAILY) //! TY405 -
@Subscribe(symbol = " IBM", resolution = DAILY) //! TY405 symbol = "IBM"
@Subscribe(symbol = "BRK:B", resolution = DAILY) //! TY405 symbol = "BRK/B"
@Subscribe(symbol = "SPY", resolution = DAILY)
@Subscribe(resolution = HOUR, symbol = "SPY") //! TY406 remove one of the two
class Symbols {}

@Strategy(zone = "UTC")
@Subscribe(
        resolution = DAILY,
        symbol = "S&P") //! TY405 -
class One {}
