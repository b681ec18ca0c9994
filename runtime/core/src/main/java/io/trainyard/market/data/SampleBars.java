package io.trainyard.market.data;

import io.trainyard.Resolution;
import io.trainyard.market.BarSeries;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.Subscription;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A year of real daily bars to begin with: AAPL 2013, prices as quoted, from 09:30 to 16:00 New York. They come with the
 * Maven artifact {@code org.ta4j:ta4j-examples:0.18} (MIT licence), which must be on the class path.
 */
public final class SampleBars implements BarSource {

    private static final String RESOURCE = "appleinc_bars_from_20130101_usd.csv";
    private static final Subscription AAPL = new Subscription("AAPL", Resolution.DAILY);
    private static final CsvStamps STAMPS = CsvStamps.of(Resolution.DAILY, ZoneId.of("America/New_York"))
            .session(LocalTime.of(9, 30), LocalTime.of(16, 0));

    private final ClassLoader loader;

    /** The sample on the class path that Trainyard is on. */
    public SampleBars() {
        this(SampleBars.class.getClassLoader());
    }

    /** The sample on another class path. */
    public SampleBars(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public String description() {
        return "sample of AAPL daily bars in 2013";
    }

    @Override
    public List<Subscription> available() {
        return List.of(AAPL);
    }

    @Override
    public BarSeries load(Subscription subscription) {
        if (!subscription.equals(AAPL)) {
            throw new MarketDataException(
                    "no bars of " + subscription + " in the " + description(),
                    "the sample has " + AAPL + " and nothing else",
                    "subscribe to AAPL daily, or name a folder of market data");
        }
        try (InputStream in = loader.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new MarketDataException(
                        "the " + description() + " is not there",
                        "the class path has no " + RESOURCE,
                        "add the dependency org.ta4j:ta4j-examples:0.18, or name a folder of market data");
            }
            return CsvReader.read(RESOURCE, in.readAllBytes(), subscription, STAMPS);
        } catch (IOException e) {
            throw new MarketDataException("the " + description() + " cannot be read: " + e, e);
        }
    }
}
