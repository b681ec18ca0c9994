package io.trainyard.schedule.declared;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Whole numbers, and minutes, which may have a fraction. */
final class NumberWord {

    /** Further from an open or a close than this is another day's matter. */
    private static final double MOST_MINUTES = 7 * 24 * 60;

    private NumberWord() {}

    static OptionalInt whole(Said said, Consumer<Mistake> mistakes) {
        try {
            return OptionalInt.of(Integer.parseInt(said.text()));
        } catch (NumberFormatException none) {
            said.mistake(
                    Mistake.Kind.UNKNOWN_WORD,
                    "is not a whole number.",
                    said.notation().name(said.element()) + " is written in digits, with a minus where it is negative.",
                    "",
                    mistakes);
            return OptionalInt.empty();
        }
    }

    static Optional<Duration> minutes(Said said, Consumer<Mistake> mistakes) {
        double minutes;
        try {
            minutes = Double.parseDouble(said.text());
        } catch (NumberFormatException none) {
            said.mistake(
                    Mistake.Kind.NO_MINUTES,
                    "is not a number of minutes.",
                    "times before and after opens and closes are counted in minutes.",
                    DurationWord.meant(said.text())
                            .filter(meant -> DurationWord.magnitude(meant).toMinutes() <= MOST_MINUTES)
                            .map(meant -> said.with(of(meant)))
                            .orElse(""),
                    mistakes);
            return Optional.empty();
        }
        if (Math.abs(minutes) <= MOST_MINUTES) {
            return Optional.of(Duration.ofMillis(Math.round(minutes * 60_000)));
        }
        said.mistake(
                Mistake.Kind.NO_MINUTES,
                Double.isNaN(minutes) ? "is no number." : "is more than a week.",
                "a time counted from an open or a close lies within a week of it.",
                "",
                mistakes);
        return Optional.empty();
    }

    private static String of(Duration length) {
        double minutes = length.toMillis() / 60_000.0;
        return minutes == Math.rint(minutes) ? String.valueOf((long) minutes) : String.valueOf(minutes);
    }
}
