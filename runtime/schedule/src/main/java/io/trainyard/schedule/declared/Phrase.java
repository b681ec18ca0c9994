package io.trainyard.schedule.declared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Words side by side: of a schedule, or of the dates in one of its combinations.
 *
 * @param words as typed
 * @param part where, if not outside of combinations
 * @param notation how they are written there
 */
record Phrase(DateWords words, Optional<Spot.Part> part, Notation notation) {

    boolean states(ScheduleElement element) {
        return !words.of(element).isEmpty();
    }

    /** The words of an element, each with its place. */
    List<Said> all(ScheduleElement element) {
        List<Said> all = new ArrayList<>();
        List<String> typed = words.of(element);
        for (int i = 0; i < typed.size(); i++) {
            Spot spot = new Spot(part, element, i);
            all.add(new Said(notation, spot, typed.get(i), typed.size() == 1));
        }
        return all;
    }

    /** The word of an element that takes one; the last, where a command line states it again. */
    Said said(ScheduleElement element) {
        List<String> typed = words.of(element);
        int last = typed.size() - 1;
        Spot spot = new Spot(part, element, element.takesSeveral() ? last : -1);
        return new Said(notation, spot, typed.get(last), true);
    }

    Spot spot(ScheduleElement element) {
        return new Spot(part, element, -1);
    }

    /** An element with all its words, as it is typed. */
    String shown(ScheduleElement element) {
        return notation.within(part, notation.say(element, words.of(element)));
    }

    /** An element as it is typed, and others beside it. */
    String beside(ScheduleElement element, String... others) {
        return joined(Stream.concat(Stream.of(notation.say(element, words.of(element))), Stream.of(others))
                .toList());
    }

    /** Elements side by side, as they would be typed here. */
    String joined(List<String> elements) {
        return part.isEmpty()
                ? notation.join(elements)
                : notation == Notation.JAVA
                        ? notation.join(elements)
                        : notation.combine(part.get().combination(), notation.dates(elements));
    }
}
