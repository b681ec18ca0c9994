package io.trainyard.market.data;

import io.trainyard.Resolution;
import io.trainyard.market.BarSeries;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Plain CSV files, one of a symbol, one bar a line: timestamp, open, high, low, close and volume. Separated by commas, or
 * by semicolons if the first line has one. A first line of names gives another order; columns beyond the six are skipped,
 * and volume may be missing, which counts as 0. No quotes.
 *
 * <p>A timestamp is one of
 *
 * <ul>
 *   <li>{@code 2013-10-07} or {@code 20131007}, a day: a daily bar, from midnight to midnight in the zone given unless
 *       {@link #session} says otherwise;
 *   <li>{@code 2013-10-07T09:30}, also with a blank for the T, with seconds, and with fractions of them: a time in the
 *       zone given; one that the clocks show twice in autumn counts as the first;
 *   <li>the same followed by {@code Z} or an offset such as {@code -04:00}: that instant;
 *   <li>9 or 10 digits: seconds, 12 or 13 digits: milliseconds since 1970-01-01T00:00Z.
 * </ul>
 *
 * <p>A time is the start of its bar unless {@link #stampedAtEnd} says otherwise. Daily bars stamped with a midnight of the
 * zone are those of the day, as if the stamp were a day alone. Prices are taken as they are: for splits and dividends
 * adjust them before.
 */
public final class CsvBars implements BarSource {

    private final Path place;
    private final Map<String, Path> files;
    private final Resolution resolution;
    private final CsvStamps stamps;

    private CsvBars(Path place, Map<String, Path> files, Resolution resolution, CsvStamps stamps) {
        this.place = place;
        this.files = files;
        this.resolution = resolution;
        this.stamps = stamps;
    }

    /**
     * The bars of one symbol.
     *
     * @param resolution the length of each bar
     * @param zone of times without an offset
     */
    public static CsvBars file(Path file, String symbol, Resolution resolution, ZoneId zone) {
        return new CsvBars(file, Map.of(symbol, file), resolution, CsvStamps.of(resolution, zone));
    }

    /**
     * The bars of all files in a folder whose name is a symbol and {@code .csv}, in capitals or not.
     *
     * @param resolution the length of each bar
     * @param zone of times without an offset
     * @throws MarketDataException if the folder cannot be listed
     */
    public static CsvBars folder(Path folder, Resolution resolution, ZoneId zone) {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            paths.sorted().forEach(path -> symbol(path).ifPresent(symbol -> files.put(symbol, path)));
        } catch (IOException e) {
            throw new MarketDataException(
                    "folder " + folder + " cannot be listed: " + e + ".\n    fix:  name a folder of CSV files", e);
        }
        return new CsvBars(folder, files, resolution, CsvStamps.of(resolution, zone));
    }

    private static Optional<String> symbol(Path file) {
        String name = file.getFileName().toString().toUpperCase(Locale.ROOT);
        return name.endsWith(".CSV") ? Optional.of(name.substring(0, name.length() - 4)) : Optional.empty();
    }

    /** The same with times that are the end of their bar. */
    public CsvBars stampedAtEnd() {
        return new CsvBars(place, files, resolution, stamps.stampedAtEnd());
    }

    /**
     * The same with days that are a session, such as 09:30 to 16:00: a daily bar can be known from the close on.
     *
     * @throws IllegalArgumentException if the close is not after the open
     */
    public CsvBars session(LocalTime open, LocalTime close) {
        return new CsvBars(place, files, resolution, stamps.session(open, close));
    }

    @Override
    public String description() {
        return "CSV " + place;
    }

    @Override
    public List<Subscription> available() {
        return files.keySet().stream()
                .sorted()
                .map(symbol -> new Subscription(symbol, resolution))
                .toList();
    }

    @Override
    public BarSeries load(Subscription subscription) {
        Path file = files.get(subscription.symbol());
        if (file == null) {
            file = files.get(subscription.symbol().toUpperCase(Locale.ROOT));
        }
        if (file == null) {
            throw missing(subscription);
        }
        if (subscription.resolution() != resolution) {
            throw new MarketDataException(
                    "no bars of " + subscription + " in " + description(),
                    "its bars were declared to be " + resolution.name().toLowerCase(Locale.ROOT),
                    "subscribe to those, or name a file with others");
        }
        if (!Files.isRegularFile(file)) {
            throw new MarketDataException(
                    "no bars of " + subscription, "there is no file " + file.toAbsolutePath(), "name a CSV file");
        }
        return CsvReader.read(file.toString(), MarketFiles.read(file), subscription, stamps);
    }

    private MarketDataException missing(Subscription subscription) {
        String fix = NearestSymbol.to(subscription.symbol(), files.keySet())
                .map(nearest -> "take " + nearest + ", or one of ")
                .orElse("take one of ");
        return new MarketDataException(
                "no bars of " + subscription + " in " + description(),
                "there is no file " + subscription.symbol() + ".csv",
                files.isEmpty() ? "name a folder with CSV files: here is none" : fix + Listing.of(files.keySet()));
    }
}
