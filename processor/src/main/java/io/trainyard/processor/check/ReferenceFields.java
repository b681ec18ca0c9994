package io.trainyard.processor.check;

import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.FieldSource;
import io.trainyard.processor.source.StrategySource;
import io.trainyard.processor.source.TypeSource;
import java.util.function.Consumer;

/** A stored field can hold null: that there is no model yet. */
final class ReferenceFields implements Rule<StrategySource> {

    @Override
    public void check(StrategySource source, Consumer<Problem> problems) {
        for (FieldSource field : source.fields()) {
            if (field.type().name().isPrimitive()) {
                problems.accept(new Problem(
                        Code.TY308,
                        field.place(),
                        "the @Stored field " + field.name() + " is of the primitive type "
                                + field.type().shown() + ".",
                        "before the first training there is no model, and only a reference can be null.",
                        TypeSource.shown(field.type().name().box(), source.type()) + " " + field.name() + ";"));
            }
        }
    }
}
