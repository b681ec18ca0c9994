package io.trainyard.processor.resolve;

import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.TrainSource;
import io.trainyard.processor.source.Word;
import io.trainyard.schedule.proof.PlannedTraining;
import java.time.Duration;
import java.util.function.Consumer;

/** Resolves how long a run of a training may take: said by one of its annotations, by several alike, or by none. */
final class LimitResolver {

    private LimitResolver() {}

    /** The limit; the standard one where none is said, or the one that is said means nothing. */
    static Duration resolve(TrainSource training, Consumer<Problem> problems) {
        Word first = word(training);
        if (first.isEmpty()) {
            return PlannedTraining.STANDARD_LIMIT;
        }
        Parsed<Duration> parsed = LengthOfTime.LIMIT.parse(first.text());
        if (parsed instanceof Parsed.Broken<Duration> broken) {
            problems.accept(broken.at(first.place()));
            return PlannedTraining.STANDARD_LIMIT;
        }
        Duration limit = ((Parsed.Value<Duration>) parsed).value();
        for (TrainSource.Occasion occasion : training.occasions()) {
            Word other = occasion.limit();
            if (!other.isEmpty() && !means(other, limit)) {
                problems.accept(new Problem(
                        Code.TY242,
                        other.place(),
                        "limit = \"" + other.text() + "\" contradicts limit = \"" + first.text() + "\" above.",
                        "all @Train annotations of a method are occasions of one training, and its runs have one limit.",
                        "limit = \"" + first.text() + "\""));
            }
        }
        return limit;
    }

    /** The first limit that is said, or an empty word at the first annotation. */
    static Word word(TrainSource training) {
        return training.occasions().stream()
                .map(TrainSource.Occasion::limit)
                .filter(limit -> !limit.isEmpty())
                .findFirst()
                .or(() -> training.occasions().stream()
                        .map(TrainSource.Occasion::limit)
                        .findFirst())
                .orElseGet(() -> new Word("", training.method().place()));
    }

    private static boolean means(Word word, Duration limit) {
        return LengthOfTime.LIMIT.parse(word.text()) instanceof Parsed.Value<Duration> value
                && value.value().equals(limit);
    }
}
