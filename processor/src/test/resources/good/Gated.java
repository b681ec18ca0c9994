package demo;

import static io.trainyard.Resolution.DAILY;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import io.trainyard.Better;
import io.trainyard.Gate;
import io.trainyard.OnData;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.Slice;
import io.trainyard.training.Training;
import java.util.ArrayList;
import java.util.List;

/** A model takes the place of another if its error is lower by a tenth, and one at most. */
@Strategy(zone = "UTC", embargo = "P2D")
@Subscribe(symbol = "SPY", resolution = DAILY)
public final class Gated {

    private static final double[] ERRORS = {2, 0.5, 0.45, 0.4, 0.39};

    /** What served when a slice came, for a test to read. */
    public final List<String> log = new ArrayList<>();

    @Stored(value = "gated/error", gate = @Gate(metric = "rmse", better = Better.LOWER, by = 0.1, atMost = 1))
    List<Double> error;

    private int runs;

    @Train(day = {MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY}, at = "00:00", limit = "PT1M")
    List<Double> fit(Training training) {
        double error = ERRORS[runs++];
        training.metric("rmse", error);
        return List.of(error);
    }

    @OnData
    void on(Slice slice) {
        log.add(error.get(0) + " at " + slice.time());
    }
}
