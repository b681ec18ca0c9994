package io.trainyard.market;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The options in the address of a feed, {@code ?name=value&other=value}: taken one by one, and what is left over was
 * misspelt. For those who write providers.
 */
public final class FeedOptions {

    private final String where;
    private final Map<String, String> left = new LinkedHashMap<>();
    private final TreeSet<String> known = new TreeSet<>();

    private FeedOptions(String where) {
        this.where = where;
    }

    /**
     * The options of a query.
     *
     * @param query as it stands in the address, after the question mark; null for none
     * @param where the address, for messages
     * @throws MarketDataException if an option is there twice
     */
    public static FeedOptions of(@Nullable String query, String where) {
        FeedOptions options = new FeedOptions(where);
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (options.left.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1))) != null) {
                throw new MarketDataException(
                        "option " + name + " is twice in " + where, "one of them would be ignored", "keep one");
            }
        }
        return options;
    }

    /** Takes an option as it is. */
    public Optional<String> text(String name) {
        known.add(name);
        return Optional.ofNullable(left.remove(name));
    }

    /**
     * Takes an instant, such as {@code 2013-06-03T13:30:00Z}.
     *
     * @throws MarketDataException if it is none
     */
    public Optional<Instant> instant(String name) {
        return parsed(name, Instant::parse, "an instant such as 2013-06-03T13:30:00Z");
    }

    /**
     * Takes a positive duration, such as {@code PT15S}.
     *
     * @throws MarketDataException if it is none
     */
    public Optional<Duration> duration(String name) {
        Optional<Duration> duration = parsed(name, Duration::parse, "a positive duration such as PT15S");
        if (duration.isPresent()
                && (duration.get().isNegative() || duration.get().isZero())) {
            throw unreadable(name, duration.get().toString(), "a positive duration such as PT15S");
        }
        return duration;
    }

    /**
     * Refuses what was not taken.
     *
     * @throws MarketDataException if an option is left
     */
    public void refuseOthers() {
        for (String name : left.keySet()) {
            throw new MarketDataException(
                    "option " + name + " in " + where + " is not known",
                    "the options are " + String.join(", ", known),
                    "correct its name or leave it out");
        }
    }

    private <T> Optional<T> parsed(String name, Function<String, T> parser, String expected) {
        Optional<String> text = text(name);
        try {
            return text.map(parser);
        } catch (DateTimeParseException e) {
            throw unreadable(name, text.orElse(""), expected);
        }
    }

    private MarketDataException unreadable(String name, String value, String expected) {
        return new MarketDataException(
                name + "=" + value + " in " + where + " cannot be read", "it is not " + expected, "write " + expected);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
