package io.trainyard.schedule.declared;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a declaration is written where it was typed, so that what is said of it can be typed there. */
public enum Notation {
    /** Elements of an annotation: {@code day = {SATURDAY, SUNDAY}, at = "08:00"}. */
    JAVA {
        @Override
        String say(ScheduleElement element, List<String> words) {
            List<String> values = words.stream().map(element.type()::inJava).toList();
            return element.member() + " = "
                    + (values.size() == 1 ? values.get(0) : "{" + String.join(", ", values) + "}");
        }

        @Override
        String item(ScheduleElement element, String word) {
            return element.type().inJava(word);
        }

        @Override
        String dates(List<String> elements) {
            return "@Dates(" + String.join(", ", elements) + ")";
        }

        @Override
        String combine(ScheduleElement combination, String dates) {
            return combination.member() + " = " + dates;
        }

        @Override
        String within(Optional<Spot.Part> part, String said) {
            return said;
        }

        @Override
        String join(List<String> elements) {
            return String.join(", ", elements);
        }

        @Override
        String name(ScheduleElement element) {
            return element.member();
        }
    },

    /** Options of a command line: {@code --day SATURDAY,SUNDAY --at 08:00}. */
    OPTIONS {
        @Override
        String say(ScheduleElement element, List<String> words) {
            return element.option() + (isNegative(words) ? "=" : " ") + typed(words);
        }

        private boolean isNegative(List<String> words) {
            return words.get(0).startsWith("-");
        }

        private String typed(List<String> words) {
            String joined = String.join(",", words);
            boolean plain = !joined.isEmpty()
                    && joined.chars()
                            .allMatch(letter -> letter < 128
                                    && (Character.isLetterOrDigit(letter) || ",.:=/+-_^".indexOf(letter) >= 0));
            return plain ? joined : "\"" + joined + "\"";
        }

        @Override
        String item(ScheduleElement element, String word) {
            return say(element, List.of(word));
        }

        @Override
        String dates(List<String> elements) {
            return elements.stream()
                    .map(element -> element.replaceFirst("^--", "").replaceFirst("[ =]", "="))
                    .collect(Collectors.joining(","));
        }

        @Override
        String combine(ScheduleElement combination, String dates) {
            return say(combination, List.of(dates));
        }

        @Override
        String within(Optional<Spot.Part> part, String said) {
            return part.map(of -> combine(of.combination(), dates(List.of(said))))
                    .orElse(said);
        }

        @Override
        String join(List<String> elements) {
            return String.join(" ", elements);
        }

        @Override
        String name(ScheduleElement element) {
            return element.option();
        }
    };

    /** An element with its words: {@code at = "08:00"}. */
    abstract String say(ScheduleElement element, List<String> words);

    /** One of several words of an element: {@code "08:00"}. */
    abstract String item(ScheduleElement element, String word);

    /** Dates to combine, of elements as {@link #say} writes them. */
    abstract String dates(List<String> elements);

    /** A combination with such dates. */
    abstract String combine(ScheduleElement combination, String dates);

    /** An element as it stands in a combination. */
    abstract String within(Optional<Spot.Part> part, String said);

    /** Several elements side by side. */
    abstract String join(List<String> elements);

    /** An element by its name. */
    abstract String name(ScheduleElement element);

    final String say(ScheduleElement element, String word) {
        return say(element, List.of(word));
    }
}
