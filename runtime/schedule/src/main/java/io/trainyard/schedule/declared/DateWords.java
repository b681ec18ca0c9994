package io.trainyard.schedule.declared;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Dates as typed.
 *
 * @param words the words of each element of {@code @Dates} that is stated; constants by their names, numbers in digits
 */
public record DateWords(Map<ScheduleElement, List<String>> words) {

    /** Copies the map. */
    public DateWords {
        words = copy(words);
    }

    static Map<ScheduleElement, List<String>> copy(Map<ScheduleElement, List<String>> words) {
        Map<ScheduleElement, List<String>> copy = new EnumMap<>(ScheduleElement.class);
        words.forEach((element, list) -> {
            // an empty array says as much as none
            if (!list.isEmpty()) {
                copy.put(element, List.copyOf(list));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    /** The words of an element; none if it is not stated. */
    public List<String> of(ScheduleElement element) {
        return words.getOrDefault(element, List.of());
    }
}
