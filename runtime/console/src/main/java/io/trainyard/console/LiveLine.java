package io.trainyard.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of what happens live: for people, or a JSON object of its own.
 *
 * @param at market time, or the time of this machine for what is no event of the market
 * @param event what happened, in one or two words
 * @param text the rest of it, for people
 * @param more the rest of it, for programs
 */
record LiveLine(Instant at, String event, String text, Map<String, Object> more) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static LiveLine of(Instant at, String event, String text) {
        return new LiveLine(at, event, text, new LinkedHashMap<>());
    }

    /** The same with something more for programs; nothing where the value is null. */
    LiveLine with(String name, @Nullable Object value) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        if (value != null) {
            all.put(name, value);
        }
        return new LiveLine(at, event, text, all);
    }

    String text(ZoneId zone) {
        return String.format(Locale.ROOT, "%s  %-10s  %s", TIME.format(at.atZone(zone)), event, text)
                .stripTrailing();
    }

    String json(ZoneId zone) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone)));
        all.put("event", event);
        all.putAll(more);
        return MAPPER.writeValueAsString(all);
    }
}
