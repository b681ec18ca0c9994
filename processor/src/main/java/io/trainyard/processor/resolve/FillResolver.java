package io.trainyard.processor.resolve;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.trainyard.processor.model.DistinctNames;
import io.trainyard.processor.model.SlotModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.StrategySource;
import io.trainyard.processor.source.TrainSource;
import io.trainyard.processor.source.TypeSource;
import io.trainyard.processor.source.Word;
import io.trainyard.schedule.declared.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * Resolves which fields a training fills. One that names a field by {@code stores} fills that one. Else one that returns
 * a value fills the one field of exactly its type, or, where there is none, the one field to which its result can be
 * assigned; and one that returns nothing fills all fields that no returning one does.
 */
final class FillResolver {

    /** Types that hold, make or promise a value; to return the value itself is what was meant. */
    private static final Set<String> WRAPPERS = Set.of(
            "java.lang.Void",
            "java.util.Optional",
            "java.util.concurrent.Callable",
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.CompletionStage",
            "java.util.concurrent.Future",
            "java.util.function.Supplier");

    private final StrategySource source;
    private final List<TrainSource> trainings;
    private final String name;
    private final List<SlotModel> slots;
    private final Consumer<Problem> problems;

    FillResolver(
            StrategySource source,
            List<TrainSource> trainings,
            String name,
            List<SlotModel> slots,
            Consumer<Problem> problems) {
        this.source = source;
        this.trainings = trainings;
        this.name = name;
        this.slots = slots;
        this.problems = problems;
    }

    /** The fields of each training, in the order of the trainings; none where that is a problem. */
    List<List<SlotModel>> resolve() {
        List<List<SlotModel>> fills = new ArrayList<>();
        Set<SlotModel> taken = new HashSet<>();
        boolean allKnown = true;
        for (TrainSource training : trainings) {
            Optional<SlotModel> slot = slotOf(training);
            fills.add(slot.map(List::of).orElse(List.of()));
            if (returns(training)) {
                slot.ifPresent(taken::add);
                allKnown &= slot.isPresent();
            }
        }
        List<SlotModel> left =
                slots.stream().filter(slot -> !taken.contains(slot)).toList();
        for (int i = 0; i < fills.size(); i++) {
            TrainSource training = trainings.get(i);
            if (!returns(training) && !namesField(training)) {
                fills.set(i, left);
                if (left.isEmpty() && allKnown) {
                    nothingLeft(training);
                }
            }
        }
        return fills;
    }

    private Optional<SlotModel> slotOf(TrainSource training) {
        Word named = null;
        for (TrainSource.Occasion occasion : training.occasions()) {
            Word stores = occasion.stores();
            if (stores.isEmpty()) {
                continue;
            }
            if (named != null && !named.text().equals(stores.text())) {
                problems.accept(new Problem(
                        Code.TY312,
                        stores.place(),
                        "stores = \"" + stores.text() + "\" contradicts stores = \"" + named.text() + "\" above.",
                        "all @Train annotations of a method are occasions of one training, and it fills one field.",
                        "stores = \"" + named.text() + "\""));
                return Optional.empty();
            }
            named = stores;
        }
        if (named != null) {
            return namedSlot(training, named);
        }
        return returns(training) ? slotOfResult(training) : Optional.empty();
    }

    private Optional<SlotModel> namedSlot(TrainSource training, Word stores) {
        for (SlotModel slot : slots) {
            if (slot.key().equals(stores.text())) {
                if (!returns(training) || fits(training, slot)) {
                    return Optional.of(slot);
                }
                String result = training.method().result().shown();
                problems.accept(new Problem(
                        Code.TY315,
                        stores.place(),
                        "stores = \"" + stores.text() + "\" is the key of " + slot.field() + ", which cannot hold a "
                                + result + ".",
                        slot.field() + " is a field of another type than "
                                + training.method().name() + " returns.",
                        training.fits().size() == 1
                                ? "stores = \""
                                        + slotsOf(training.fits()).get(0).key() + "\""
                                : "declare the field as " + result + " " + slot.field()));
                return Optional.empty();
            }
        }
        List<String> keys = slots.stream().map(SlotModel::key).toList();
        Optional<String> nearest = keys.size() == 1 ? Optional.of(keys.get(0)) : Nearest.to(stores.text(), keys);
        problems.accept(new Problem(
                Code.TY304,
                stores.place(),
                "stores = \"" + stores.text() + "\" is the key of no field of " + source.shown() + ".",
                keys.isEmpty() ? source.shown() + " has no field with @Stored." : "the keys are " + quoted(keys) + ".",
                nearest.map(key -> "stores = \"" + key + "\"")
                        .orElse(keys.isEmpty() ? declaration(training, stores.text()) : "")));
        return Optional.empty();
    }

