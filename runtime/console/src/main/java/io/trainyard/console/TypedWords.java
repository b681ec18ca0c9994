package io.trainyard.console;

import io.trainyard.schedule.declared.CombinedDatesOption;
import io.trainyard.schedule.declared.DateWords;
import io.trainyard.schedule.declared.Mistake;
import io.trainyard.schedule.declared.ScheduleElement;
import io.trainyard.schedule.declared.ScheduleWords;
import io.trainyard.schedule.declared.Spot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects the words of a schedule from options. */
final class TypedWords {

    private final Consumer<Mistake> mistakes;
    private final Map<ScheduleElement, List<String>> words = new EnumMap<>(ScheduleElement.class);
    private final Map<ScheduleElement, List<DateWords>> combined = new EnumMap<>(ScheduleElement.class);

    TypedWords(Consumer<Mistake> mistakes) {
        this.mistakes = mistakes;
    }

    void add(ScheduleElement element, List<String> typed) {
        if (!typed.isEmpty()) {
            words.put(element, typed.stream().map(String::strip).toList());
        }
    }

    void add(ScheduleElement element, @Nullable String typed) {
        if (typed != null) {
            words.put(element, List.of(typed.strip()));
        }
    }

    void combine(ScheduleElement combination, List<String> typed) {
        List<DateWords> dates = new ArrayList<>();
        for (String text : typed) {
            dates.add(CombinedDatesOption.read(new Spot.Part(combination, dates.size()), text, mistakes));
        }
        combined.put(combination, dates);
    }

    ScheduleWords words() {
        return new ScheduleWords(words, combined);
    }
}
