package io.trainyard.processor.resolve;

import io.trainyard.processor.model.AgeModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.FieldSource;
import io.trainyard.processor.source.Word;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Resolves how old the model of a field may become. */
final class AgeResolver {

    private AgeResolver() {}

    /** The ages; unlimited where one means nothing. */
    static AgeModel resolve(FieldSource field, Consumer<Problem> problems) {
        Optional<Duration> stale = length(LengthOfTime.MAX_AGE, field.maxAge(), problems);
        Optional<Duration> expired = length(LengthOfTime.EXPIRES_AFTER, field.expiresAfter(), problems);
        if (stale.isPresent() && expired.isPresent() && expired.get().compareTo(stale.get()) < 0) {
            problems.accept(new Problem(
                    Code.TY272,
                    field.expiresAfter().place(),
                    "expiresAfter = \"" + field.expiresAfter().text() + "\" comes before maxAge = \""
                            + field.maxAge().text() + "\".",
                    "a stale model still serves, an expired one does not: it expires when it is stale or later.",
                    LengthOfTime.EXPIRES_AFTER.fix(stale.get())));
            return AgeModel.unlimited();
        }
        return new AgeModel(stale, expired);
    }

    private static Optional<Duration> length(LengthOfTime kind, Word word, Consumer<Problem> problems) {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Parsed<Duration> parsed = kind.parse(word.text());
        if (parsed instanceof Parsed.Broken<Duration> broken) {
            problems.accept(broken.at(word.place()));
            return Optional.empty();
        }
        return Optional.of(((Parsed.Value<Duration>) parsed).value());
    }
}
