package io.trainyard.processor.check;

import io.trainyard.Format;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.FieldSource;
import io.trainyard.processor.source.StrategySource;
import java.util.function.Consumer;

/** Text is for strings, bytes are for byte arrays. */
final class FittingFormats implements Rule<StrategySource> {

    @Override
    public void check(StrategySource source, Consumer<Problem> problems) {
        for (FieldSource field : source.fields()) {
            String type = field.type().shown();
            String wanted = field.format() == Format.TEXT ? "String" : field.format() == Format.BYTES ? "byte[]" : type;
            if (!type.equals(wanted)) {
                problems.accept(new Problem(
                        Code.TY309,
                        field.formatPlace(),
                        "format = " + field.format() + " does not fit the type " + type + " of " + field.name() + ".",
                        field.format() + " is for " + wanted + " only.",
                        "format = JSON"));
            }
        }
    }
}
