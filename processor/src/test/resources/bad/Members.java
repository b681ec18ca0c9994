package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

@Strategy(zone = "UTC", tier = Tier.MB_2048)
@Subscribe(symbol = "SPY", resolution = DAILY)
abstract class Members { //! TY103 remove abstract
    @Stored("members/a") private String a; //! TY108 remove private
    @Stored("members/b") static Integer b; //! TY108 remove static
    @Stored("members/c") final Long c = 1L; //! TY108 remove final
    @Stored("members/d") private static final Double D = 1.0; //! TY108 remove private and static and final

    @Train
    private String a() { //! TY107 remove private
        return "";
    }

    @Train
    static Integer b() { //! TY107 remove static
        return 1;
    }

    @Train
    abstract Long c(); //! TY107 give c a body

    @Train
    <T> Double d() { //! TY107 remove the type parameters
        return 1.0;
    }

    @OnData
    private void on(Slice slice) {} //! TY107 remove private
}
