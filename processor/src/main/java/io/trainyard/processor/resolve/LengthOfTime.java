package io.trainyard.processor.resolve;

import io.trainyard.processor.problem.Code;
import io.trainyard.schedule.declared.DurationWord;
import java.time.Duration;
import java.util.Optional;

/** How long a run may take: a length of time as every schedule has them, above zero and up to {@link #LONGEST}. */
final class LengthOfTime {

    /** Far above every budget, and far below what arithmetic on instants can take. */
    static final Duration LONGEST = Duration.ofDays(30);

    private LengthOfTime() {}

    /** Parses the limit of a run. */
    static Parsed<Duration> parse(String text) {
        String what = "limit = \"" + text + "\" ";
        Optional<Duration> length = DurationWord.exact(text);
        if (length.isEmpty()) {
            return new Parsed.Broken<>(
                    Code.TY240,
                    what + "is not a length of time.",
                    DurationWord.GRAMMAR,
                    DurationWord.meant(text)
                            .filter(LengthOfTime::isLimit)
                            .map(LengthOfTime::fix)
                            .orElse(""));
        }
        Duration limit = length.get();
        if (limit.isNegative() || limit.isZero()) {
            return new Parsed.Broken<>(
                    Code.TY241,
                    what + "leaves a run no time.",
                    "the limit is how long one run may take.",
                    limit.isZero() ? fix(Duration.ofMinutes(10)) : fix(within(limit)));
        }
        if (!isLimit(limit)) {
            return new Parsed.Broken<>(
                    Code.TY241,
                    what + "is longer than a run can be.",
                    "no budget holds more than 30 days of training; the largest tier holds 90 minutes.",
                    "limit = \"PT90M\"");
        }
        return new Parsed.Value<>(limit);
    }

    private static boolean isLimit(Duration length) {
        return length.compareTo(Duration.ZERO) > 0 && length.compareTo(LONGEST) <= 0;
    }

    private static Duration within(Duration negative) {
        return negative.compareTo(LONGEST.negated()) < 0 ? LONGEST : negative.negated();
    }

    private static String fix(Duration length) {
        return "limit = \"" + length + "\"";
    }
}
