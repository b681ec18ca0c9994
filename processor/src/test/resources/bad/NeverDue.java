package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = DAILY)
class NeverDue {
    @Stored("never/model") String model;

    @Train(date = "2020-01-01", at = "08:00") //! TY501 date
    @Train(day = SUNDAY, symbol = "SPY", afterOpen = 30) //! TY501 dates on which NYSE trades
    @Train(day = MONDAY, and = @Dates(day = TUESDAY), at = "20:00") //! TY501 rules
    String train() {
        return "";
    }
}
