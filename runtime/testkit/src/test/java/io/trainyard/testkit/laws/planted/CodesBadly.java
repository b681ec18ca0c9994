package io.trainyard.testkit.laws.planted;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.store.ModelCodec;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores a model that is other bytes each time it is written. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class CodesBadly {

    @Stored("codes-badly/mean")
    @Nullable
    Mean mean;

    @Train
    @Train(day = DayOfWeek.SUNDAY, at = "08:00")
    Mean fit(History history) {
        return new Mean(java.util.Arrays.stream(history.closes(20)).average().orElse(0));
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings("SPY", slice.bar(0).close() > java.util.Objects.requireNonNull(mean).value() ? 0.5 : 0.1);
    }

    record Mean(double value) {}

    /** Forgets half of the cents with each round. */
    public static final class Codec implements ModelCodec<Mean> {
        @Override
        public String id() {
            return "bad-mean";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Set<Class<? extends Mean>> types() {
            return Set.of(Mean.class);
        }

        @Override
        public byte[] write(Mean mean) {
            return Double.toString(mean.value()).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Mean read(byte[] bytes, int version) {
            return new Mean(Double.parseDouble(new String(bytes, StandardCharsets.UTF_8)) - 0.25);
        }
    }
}
