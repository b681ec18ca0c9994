package io.trainyard.schedule;

import io.trainyard.schedule.calendar.MarketHours;
import io.trainyard.schedule.calendar.Session.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** LEAN's database of market hours, where it lies beside the project. Test code: the reader for users is in the core. */
public final class LeanMarketHours {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT);

    private static @Nullable JsonNode entries;

    private LeanMarketHours() {}

    /** The entries by name; skips the test where the database is absent. */
    public static synchronized JsonNode entries() {
        if (entries == null) {
            Optional<Path> data = dataFolder();
            Assumptions.assumeTrue(
                    data.isPresent(), "LEAN's data is not there: no folder shared/lean-data beside the project");
            Path database = data.orElseThrow().resolve("market-hours").resolve("market-hours-database.json");
            Assumptions.assumeTrue(Files.exists(database), "LEAN's database of market hours is not in its data folder");
            entries = JsonMapper.builder().build().readTree(database.toFile()).path("entries");
        }
        return entries;
    }

    private static Optional<Path> dataFolder() {
        String property = System.getProperty("trainyard.lean-data");
        if (property != null) {
            return Optional.of(Path.of(property));
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path data = folder.resolve("shared").resolve("lean-data");
            if (Files.isDirectory(data)) {
                return Optional.of(data);
            }
        }
        return Optional.empty();
    }

    /** The calendar of an entry; {@code marketWide} names the entry whose special dates it inherits, if any. */
    public static MarketHours calendar(String name, @Nullable String marketWide) {
        JsonNode entry = entries().path(name);
        MarketHours.Builder hours = MarketHours.builder(
                name, ZoneId.of(entry.path("exchangeTimeZone").asString()));
        for (DayOfWeek day : DayOfWeek.values()) {
            for (JsonNode segment : entry.path(day.name().toLowerCase(Locale.ROOT))) {
                Kind kind = switch (segment.path("state").asString()) {
                    case "premarket" -> Kind.PRE_MARKET;
                    case "postmarket" -> Kind.POST_MARKET;
                    default -> Kind.REGULAR;
                };
                hours.session(
                        kind,
                        span(segment.path("start").asString()),
                        span(segment.path("end").asString()),
                        day);
            }
        }
        if (marketWide != null) {
            special(hours, entries().path(marketWide));
        }
        special(hours, entry);
        return hours.build();
    }

    private static void special(MarketHours.Builder hours, JsonNode entry) {
        for (JsonNode holiday : entry.path("holidays")) {
            hours.closed(date(holiday.asString()));
        }
        entry.path("earlyCloses")
                .properties()
                .forEach(close -> hours.earlyClose(date(close.getKey()), time(close.getValue())));
        entry.path("lateOpens")
                .properties()
                .forEach(open -> hours.lateOpen(date(open.getKey()), time(open.getValue())));
    }

    /** A date as the database writes it. */
    public static LocalDate date(String text) {
        return LocalDate.parse(text, DATE);
    }

    private static LocalTime time(JsonNode text) {
        return LocalTime.parse(text.asString());
    }

    private static Duration span(String text) {
        return text.startsWith("1.")
                ? Duration.ofDays(1)
                        .plusNanos(LocalTime.parse(text.substring(2)).toNanoOfDay())
                : Duration.ofNanos(LocalTime.parse(text).toNanoOfDay());
    }
}
