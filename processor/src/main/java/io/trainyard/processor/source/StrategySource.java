package io.trainyard.processor.source;

import com.palantir.javapoet.ClassName;
import io.trainyard.Plan;
import io.trainyard.Tier;
import io.trainyard.processor.problem.Place;
import java.util.List;
import java.util.Set;

/**
 * A strategy as typed.
 *
 * @param type its class
 * @param binaryName the name of its class file, with dots and {@code $}
 * @param declaration how the class is declared
 * @param annotation where {@code @Strategy} stands
 * @param name its name; empty for the default
 * @param zone its zone
 * @param tier its tier
 * @param plan its plan
 * @param embargo its embargo; empty for none
 * @param modules its Dagger modules
 * @param subscriptions its subscriptions
 * @param constructors its constructors
 * @param injectedMembers fields and methods with {@code @Inject}
 * @param fieldNames the names of all its fields
 * @param fields its stored fields
 * @param trainings its trainings
 * @param handlers its handlers
 * @param idle annotations for trainings where there are none
 * @param unresolved whether it mentions, in what is read here, something that does not exist yet
 * @param fieldsKnown whether at least the keys of all stored fields are there
 */
public record StrategySource(
        ClassName type,
        String binaryName,
        ClassSource declaration,
        Place annotation,
        Word name,
        Word zone,
        Tier tier,
        Plan plan,
        Word embargo,
        List<ModuleSource> modules,
        List<SubscribeSource> subscriptions,
        List<ConstructorSource> constructors,
        List<InjectSource> injectedMembers,
        Set<String> fieldNames,
        List<FieldSource> fields,
        List<TrainSource> trainings,
        List<HandlerSource> handlers,
        List<IdleSource> idle,
        boolean unresolved,
        boolean fieldsKnown) {

    /** Copies the collections. */
    public StrategySource {
        modules = List.copyOf(modules);
        subscriptions = List.copyOf(subscriptions);
        constructors = List.copyOf(constructors);
        injectedMembers = List.copyOf(injectedMembers);
        fieldNames = Set.copyOf(fieldNames);
        fields = List.copyOf(fields);
        trainings = List.copyOf(trainings);
        handlers = List.copyOf(handlers);
        idle = List.copyOf(idle);
    }

    /** The class as a user writes it, without the package. */
    public String shown() {
        return String.join(".", type.simpleNames());
    }
}
