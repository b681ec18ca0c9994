package io.trainyard.console;

import io.trainyard.host.Strategies;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.training.TrainingDefinition;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the strategies of the class path. */
@Command(
        name = "strategies",
        mixinStandardHelpOptions = true,
        description = "Lists the strategies on the class path, with what they train and when.")
final class StrategiesCommand implements Runnable {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<StrategyDefinition> strategies = Strategies.on(Main.class.getClassLoader()).all().stream()
                .map(StrategyWiring::definition)
                .toList();
        if (json) {
            out.println(JsonReport.of(strategies));
            return;
        }
        if (strategies.isEmpty()) {
            out.println("No strategy is on the class path.");
        }
        strategies.forEach(strategy -> print(strategy, out));
    }

    private static void print(StrategyDefinition strategy, PrintWriter out) {
        out.println(strategy.name() + "  (" + strategy.type().getName() + ")");
        out.println("    sees    "
                + strategy.subscriptions().stream().map(Object::toString).toList());
        for (TrainingDefinition training : strategy.trainings()) {
            training.schedules().forEach(schedule -> out.println("    trains  " + training.name() + ", " + schedule));
        }
    }
}
