package io.trainyard.schedule.declared;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Time zones: regions named {@code Area/City} that this JDK knows, and {@code UTC}. */
public final class ZoneWord {

    private static final Pattern OFFSET =
            Pattern.compile("(?i)(?:UTC|GMT|UT|Z|Etc/GMT|Etc/UTC)?\\s*[+\\-−][0-9]{1,2}(?::?[0-9]{2}){0,2}");

    /** What traders write for a zone, and which region they mean by it. The first of several readings that markets use. */
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("EST", "America/New_York"),
            Map.entry("EDT", "America/New_York"),
            Map.entry("ET", "America/New_York"),
            Map.entry("EST5EDT", "America/New_York"),
            Map.entry("CST", "America/Chicago"),
            Map.entry("CDT", "America/Chicago"),
            Map.entry("CT", "America/Chicago"),
            Map.entry("CST6CDT", "America/Chicago"),
            Map.entry("MST", "America/Denver"),
            Map.entry("MDT", "America/Denver"),
            Map.entry("MT", "America/Denver"),
            Map.entry("MST7MDT", "America/Denver"),
            Map.entry("PST", "America/Los_Angeles"),
            Map.entry("PDT", "America/Los_Angeles"),
            Map.entry("PT", "America/Los_Angeles"),
            Map.entry("PST8PDT", "America/Los_Angeles"),
            Map.entry("BST", "Europe/London"),
            Map.entry("GB", "Europe/London"),
            Map.entry("WET", "Europe/Lisbon"),
            Map.entry("CET", "Europe/Berlin"),
            Map.entry("CEST", "Europe/Berlin"),
            Map.entry("MET", "Europe/Berlin"),
            Map.entry("EET", "Europe/Athens"),
            Map.entry("MSK", "Europe/Moscow"),
            Map.entry("JST", "Asia/Tokyo"),
            Map.entry("JAPAN", "Asia/Tokyo"),
            Map.entry("KST", "Asia/Seoul"),
            Map.entry("ROK", "Asia/Seoul"),
            Map.entry("PRC", "Asia/Shanghai"),
            Map.entry("HKT", "Asia/Hong_Kong"),
            Map.entry("HONGKONG", "Asia/Hong_Kong"),
            Map.entry("SGT", "Asia/Singapore"),
            Map.entry("SINGAPORE", "Asia/Singapore"),
            Map.entry("IST", "Asia/Kolkata"),
            Map.entry("AEST", "Australia/Sydney"),
            Map.entry("AEDT", "Australia/Sydney"),
            Map.entry("NZST", "Pacific/Auckland"),
            Map.entry("NZDT", "Pacific/Auckland"),
            Map.entry("NZ", "Pacific/Auckland"),
            Map.entry("HST", "Pacific/Honolulu"),
            Map.entry("UTC", "UTC"),
            Map.entry("Z", "UTC"),
            Map.entry("GMT", "UTC"),
            Map.entry("GMT0", "UTC"),
            Map.entry("UCT", "UTC"),
            Map.entry("ZULU", "UTC"),
            Map.entry("GREENWICH", "UTC"),
            Map.entry("UNIVERSAL", "UTC"));

    private ZoneWord() {}

    /** The zone of a strategy, in whose annotation it is an element of the same name. */
    public static Optional<ZoneId> ofStrategy(String text, Consumer<Mistake> mistakes) {
        return read(new Said(Notation.JAVA, Spot.of(ScheduleElement.ZONE), text, true), mistakes);
    }

    static Optional<ZoneId> read(Said said, Consumer<Mistake> mistakes) {
        String text = said.text();
        boolean offset = OFFSET.matcher(text.strip()).matches();
        if (text.equals("UTC") || (text.indexOf('/') > 0 && !offset)) {
            try {
                return Optional.of(ZoneId.of(text));
            } catch (DateTimeException unknown) {
                // told below, together with all other words that are no region
            }
        }
        if (offset) {
            said.mistake(
                    Mistake.Kind.NO_REGION,
                    "is a fixed offset, not a region.",
                    "an offset does not follow clock changes: for half of the year 08:00 would be another hour of the"
                            + " market's day.",
                    "",
                    mistakes);
            return Optional.empty();
        }
        String meant = ABBREVIATIONS.get(text.strip().toUpperCase(Locale.ROOT));
        if (meant != null) {
            said.mistake(
                    Mistake.Kind.NO_REGION,
                    "is an abbreviation, not a region.",
                    "abbreviations are not unique and do not follow clock changes; regions are named Area/City.",
                    said.with(meant),
                    mistakes);
            return Optional.empty();
        }
        said.mistake(
                Mistake.Kind.UNKNOWN_ZONE,
                text.isBlank() ? "is empty." : "is not a region that this JDK knows.",
                "regions are named Area/City, with an underscore for each space.",
                nearest(text).map(said::with).orElse(""),
                mistakes);
        return Optional.empty();
    }

    private static Optional<String> nearest(String text) {
        String typed = text.strip().replace(' ', '_').replace('\\', '/');
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        List<String> regions = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.indexOf('/') > 0 && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .toList();
        for (String region : regions) {
            if (region.equalsIgnoreCase(typed)) {
                return Optional.of(region);
            }
        }
        List<String> ofCity = regions.stream()
                .filter(region -> region.regionMatches(true, region.length() - typed.length(), typed, 0, typed.length())
                        && region.charAt(region.length() - typed.length() - 1) == '/')
                .toList();
        return ofCity.size() == 1 ? Optional.of(ofCity.get(0)) : Nearest.to(typed, regions);
    }
}
