package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;
import javax.inject.Inject;

@Strategy(zone = "UTC")
class Closed {
    private Closed() {} //! TY111 remove private
}

@Strategy(zone = "UTC")
class Several {
    Several() {}
    Several(History history) {} //! TY111 @Inject on the one constructor
}

@Strategy(zone = "UTC")
class Checked {
    Checked() throws java.io.IOException {} //! TY111 training
}

@Strategy(zone = "UTC")
class Fields {
    @Inject //! TY114 parameter of the constructor
    History history;

    @jakarta.inject.Inject //! TY114 parameter of the constructor
    void set(Portfolio portfolio) {}
}
