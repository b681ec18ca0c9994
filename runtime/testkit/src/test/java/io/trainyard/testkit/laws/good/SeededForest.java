package io.trainyard.testkit.laws.good;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Random numbers with a seed, and a model of arrays, lists and maps. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class SeededForest {

    @Stored("seeded-forest/forest")
    @Nullable
    Forest forest;

    @Train
    @Train(day = DayOfWeek.SUNDAY, at = "08:00")
    Forest fit(History history) {
        Random random = new Random(42);
        double[] closes = history.closes(30);
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            double threshold = closes.length == 0 ? 0 : closes[random.nextInt(closes.length)];
            trees.add(new Tree(threshold, new double[] {random.nextDouble(), random.nextDouble()}));
        }
        return new Forest(trees, new TreeMap<>(Map.of("trees", 5, "closes", closes.length)));
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        double vote = 0;
        for (Tree tree : Objects.requireNonNull(forest).trees()) {
            vote += tree.leaves()[slice.bar(0).close() > tree.threshold() ? 1 : 0] / 5;
        }
        portfolio.setHoldings("SPY", vote);
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Tree(double threshold, double[] leaves) {}

    record Forest(List<Tree> trees, TreeMap<String, Integer> counts) {}
}
