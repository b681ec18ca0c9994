package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC")
class Occasions {
    @Stored("occasions/a") String a;
    @Stored("occasions/b") Integer b;

    @Train(limit = "PT1M")
    @Train //! TY508 remove this @Train
    @Train(day = SUNDAY, at = "08:00") //! TY509 remove this @Train
    @Train(day = {MONDAY,
            SUNDAY}, at = "08:00:00")
    String train() {
        return "";
    }

    @Train(day = {MONDAY,
            MONDAY}, at = "12:00") //! TY206 remove
    Integer b() {
        return 1;
    }
}
