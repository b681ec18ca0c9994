package io.trainyard.processor;

import io.trainyard.schedule.calendar.MarketFile;
import io.trainyard.schedule.calendar.Markets;
import io.trainyard.schedule.declared.Market;
import io.trainyard.schedule.declared.Setting;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;

/**
 * The markets that are built in, and those whose files lie where the strategy will find them: beside its own classes,
 * where a build tool copies resources before it compiles, or on the class path.
 */
final class ClassPathMarkets implements Setting.MarketSource {

    private static final List<JavaFileManager.Location> LOCATIONS =
            List.of(StandardLocation.CLASS_OUTPUT, StandardLocation.CLASS_PATH);

    private final Filer filer;

    /** What was found: a calendar is built once for a compilation. */
    private final Map<String, Optional<Market>> found = new HashMap<>();

    ClassPathMarkets(Filer filer) {
        this.filer = filer;
    }

    @Override
    public Optional<Market> named(String name) {
        return found.computeIfAbsent(name, this::find);
    }

    private Optional<Market> find(String name) {
        return Markets.builtIn(name)
                .map(calendar -> new Market(name, true, calendar))
                .or(() -> text(name).map(text -> new Market(name, false, MarketFile.parse(name, text))));
    }

    private Optional<String> text(String name) {
        if (!Markets.isName(name)) {
            return Optional.empty();
        }
        for (JavaFileManager.Location location : LOCATIONS) {
            try {
                return Optional.of(filer.getResource(location, "", Markets.resource(name))
                        .getCharContent(true)
                        .toString());
            } catch (IOException | IllegalArgumentException notThere) {
                // a file manager may lack a location altogether
            }
        }
        return Optional.empty();
    }

    @Override
    public Collection<String> names() {
        return Markets.names();
    }
}
