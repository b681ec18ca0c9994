package io.trainyard.market.data;

import io.trainyard.market.MarketDataException;
import io.trainyard.schedule.calendar.MarketHours;
import io.trainyard.schedule.calendar.Session.Kind;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads LEAN's {@code market-hours-database.json}: the hours of a market by type of security, market and symbol. An entry
 * of a symbol inherits the holidays, early closes and late opens of its market's entry {@code [*]}; where both speak of
 * a date the symbol's entry counts, also with special hours on a holiday of the market. Bank holidays are trading days.
 *
 * <p>The hours are those of the database: sessions are split at midnight, a market that trades through it closes a date
 * at 24:00 and opens the next at 00:00, which is one stretch of trading. Dates after the last holiday of an entry are
 * taken for trading days.
 *
 * @see <a href="https://github.com/QuantConnect/Lean/tree/master/Data/market-hours">LEAN: market hours</a>
 */
public final class MarketHoursDatabase {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT);
    /** A few entries write {@code 22:0:00}. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("H:m:s")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private static final Pattern DAY_AND_TIME = Pattern.compile("(\\d)[.:](\\d+:\\d+:\\d+.*)");

    private static final String WHOLE_MARKET = "[*]";

    private final Path file;
    private final JsonNode entries;

    private MarketHoursDatabase(Path file, JsonNode entries) {
        this.file = file;
        this.entries = entries;
    }

    /**
     * Reads a database; its entries are looked at when they are asked for.
     *
     * @throws MarketDataException if the file is not there or is no such database
     */
    public static MarketHoursDatabase read(Path file) {
        try {
            JsonNode entries = JsonMapper.builder().build().readTree(file).path("entries");
            if (!entries.isObject()) {
                throw new MarketDataException(file + " has no \"entries\": it is no database of market hours. Take"
                        + " Data/market-hours/market-hours-database.json of LEAN");
            }
            return new MarketHoursDatabase(file, entries);
        } catch (JacksonException e) {
            throw new MarketDataException(
                    "the market hours in " + file + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    /** The names of all entries, as {@code Equity-usa-[*]}, ascending. */
    public Set<String> entries() {
        return Collections.unmodifiableSet(new TreeSet<>(entries.propertyNames()));
    }

    /**
     * The hours of a symbol, or of its whole market where it has none of its own.
     *
     * @param securityType as LEAN names it: {@code Equity}, {@code Future}, {@code Forex}, {@code Crypto}
     * @param market as LEAN names it: {@code usa}, {@code cme}, {@code oanda}
     * @param symbol a ticker, or {@code [*]}
     * @return empty if the database has neither
     * @throws MarketDataException if the entry cannot be understood
     */
    public Optional<MarketHours> calendar(String securityType, String market, String symbol) {
        String prefix = securityType + "-" + market + "-";
        JsonNode wide = entries.path(prefix + WHOLE_MARKET);
        JsonNode own = entries.path(prefix + symbol);
        if (own.isMissingNode() || symbol.equals(WHOLE_MARKET)) {
            return wide.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(hours(prefix + WHOLE_MARKET, wide, MissingNode.getInstance()));
        }
        return Optional.of(hours(prefix + symbol, own, wide));
    }

    /**
     * The hours of an entry by its name, with what it inherits from that of its market.
     *
     * @param name as in {@link #entries}: {@code Index-hkfe-[*]}
     * @throws MarketDataException if there is no such entry, naming those of the same market, or it cannot be understood
     */
    public MarketHours entry(String name) {
        String[] parts = name.split("-", 3);
        if (parts.length < 3 || !entries.has(name)) {
            String start = parts.length < 2 ? parts[0] : parts[0] + "-" + parts[1] + "-";
            List<String> alike = entries().stream()
                    .filter(entry -> entry.regionMatches(true, 0, start, 0, start.length()))
                    .limit(8)
                    .toList();
            throw new MarketDataException(
                    file + " has no entry " + name,
                    "an entry is named type, market and symbol, such as Future-hkfe-HSI, or [*] for a whole market",
                    alike.isEmpty()
                            ? "list them with trainyard markets --lean " + file
                            : "one of " + String.join(", ", alike));
        }
        return calendar(parts[0], parts[1], parts[2]).orElseThrow();
    }

    private MarketHours hours(String name, JsonNode own, JsonNode wide) {
        try {
            MarketHours.Builder hours = MarketHours.builder(
                    name, ZoneId.of(own.path("exchangeTimeZone").asString()));
            for (DayOfWeek day : DayOfWeek.values()) {
                for (JsonNode segment : own.path(day.name().toLowerCase(Locale.ROOT))) {
                    addSession(hours, segment, day);
                }
            }
            Set<LocalDate> special = new HashSet<>();
            for (String kind : new String[] {"earlyCloses", "lateOpens"}) {
                own.path(kind).propertyNames().forEach(date -> special.add(date(date)));
            }
            for (JsonNode holiday : wide.path("holidays")) {
                LocalDate date = date(holiday.asString());
                if (!special.contains(date)) {
                    hours.closed(date);
                }
            }
            addSpecialHours(hours, wide);
            own.path("holidays").forEach(holiday -> hours.closed(date(holiday.asString())));
            addSpecialHours(hours, own);
            return hours.build();
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new MarketDataException(
                    "the entry " + name + " of " + file + " cannot be understood: " + e.getMessage(), e);
        }
    }

    private static void addSession(MarketHours.Builder hours, JsonNode segment, DayOfWeek day) {
        String state = segment.path("state").asString();
        if (state.equals("closed")) {
            return;
        }
        Kind kind = switch (state) {
            case "premarket" -> Kind.PRE_MARKET;
            case "market" -> Kind.REGULAR;
            case "postmarket" -> Kind.POST_MARKET;
            default -> throw new IllegalArgumentException("a session is premarket, market or postmarket, not " + state);
        };
        Duration start = span(segment.path("start").asString());
        Duration end = span(segment.path("end").asString());
        hours.session(kind, start, end, day);
    }

    private static void addSpecialHours(MarketHours.Builder hours, JsonNode entry) {
        entry.path("earlyCloses")
                .properties()
                .forEach(close -> hours.earlyClose(
                        date(close.getKey()), time(close.getValue().asString())));
        entry.path("lateOpens")
                .properties()
                .forEach(open ->
                        hours.lateOpen(date(open.getKey()), time(open.getValue().asString())));
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text, DATE);
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text, TIME);
    }

    /** {@code 09:30:00}, or {@code 1.00:00:00} (in some entries {@code 1:00:00:00}) for the midnight at the end of the day. */
    private static Duration span(String text) {
        Matcher dayAndTime = DAY_AND_TIME.matcher(text);
        return dayAndTime.matches()
                ? Duration.ofDays(Long.parseLong(dayAndTime.group(1)))
                        .plusNanos(time(dayAndTime.group(2)).toNanoOfDay())
                : Duration.ofNanos(time(text).toNanoOfDay());
    }
}
