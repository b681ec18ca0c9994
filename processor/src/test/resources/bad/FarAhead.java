// options: -Atrainyard.horizon=100
package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC")
class FarAhead {
    @Stored("far/a") String a;

    @Train
    @Train(day = {MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY}, at = "08:00", limit = "PT1M") //! TY510 -Atrainyard.horizon=45
    @Train(day = {MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY}, at = "20:00")
    String a() {
        return "";
    }
}
