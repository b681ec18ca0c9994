package demo;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.Bar;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** Members that are called like what is generated. */
@Strategy(zone = "Europe/Berlin", tier = io.trainyard.Tier.MB_2048)
@Subscribe(symbol = "^DAX", resolution = Resolution.DAILY)
class Awkward {

    @Stored("awkward/host")
    String host;

    @Stored("awkward/guard")
    Integer guard;

    @Stored("awkward/models")
    Long models;

    @Stored("awkward/models-2")
    @Nullable Double models2;

    @Stored("awkward/is-model-ready")
    boolean[] isModelReady;

    @Stored("awkward/hash-code")
    int[][] hashCode;

    @Stored("awkward/wait")
    Character wait;

    @Stored("awkward/strategy")
    @SuppressWarnings("rawtypes")
    java.util.List strategy;

    @Train
    String fit() {
        return "";
    }

    @Train(limit = "PT1M30S")
    int fit(History history) {
        return 0;
    }

    @Train(limit = "PT0.5S")
    Long fit2(History history) {
        return 0L;
    }

    @Train
    double zone() {
        return 0;
    }

    @Train
    boolean[] wire() {
        return new boolean[0];
    }

    @Train
    int[][] definition() {
        return new int[0][];
    }

    @Train(day = DayOfWeek.MONDAY, at = "09:00", stores = "awkward/wait")
    @Train(stores = "awkward/wait")
    char FIT() {
        return 'x';
    }

    @Deprecated
    @Train
    void strategy() {
        strategy = java.util.List.of();
    }

    @OnData
    void trade(Bar bar) {}

    @OnData
    @SuppressWarnings("deprecation")
    void trade(Slice slice) {
        strategy();
    }
}
