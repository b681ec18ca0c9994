package io.trainyard.testkit.laws;

import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.training.TrainingRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The strategy that laws are tried on, what it usually does, and how a breach is told. */
final class Subject {

    private final Class<?> type;
    private final Stage stage;
    private final long seed;
    private final List<TrainingRun> trainings = new ArrayList<>();
    private @Nullable Actor usualActor;
    private @Nullable Transcript usual;
    private Optional<Difference> repetition = Optional.empty();
    private boolean repeated;

    Subject(Class<?> type, Stage stage, long seed) {
        this.type = type;
        this.stage = stage;
        this.seed = seed;
    }

    Stage stage() {
        return stage;
    }

    StrategyDefinition definition() {
        usual();
        return java.util.Objects.requireNonNull(usualActor).definition();
    }

    /** The same numbers for the same law and seed. */
    Random random(Law law) {
        return new Random(seed * 31 + law.name().hashCode());
    }

    long seed() {
        return seed;
    }

    /** The strategy with its classes loaded anew, in the standard world. */
    Actor actor() {
        return actor(World.standard());
    }

    Actor actor(@Nullable World world) {
        return Actor.of(type, world);
    }

    /** What it does in the standard world. */
    Transcript usual() {
        if (usual == null) {
            usualActor = actor();
            usual = usualActor.backtest(stage, trainings::add);
        }
        return usual;
    }

    /** What became of its trainings. */
    List<TrainingRun> trainings() {
        usual();
        return List.copyOf(trainings);
    }

    /** What its code does that is worth a look. */
    List<Place> places(Place.Kind kind) {
        usual();
        return java.util.Objects.requireNonNull(usualActor).places().stream()
                .filter(place -> place.kind() == kind)
                .distinct()
                .toList();
    }

    /** In what it differs when nothing is changed that is in the kit's hands; empty for nothing. */
    Optional<Difference> repetition() {
        if (!repeated) {
            repeated = true;
            repetition = Difference.of(usual(), actor().backtest(stage));
        }
        return repetition;
    }

    /** Why other laws cannot be told; empty if they can. */
    Optional<String> untold() {
        if (usual().failure() != null || usual().events().isEmpty()) {
            return Optional.of("it does not run: see \"" + Law.RUNS.words() + "\"");
        }
        return repetition().map(any -> "it does not even do the same twice: see \"" + Law.SAME_TWICE.words() + "\"");
    }

    String time(Instant at) {
        return Transcript.time(at, definition());
    }

    /** Tells a breach; {@code what} and what follows may have several lines. */
    Verdict broken(Law law, String what, String body, String why, String fix, String details) {
        String name =
                type.getName().substring(type.getName().lastIndexOf('.') + 1).replace('$', '.');
        return new Verdict.Broken(
                law,
                name + " breaks the law \"" + law.words() + "\": " + what + ".\n"
                        + (body.isEmpty() ? "" : body + "\n")
                        + "    why:  " + why + ".\n"
                        + "    fix:  " + fix + "\n"
                        + "    again: @StrategyLaws(value = " + name + ".class, seed = " + seed + ", only = Law." + law
                        + ")" + (details.isEmpty() ? "" : ", " + details) + "\n"
                        + "    more: runtime/testkit/README.md, \"Laws\"");
    }

    Verdict broken(
            Law law,
            String what,
            String one,
            String other,
            Difference difference,
            String why,
            String fix,
            String details) {
        return broken(law, what, difference.story(one, other, definition()), why, fix, details);
    }
}
