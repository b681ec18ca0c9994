package io.trainyard.schedule.declared;

import io.trainyard.schedule.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Dates to combine as a command line writes them: {@code day=MONDAY,FRIDAY,nth=1}. */
public final class CombinedDatesOption {

    private CombinedDatesOption() {}

    /**
     * Takes them apart. A word without a name belongs to the element before it.
     *
     * @param part which combination it is, and which of its dates
     * @param text as typed
     */
    public static DateWords read(Spot.Part part, String text, Consumer<Mistake> mistakes) {
        Map<ScheduleElement, List<String>> words = new EnumMap<>(ScheduleElement.class);
        ScheduleElement current = null;
        for (String piece : text.split(",", -1)) {
            int equals = piece.indexOf('=');
            if (equals >= 0) {
                String name = piece.substring(0, equals).strip();
                Optional<ScheduleElement> element = ScheduleElement.ofDates(name);
                if (element.isEmpty()) {
                    unknown(part, text, name, mistakes);
                    return new DateWords(Map.of());
                }
                current = element.get();
            } else if (current == null) {
                unknown(part, text, piece.strip(), mistakes);
                return new DateWords(Map.of());
            }
            words.computeIfAbsent(current, element -> new ArrayList<>())
                    .add(piece.substring(equals + 1).strip());
        }
        return new DateWords(words);
    }

    private static void unknown(Spot.Part part, String text, String name, Consumer<Mistake> mistakes) {
        List<String> names =
                ScheduleElement.OF_DATES.stream().map(ScheduleElement::kebab).toList();
        String day = Nearest.to(
                        name, List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"))
                .map(nearest -> "day=" + nearest)
                .orElse("");
        String fix = Nearest.to(name, names)
                .map(nearest -> text.replace(name + "=", nearest + "="))
                .orElse(day);
        mistakes.accept(new Mistake(
                Mistake.Kind.UNKNOWN_WORD,
                Spot.of(part.combination()).at(part.index()),
                Notation.OPTIONS.combine(part.combination(), text) + " names \"" + name + "\", which gives no dates.",
                part.combination().option() + " takes " + Words.list(names) + ", such as day=FRIDAY,nth=3.",
                fix.isEmpty() ? "" : Notation.OPTIONS.combine(part.combination(), fix)));
    }
}
