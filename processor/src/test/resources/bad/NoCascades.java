package demo;

import io.trainyard.*;
import io.trainyard.market.*;
import io.trainyard.portfolio.*;
import java.time.DayOfWeek;
import static io.trainyard.Resolution.*;
import static java.time.DayOfWeek.*;

/** User code that mentions what is generated for a strategy with mistakes in it, in signatures and in bodies. */
@Strategy(zone = "America/NewYork") //! TY202 zone = "America/New_York"
@Subscribe(symbol = "SPY", resolution = DAILY)
class NoCascades {
    @Stored("cascades/line") String line;
    @Stored("cascades/bad/") Integer bad; //! TY301 @Stored("cascades/bad")

    private final NoCascades_Guard guard;

    NoCascades(NoCascades_Guard guard) {
        this.guard = guard;
    }

    @Train
    String fit(NoCascades_Guard guard) {
        return "" + guard.line().isReady();
    }

    @Train
    Integer bad() {
        return guard.isModelReady() ? 1 : 0;
    }

    @OnData(always = true)
    void on(Slice slice, NoCascades_Guard guard) {
        if (guard.isModelReady() && guard.bad().isReady()) {
            guard.models();
        }
    }

    static Object door(NoCascades_Component component) {
        return component.strategy();
    }

    static NoCascades_Wiring wiring() {
        return new NoCascades_Wiring();
    }
}

@Strategy(zone = "UTC")
class Sound {
    @Stored("sound/line") String line;

    @Train
    String fit() {
        return "";
    }
}
