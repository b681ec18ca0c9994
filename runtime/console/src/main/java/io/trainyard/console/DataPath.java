package io.trainyard.console;

import io.trainyard.market.Subscription;
import io.trainyard.market.data.BarSource;
import io.trainyard.market.data.CsvBars;
import io.trainyard.market.data.LeanFolder;
import io.trainyard.strategy.StrategyDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Finds out what kind of bars lie in a file or folder that a user names. */
final class DataPath {

    private DataPath() {}

    /**
     * The bars in it.
     *
     * @param substitutes by a symbol of the strategy the one whose bars stand in for it
     */
    static BarSource read(Path data, StrategyDefinition definition, Map<String, String> substitutes) {
        if (!definition.subscriptions().isEmpty() && !LeanFolder.isAt(data)) {
            Subscription first = definition.subscriptions().get(0);
            if (Files.isRegularFile(data)) {
                String symbol = substitutes.getOrDefault(first.symbol(), first.symbol());
                return CsvBars.file(data, symbol, first.resolution(), definition.zone());
            }
            if (Files.isDirectory(data)) {
                return CsvBars.folder(data, first.resolution(), definition.zone());
            }
        }
        return LeanFolder.at(data);
    }
}
