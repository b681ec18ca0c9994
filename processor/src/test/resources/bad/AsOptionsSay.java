// options: -Atrainyard.TY506=warn -Atrainyard.TY502=error -Atrainyard.TY503=off
package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = DAILY)
class AsOptionsSay {
    @Stored("options/a") String a;

    @Train(day = SUNDAY, at = "02:30")
    @Train(day = {MONDAY, TUESDAY, WEDNESDAY}, at = "15:00", limit = "PT20M") //! TY502 at = "16:00" //! TY506 limit = "PT8M45S"
    String a() {
        return "";
    }
}
