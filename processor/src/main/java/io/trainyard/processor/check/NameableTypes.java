package io.trainyard.processor.check;

import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Place;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.ConstructorSource;
import io.trainyard.processor.source.FieldSource;
import io.trainyard.processor.source.ModuleSource;
import io.trainyard.processor.source.ParameterSource;
import io.trainyard.processor.source.StrategySource;
import io.trainyard.processor.source.TypeSource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Generated code in the same package can name the types of fields, of what a constructor takes, and of modules. */
final class NameableTypes implements Rule<StrategySource> {

    @Override
    public void check(StrategySource source, Consumer<Problem> problems) {
        // one private type is one mistake, however often it is used
        Set<String> told = new HashSet<>();
        for (FieldSource field : source.fields()) {
            check(field.type(), "the field " + field.name(), field.place(), told, problems);
        }
        for (ConstructorSource constructor : source.constructors()) {
            for (ParameterSource parameter : constructor.parameters()) {
                check(parameter.type(), "the parameter " + parameter.name(), parameter.place(), told, problems);
            }
        }
        for (ModuleSource module : source.modules()) {
            check(module.type(), "modules", module.place(), told, problems);
        }
    }

    private static void check(
            TypeSource type, String where, Place place, Set<String> told, Consumer<Problem> problems) {
        type.hidden()
                .filter(told::add)
                .ifPresent(hidden -> problems.accept(new Problem(
                        Code.TY112,
                        place,
                        hidden + " is private, and " + where + " needs it.",
                        "generated code stands beside the class, in the same package, and has to name the type.",
                        "remove private from " + hidden)));
    }
}
