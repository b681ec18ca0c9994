package io.trainyard.schedule.declared;

import java.util.List;
import java.util.function.Consumer;

/**
 * A word, and where and how it is typed.
 *
 * @param notation how it is written there
 * @param spot where it stands
 * @param text the word
 * @param alone whether it is the only word of its element
 */
record Said(Notation notation, Spot spot, String text, boolean alone) {

    ScheduleElement element() {
        return spot.element();
    }

    /** The element with this word: {@code at = "8am"}. */
    String shown() {
        return notation.within(spot.within(), notation.say(element(), text));
    }

    /** What to type instead of the word: {@code at = "08:00"}, or {@code "08:00"} among several. */
    String with(String other) {
        return notation.within(spot.within(), alone ? notation.say(element(), other) : notation.item(element(), other));
    }

    void mistake(Mistake.Kind kind, String wrong, String why, String fix, Consumer<Mistake> mistakes) {
        mistakes.accept(new Mistake(kind, spot, shown() + " " + wrong, why, fix));
    }

    /** Adds what the word means, and says so if it is there already. */
    <T> void addOnce(T meaning, List<? super T> meanings, Consumer<Mistake> mistakes) {
        if (!meanings.contains(meaning)) {
            meanings.add(meaning);
            return;
        }
        mistake(
                Mistake.Kind.REPEATED,
                "is named twice.",
                "what is named twice counts once.",
                "remove one of the two",
                mistakes);
    }
}
