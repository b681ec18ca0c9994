package demo;

import static io.trainyard.Resolution.DAILY;

import io.trainyard.Days;
import io.trainyard.OnData;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.WalkForward;
import io.trainyard.learning.splits.Walk;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.training.Training;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

/** Walks forward of all kinds; names that meet those of generated code. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = DAILY)
public class WalkingForward {

    public final List<String> log = new ArrayList<>();

    @Stored("walking/walk")
    String walk;

    @Stored("walking/anchored")
    Integer anchored;

    @Stored("walking/fit-walk")
    Long fitWalk;

    /** Serves no longer than it was tested for, however rare trainings are. */
    @Stored(value = "walking/expiring", expiresAfter = "P5D")
    Double expiring;

    @Train
    @Train(day = DayOfWeek.SUNDAY, at = "08:00", limit = "PT1M")
    @WalkForward(train = "P6M", test = "P3M", purge = "P14D", embargo = "P2D")
    String fit(History history, Walk walk, Training training) {
        log.add(walk.asOf() + " " + walk.latest(walk.asOf().minusSeconds(1)).trainFrom());
        return "";
    }

    @Train(on = Days.MONTH_START, at = "05:00", limit = "PT1M")
    @WalkForward(train = "P1Y6M", test = "P1M", step = "P14D", anchored = true, purge = "PT36H")
    Integer anchored(Walk walk) {
        return 1;
    }

    @Train(day = DayOfWeek.SATURDAY, at = "12:00", limit = "PT1M")
    @WalkForward(train = "PT2400H", test = "P7D", purge = "PT0S")
    Long fitWalk(Walk first, Walk second) {
        return 1L;
    }

    @Train(on = Days.MONTH_START, at = "06:00", limit = "PT1M")
    @WalkForward(train = "P1Y", test = "P7D", purge = "P3D", embargo = "PT12H")
    Double expiring(Walk walk) {
        return 1.0;
    }

    @OnData
    void on(Slice slice) {}
}
