package io.trainyard.processor.check;

import io.trainyard.processor.model.Horizon;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.StrategySource;
import io.trainyard.processor.source.StraySource;
import io.trainyard.processor.source.TestSource;
import java.util.List;
import java.util.function.Consumer;

/** All rules. One object for a compilation: the rules between strategies remember those that they have seen. */
public final class Checks {

    private final Rule<StraySource> strayRule = new MembersOfStrategies();

    private final Rule<TestSource> testRule = new FittingReplacements();

    private final Rule<StrategySource> classRule = new InstantiableClass();

    private final List<Rule<StrategySource>> declarationRules = List.of(
            new UsableConstructor(),
            new ConstructorInjection(),
            new InstallableModules(),
            new ReachableMembers(),
            new OneRolePerMethod(),
            new BesideTrainings(),
            new NameableTypes(),
            new ReferenceFields(),
            new FittingFormats(),
            new ReadableFields(),
            new SilentHandlers(),
            new SubscribedHandlers());

    private final List<Rule<StrategyModel>> modelRules = List.of(
            new UniqueKeys(),
            new UniqueSymbols(),
            new LikelyMarkets(),
            new OneTrainingPerField(),
            new TrainedFields(),
            new GuardedWriting(),
            new GatedWriting(),
            new ReportingTrainings(),
            new UniqueStrategyNames(),
            new KeysOfOneStrategy());

    private final Rule<StrategyModel> schedulesRule;

    /** All rules, with the years for which schedules are proved. */
    public Checks(Horizon horizon) {
        this.schedulesRule = new ProvenSchedules(horizon);
    }

    /** Checks what stands outside of strategies. */
    public void stray(StraySource stray, Consumer<Problem> problems) {
        strayRule.check(stray, problems);
    }

    /** Checks what a test says of the strategy that it drives. */
    public void test(TestSource source, Consumer<Problem> problems) {
        testRule.check(source, problems);
    }

    /** Checks how a strategy is declared. What is no class at all is told only that. */
    public void declaration(StrategySource source, Consumer<Problem> problems) {
        classRule.check(source, problems);
        if (source.declaration().isClass()) {
            declarationRules.forEach(rule -> rule.check(source, problems));
        }
    }

    /** Checks what a strategy means. */
    public void meaning(StrategyModel model, Consumer<Problem> problems) {
        modelRules.forEach(rule -> rule.check(model, problems));
    }

    /** Checks what the schedules of a strategy come to. For models all of whose words on schedules mean something. */
    public void schedules(StrategyModel model, Consumer<Problem> problems) {
        schedulesRule.check(model, problems);
    }
}
