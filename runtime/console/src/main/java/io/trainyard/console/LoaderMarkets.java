package io.trainyard.console;

import io.trainyard.schedule.calendar.Markets;
import io.trainyard.schedule.declared.Market;
import io.trainyard.schedule.declared.Setting;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The markets that are built in, and those on the class path.
 *
 * @param loader what finds their files
 */
record LoaderMarkets(ClassLoader loader) implements Setting.MarketSource {

    @Override
    public Optional<Market> named(String name) {
        boolean builtIn = Markets.names().contains(name);
        return builtIn || Markets.names(loader).contains(name)
                ? Optional.of(new Market(name, builtIn, Markets.named(name, loader)))
                : Optional.empty();
    }

    @Override
    public Collection<String> names() {
        SortedSet<String> names = new TreeSet<>(Markets.names());
        names.addAll(Markets.names(loader));
        return names;
    }
}
