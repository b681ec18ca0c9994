package io.trainyard.market.data;

import io.trainyard.Resolution;
import io.trainyard.market.BarSeries;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Trades in the folder format of QuantConnect's LEAN: {@code equity/usa/daily/spy.zip}, {@code equity/usa/hour/spy.zip},
 * {@code equity/usa/minute/spy/20131007_trade.zip}, zipped CSV; likewise {@code crypto/coinbase} and other exchanges.
 *
 * <p>US equities: prices in dollars, times of New York. A daily bar is from 09:30 to 16:00; on days with an early close
 * it becomes known at 16:00 too, which is late but never early. An hour or a minute starts at its stamp. Of minutes only
 * those between 09:30 and 16:00 are read, unless {@link #withExtendedHours} says otherwise. Splits and dividends are
 * adjusted for by the factor file, see {@link Normalization}; a symbol without one can be read raw only. Changes of the
 * ticker are followed by the map file; a symbol without one is read from the files of its name alone. Where the file of an
 * older ticker is missing, the series begins later.
 *
 * <p>Crypto: prices and volume as they are, days from midnight to midnight UTC, no adjustments.
 *
 * @see <a href="https://github.com/QuantConnect/Lean/blob/master/Data/equity/readme.md">LEAN's format for equities</a>
 */
public final class LeanFolder implements BarSource {

    private static final String EQUITY = "equity/usa";

    private final Path root;
    private final String market;
    private final Normalization normalization;
    private final boolean extendedHours;
    private final LocalDate from;
    private final LocalDate to;

    private LeanFolder(
            Path root,
            String market,
            Normalization normalization,
            boolean extendedHours,
            LocalDate from,
            LocalDate to) {
        this.root = root;
        this.market = market;
        this.normalization = normalization;
        this.extendedHours = extendedHours;
        this.from = from;
        this.to = to;
    }

    /**
     * US equities, adjusted for splits and dividends.
     *
     * @param root LEAN's data folder, the one with {@code equity} in it
     */
    public static LeanFolder at(Path root) {
        return new LeanFolder(
                root, EQUITY, Normalization.ADJUSTED, false, LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
    }

    /** Whether {@code folder} looks like LEAN's data folder. */
    public static boolean isAt(Path folder) {
        return Files.isDirectory(folder.resolve(EQUITY)) || Files.isDirectory(folder.resolve("crypto"));
    }

    /** The same with prices normalized otherwise. */
    public LeanFolder with(Normalization other) {
        return new LeanFolder(root, market, other, extendedHours, from, to);
    }

    /** The same with minutes before the open and after the close too. */
    public LeanFolder withExtendedHours() {
        return new LeanFolder(root, market, normalization, true, from, to);
    }

    /** The same with the bars of some days only, both included; spares reading all minutes there are. */
    public LeanFolder between(LocalDate first, LocalDate last) {
        return new LeanFolder(root, market, normalization, extendedHours, first, last);
    }

    /**
     * The same for another market.
     *
     * @param folder {@code equity/usa}, or {@code crypto/} and an exchange such as {@code coinbase}
     * @throws IllegalArgumentException if it is another, whose quotes or contracts cannot be read
     */
    public LeanFolder market(String folder) {
        if (!folder.equals(EQUITY) && !folder.matches("crypto/[a-z0-9]+")) {
            throw new IllegalArgumentException("LEAN's market \"" + folder
                    + "\" cannot be read: take equity/usa, or crypto/ and an exchange such as crypto/coinbase");
        }
        return new LeanFolder(root, folder, normalization, extendedHours, from, to);
    }

    @Override
    public String description() {
        String prices = isEquity()
                ? ", " + normalization.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : "";
        return "LEAN folder " + root + ", " + market + prices;
    }

    /** What has files of its own name; more can be loaded by way of map files. */
    @Override
    public List<Subscription> available() {
        if (!Files.isDirectory(folder())) {
            throw missingFolder();
        }
        List<Subscription> found = new ArrayList<>();
        for (Resolution resolution : Resolution.values()) {
            symbols(resolution).forEach(symbol -> found.add(new Subscription(symbol, resolution)));
        }
        found.sort(Comparator.comparing(Subscription::symbol).thenComparing(Subscription::resolution));
        return List.copyOf(found);
    }

    @Override
    public BarSeries load(Subscription subscription) {
        if (!Files.isDirectory(folder())) {
            throw missingFolder();
        }
        String name = subscription.symbol().toLowerCase(Locale.ROOT);
        List<MapFile.Stretch> stretches = stretches(name);
        List<MapFile.Stretch> stored = stretches.stream()
                .filter(stretch -> Files.exists(bars(subscription.resolution(), stretch.ticker())))
                .toList();
        if (stored.isEmpty()) {
            throw missing(subscription, stretches);
        }
        LeanReader reader = new LeanReader(
                subscription, isEquity() ? LeanReader.EQUITY : LeanReader.CRYPTO, factors(name), normalization);
        for (MapFile.Stretch stretch : stored) {
            read(reader, subscription.resolution(), stretch);
        }
        BarSeries series = reader.series();
        if (series.size() == 0) {
            throw new MarketDataException(
                    "no bars of " + subscription + " in " + description(),
                    "the files of " + tickers(stored) + " have none on the days asked for and under that ticker",
                    "ask for other days, or see which days the files have");
        }
        return series;
    }

    private void read(LeanReader reader, Resolution resolution, MapFile.Stretch stretch) {
        int first = Math.max(stretch.from(), LeanDate.number(from));
        int last = Math.min(stretch.to(), LeanDate.number(to));
        Path bars = bars(resolution, stretch.ticker());
        if (resolution != Resolution.MINUTE) {
            reader.readDated(MarketFiles.unzip(bars), first, last);
            return;
        }
        boolean regular = isEquity() && !extendedHours;
        for (Path day : list(bars)) {
            String file = day.getFileName().toString();
            if (file.matches("\\d{8}_trade\\.zip")) {
                int date = Integer.parseInt(file.substring(0, 8));
                if (date >= first && date <= last) {
                    reader.readDay(MarketFiles.unzip(day), date, regular);
                }
            }
        }
    }

    private List<MapFile.Stretch> stretches(String name) {
        Path file = folder().resolve("map_files").resolve(name + ".csv");
        return isEquity() && Files.exists(file)
                ? MapFile.read(file.toString(), MarketFiles.read(file))
                : MapFile.always(name);
    }

    private FactorFile factors(String name) {
        if (!isEquity() || normalization == Normalization.RAW) {
            return FactorFile.NONE;
        }
        Path file = folder().resolve("factor_files").resolve(name + ".csv");
        if (!Files.exists(file)) {
            throw new MarketDataException(
                    "prices of " + name.toUpperCase(Locale.ROOT) + " cannot be adjusted",
                    "there is no factor file " + file,
                    "add the file, or take raw prices (Normalization.RAW, on the command line --prices raw), in which"
                            + " splits look like crashes");
        }
        return FactorFile.read(file.toString(), MarketFiles.read(file));
    }

    private boolean isEquity() {
        return market.equals(EQUITY);
    }

    private Path folder() {
        return root.resolve(market);
    }

    private Path folder(Resolution resolution) {
        return folder().resolve(resolution.name().toLowerCase(Locale.ROOT));
    }

    private Path bars(Resolution resolution, String ticker) {
        Path folder = folder(resolution);
        return resolution == Resolution.MINUTE ? folder.resolve(ticker) : folder.resolve(ticker + suffix());
    }

    private String suffix() {
        return isEquity() ? ".zip" : "_trade.zip";
    }

    private Set<String> symbols(Resolution resolution) {
        Path folder = folder(resolution);
        Set<String> symbols = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            for (Path path : list(folder)) {
                String file = path.getFileName().toString().toUpperCase(Locale.ROOT);
                String suffix = suffix().toUpperCase(Locale.ROOT);
                if (resolution == Resolution.MINUTE) {
                    symbols.add(file);
                } else if (file.endsWith(suffix)) {
                    symbols.add(file.substring(0, file.length() - suffix.length()));
                }
            }
        }
        return symbols;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        } catch (IOException e) {
            throw new MarketDataException("folder " + folder + " cannot be listed: " + e, e);
        }
    }

    private MarketDataException missingFolder() {
        return new MarketDataException(
                "no market data in " + root.toAbsolutePath(),
                "it has no folder " + market,
                "name LEAN's data folder, the one with " + market + " in it");
    }

    private MarketDataException missing(Subscription subscription, List<MapFile.Stretch> stretches) {
        Set<String> symbols = symbols(subscription.resolution());
        String resolution = subscription.resolution().name().toLowerCase(Locale.ROOT);
        List<String> others = available().stream()
                .filter(one -> one.symbol().equalsIgnoreCase(subscription.symbol()))
                .map(one -> one.resolution().name().toLowerCase(Locale.ROOT))
                .toList();
        String fix = others.isEmpty()
                ? NearestSymbol.to(subscription.symbol(), symbols)
                        .map(nearest -> "take " + nearest + ", or one of ")
                        .orElse("take one of ")
                : "take its " + String.join(" or ", others) + " bars, or one of ";
        return new MarketDataException(
                "no " + resolution + " bars of " + subscription.symbol() + " in " + description(),
                "there is no "
                        + bars(subscription.resolution(), stretches.get(0).ticker()),
                symbols.isEmpty() && others.isEmpty()
                        ? "take another resolution: there is nothing in " + folder(subscription.resolution())
                        : fix + Listing.of(symbols));
    }

    private static String tickers(List<MapFile.Stretch> stretches) {
        return stretches.stream().map(MapFile.Stretch::ticker).collect(Collectors.joining(", "));
    }
}
