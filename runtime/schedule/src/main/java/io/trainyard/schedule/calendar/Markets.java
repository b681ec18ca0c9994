package io.trainyard.schedule.calendar;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Markets by name: four are built in, any other is a {@linkplain MarketFile text file} on the class path,
 * {@code io/trainyard/markets/<name>}. Names are lower-case letters and digits with single hyphens between them.
 */
public final class Markets {

    /** Where on the class path the files of markets lie. Not in META-INF, of which javac sees nothing in a jar. */
    public static final String FOLDER = "io/trainyard/markets/";

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final SortedMap<String, TradingCalendar> BUILT_IN =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
                    "us-equity", TradingCalendar.usEquity(),
                    "crypto", TradingCalendar.crypto(),
                    "forex", TradingCalendar.forex(),
                    "cme-index", TradingCalendar.cmeIndexFutures())));

    private Markets() {}

    /** The names of the markets that are built in, ascending. */
    public static SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(BUILT_IN.keySet()));
    }

    /** The names of the markets whose files {@code loader} finds, ascending; without those that are built in. */
    public static SortedSet<String> names(ClassLoader loader) {
        SortedSet<String> names = new TreeSet<>(MarketResources.names(loader));
        names.removeIf(name -> !isName(name) || BUILT_IN.containsKey(name));
        return Collections.unmodifiableSortedSet(names);
    }

    /** The market that is built in under a name. */
    public static Optional<TradingCalendar> builtIn(String name) {
        return Optional.ofNullable(BUILT_IN.get(name));
    }

    /** Whether a market can be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Where on the class path the file of a market lies. */
    public static String resource(String name) {
        return FOLDER + name;
    }

    /**
     * The market of a name: a built-in one, or that of a file on the class path.
     *
     * @param anchor a class whose loader finds the file, as that of the strategy
     * @throws IllegalArgumentException if there is no such market, or its file cannot be understood
     */
    public static TradingCalendar named(String name, Class<?> anchor) {
        ClassLoader loader = anchor.getClassLoader();
        return named(name, loader != null ? loader : ClassLoader.getSystemClassLoader());
    }

    /**
     * The same, from a class path.
     *
     * @throws IllegalArgumentException if there is no such market, or its file cannot be understood
     */
    public static TradingCalendar named(String name, ClassLoader loader) {
        TradingCalendar builtIn = BUILT_IN.get(name);
        if (builtIn != null) {
            return builtIn;
        }
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no name of a market: names are lower-case letters and"
                            + " digits with single hyphens between them, such as us-equity");
        }
        String text = MarketResources.text(name, loader).orElseThrow(() -> unknown(name, names(loader)));
        return MarketFile.parse(name, text);
    }

    private static IllegalArgumentException unknown(String name, SortedSet<String> others) {
        return new IllegalArgumentException("no market is called " + name + ": there are "
                + String.join(", ", BUILT_IN.keySet())
                + (others.isEmpty() ? "" : ", and on the class path " + String.join(", ", others))
                + "; to add it, put its hours in a resource " + resource(name)
                + ", which \"trainyard markets --lean\" writes from an entry of LEAN's database");
    }
}