    private Optional<SlotModel> slotOfResult(TrainSource training) {
        TypeName result = training.method().result().name();
        List<SlotModel> candidates =
                slots.stream().filter(slot -> slot.type().equals(result)).toList();
        if (candidates.isEmpty()) {
            candidates = slotsOf(training.fits());
        }
        if (candidates.size() == 1) {
            return Optional.of(candidates.get(0));
        }
        if (!candidates.isEmpty()) {
            String method = training.method().name();
            problems.accept(new Problem(
                    Code.TY307,
                    training.method().place(),
                    "the result of " + method + " could go to "
                            + candidates.stream().map(SlotModel::field).collect(Collectors.joining(" or "))
                            + ".",
                    "a training fills the one @Stored field of its type; where there are several it says which.",
                    candidates.stream()
                            .map(slot -> "stores = \"" + slot.key() + "\"")
                            .collect(Collectors.joining(", or "))));
        } else if (isWrapper(result)) {
            wrapper(training, result);
        } else {
            problems.accept(new Problem(
                    Code.TY306,
                    training.method().place(),
                    "the " + training.method().result().shown() + " that "
                            + training.method().name() + " returns has no field to go to.",
                    "a training fills the @Stored field of its type, and " + source.shown() + " has none.",
                    declaration(training, "")));
        }
        return Optional.empty();
    }

    private void wrapper(TrainSource training, TypeName result) {
        String method = training.method().name();
        Optional<TypeName> wrapped = result instanceof ParameterizedTypeName parameterized
                ? Optional.of(parameterized.typeArguments().get(0))
                : Optional.empty();
        problems.accept(new Problem(
                Code.TY316,
                training.method().place(),
                method + " returns " + training.method().result().shown() + ", which is no model.",
                "the host stores what a training returns; it neither waits for it nor unpacks it. A training may take its"
                        + " time, and one that has no result throws.",
                wrapped.map(type -> TypeSource.shown(type, source.type()) + " " + method + "(...)")
                        .orElse("void " + method + "(...)")));
    }

    private void nothingLeft(TrainSource training) {
        String method = training.method().name();
        problems.accept(new Problem(
                Code.TY313,
                training.method().place(),
                method + " returns nothing, and there is no field that it could write.",
                slots.isEmpty()
                        ? source.shown() + " has no field with @Stored, so the training would leave nothing behind."
                        : "every @Stored field of " + source.shown()
                                + " is filled by a training that returns its value.",
                slots.isEmpty()
                        ? "mark the field that " + method + " writes: @Stored(\"" + name + "/model\")"
                        : "@Train(stores = \"" + slots.get(0).key() + "\") names the field that " + method
                                + " writes, if no other training fills it"));
    }

    /** The field that could be marked or declared for a result; an empty key stands for one after the field. */
    private String declaration(TrainSource training, String key) {
        if (!training.unmarked().isEmpty()) {
            return training.unmarked().stream()
                    .map(field -> stored(key, field) + " on the field " + field)
                    .collect(Collectors.joining(", or "));
        }
        TypeName result = training.method().result().name();
        TypeName type = result.isPrimitive() && !result.equals(TypeName.VOID) ? result.box() : result;
        String field = fieldName(type, training.method().name());
        String typeShown = type.equals(TypeName.VOID) ? "Model" : TypeSource.shown(type, source.type());
        return stored(key, field) + " " + typeShown + " " + field + ";";
    }

    private String stored(String key, String field) {
        return "@Stored(\"" + (key.isEmpty() ? name + "/" + StrategyName.kebab(field) : key) + "\")";
    }

    /** A field of a class of the user's is called like the class, one of the JDK's like the method. */
    private String fieldName(TypeName type, String method) {
        TypeName raw = type instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : type;
        String wanted = method;
        if (raw instanceof ClassName name && !name.packageName().startsWith("java.")) {
            String simple = name.simpleName();
            String small = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
            wanted = SourceVersion.isKeyword(small) ? method : small;
        }
        return new DistinctNames(source.fieldNames(), Set.of()).claim(wanted);
    }

    private List<SlotModel> slotsOf(Set<String> fields) {
        return slots.stream().filter(slot -> fields.contains(slot.field())).toList();
    }

    private static boolean fits(TrainSource training, SlotModel slot) {
        return training.method().result().name().equals(slot.type())
                || training.fits().contains(slot.field());
    }

    private static boolean returns(TrainSource training) {
        return !training.method().result().name().equals(TypeName.VOID);
    }

    private static boolean namesField(TrainSource training) {
        return training.occasions().stream()
                .anyMatch(occasion -> !occasion.stores().isEmpty());
    }

    private static boolean isWrapper(TypeName type) {
        TypeName raw = type instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : type;
        return WRAPPERS.contains(raw.toString());
    }

    private static String quoted(List<String> keys) {
        return keys.stream().map(key -> "\"" + key + "\"").collect(Collectors.joining(", "));
    }
}
