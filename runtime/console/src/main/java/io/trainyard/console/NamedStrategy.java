package io.trainyard.console;

import io.trainyard.host.Strategies;
import io.trainyard.strategy.StrategyWiring;
import picocli.CommandLine;

/** Finds a strategy of the class path by its name. */
final class NamedStrategy {

    private NamedStrategy() {}

    /**
     * Its wiring.
     *
     * @throws Refusal if there is none of this name; it says which ones there are
     */
    static StrategyWiring find(String name, CommandLine command) {
        Strategies strategies = Strategies.on(Main.class.getClassLoader());
        if (strategies.names().contains(name)) {
            return strategies.named(name);
        }
        throw new Refusal(
                command,
                "no strategy is called " + name,
                strategies.names().isEmpty()
                        ? "no strategy is on the class path"
                        : "on the class path are " + String.join(", ", strategies.names()),
                strategies.names().isEmpty()
                        ? "put the classes that were compiled with trainyard-processor on the class path"
                        : "take one of these; trainyard strategies lists what they train");
    }
}
