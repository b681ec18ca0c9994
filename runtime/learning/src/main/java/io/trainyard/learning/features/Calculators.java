package io.trainyard.learning.features;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All features by name. */
final class Calculators {

    private static final Calculators ALL = new Calculators();

    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(List<String> parameters, Function<FeatureName, Calculator> maker) {}

    private Calculators() {
        SummaryFeatures.addTo(this);
        CountFeatures.addTo(this);
        ShapeFeatures.addTo(this);
        ChangeFeatures.addTo(this);
        MemoryFeatures.addTo(this);
        SpectrumFeatures.addTo(this);
        EntropyFeatures.addTo(this);
        TrendFeatures.addTo(this);
    }

    void add(String name, Calculator calculator) {
        entries.put(name, new Entry(List.of(), parsed -> calculator));
    }

    void add(String name, List<String> parameters, Function<FeatureName, Calculator> maker) {
        entries.put(name, new Entry(parameters, maker));
    }

    static Calculator of(String text) {
        FeatureName name = new FeatureName(text);
        Entry entry = ALL.entries.get(name.feature());
        if (entry == null) {
            throw name.unfit("\"" + name.feature() + "\" is no feature of tsfresh's, or one that is not here.");
        }
        name.expect(entry.parameters());
        return entry.maker().apply(name);
    }
}
