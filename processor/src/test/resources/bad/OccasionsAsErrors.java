// options: -Atrainyard.TY508=error
package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC")
class OccasionsAsErrors {
    @Stored("occasions/a") String a;

    @Train
    @Train //! TY508 remove this @Train
    String train() {
        return "";
    }
}
