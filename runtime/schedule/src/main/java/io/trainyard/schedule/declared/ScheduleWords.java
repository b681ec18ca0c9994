package io.trainyard.schedule.declared;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A schedule as typed.
 *
 * @param words the words of each element that is stated; constants by their names, numbers in digits
 * @param combined the dates of {@code or}, {@code and} and {@code except}
 */
public record ScheduleWords(Map<ScheduleElement, List<String>> words, Map<ScheduleElement, List<DateWords>> combined) {

    /** Copies the maps. */
    public ScheduleWords {
        words = DateWords.copy(words);
        Map<ScheduleElement, List<DateWords>> copy = new EnumMap<>(ScheduleElement.class);
        combined.forEach((element, dates) -> {
            if (!dates.isEmpty()) {
                copy.put(element, List.copyOf(dates));
            }
        });
        combined = Collections.unmodifiableMap(copy);
    }

    /** The words of an element; none if it is not stated. */
    public List<String> of(ScheduleElement element) {
        return words.getOrDefault(element, List.of());
    }

    /** The dates of a combination; none if it is not stated. */
    public List<DateWords> dates(ScheduleElement combination) {
        return combined.getOrDefault(combination, List.of());
    }

    /** Whether nothing is stated. */
    public boolean isEmpty() {
        return words.isEmpty() && combined.isEmpty();
    }

    /** Whether an element is stated. */
    public boolean states(ScheduleElement element) {
        return words.containsKey(element) || combined.containsKey(element);
    }

    /** The words outside of combinations, as dates. */
    DateWords base() {
        return new DateWords(words);
    }
}
