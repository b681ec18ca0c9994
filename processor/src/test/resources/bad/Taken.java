package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC")
class Taken {} //! TY116 rename

class Taken_Guard {}

@Strategy(zone = "UTC")
class Out_In {}

class Out {
    @Strategy(name = "other", zone = "UTC")
    static class In {} //! TY116 rename //! TY116 rename //! TY116 rename
}
