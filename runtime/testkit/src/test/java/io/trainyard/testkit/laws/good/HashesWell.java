package io.trainyard.testkit.laws.good;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sets and maps whose order is that of their values, or does not matter. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class HashesWell {

    private static final Set<Integer> WINDOWS = Set.of(5, 10, 20);
    private static final Map<Mood, Double> FRACTIONS = new EnumMap<>(Map.of(Mood.GOOD, 0.9, Mood.BAD, 0.1));

    private final Set<String> names = new HashSet<>(List.of("alpha", "beta", "gamma"));
    private final Map<Key, Integer> keys = new HashMap<>();

    @OnData
    void trade(Slice slice, Portfolio portfolio, History history) {
        int votes = WINDOWS.stream()
                .mapToInt(window -> vote(history.closes(window)))
                .sum();
        for (String name : names) {
            keys.merge(new Key(name, 1), votes, (before, now) -> now);
        }
        int sum = 0;
        for (Map.Entry<Key, Integer> entry : keys.entrySet()) {
            sum = sum * 3 + entry.getKey().name().length() + entry.getValue();
        }
        Mood mood = (sum & 1) == 0 ? Mood.GOOD : Mood.BAD;
        portfolio.setHoldings("SPY", FRACTIONS.getOrDefault(mood, 0.0));
    }

    private static int vote(double[] closes) {
        return closes[closes.length - 1] > closes[0] ? 1 : 0;
    }

    enum Mood {
        GOOD,
        BAD
    }

    record Key(String name, int number) {}
}
