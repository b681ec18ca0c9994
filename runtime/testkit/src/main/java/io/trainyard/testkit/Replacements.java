package io.trainyard.testkit;

import io.trainyard.market.History;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.store.ObjectStore;
import io.trainyard.strategy.HostParts;
import io.trainyard.time.MarketClock;
import io.trainyard.training.Training;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a test puts in the place of what a strategy would be given: parts of the host, by their types, and bindings of Dagger. */
final class Replacements {

    private static final Set<Class<?>> PARTS =
            Set.of(MarketClock.class, History.class, Portfolio.class, ObjectStore.class, Training.class);

    private final Map<Class<?>, Object> parts = new LinkedHashMap<>();
    private final Map<Class<?>, Object> byType = new LinkedHashMap<>();
    private final Map<String, Object> byField = new LinkedHashMap<>();

    /** Whether the host gives it, and Dagger need not be asked. */
    static boolean isPart(Class<?> type) {
        return PARTS.contains(type);
    }

    void put(Class<?> type, Object value) {
        (isPart(type) ? parts : byType).put(type, value);
    }

    void put(String field, Class<?> type, Object value) {
        if (isPart(type)) {
            parts.put(type, value);
        } else {
            byField.put(field, value);
        }
    }

    /** Whether it needs a graph of Dagger's that was generated for the test. */
    boolean ofGraph() {
        return !byType.isEmpty() || !byField.isEmpty();
    }

    /** The values for the bindings that a generated graph leaves open, in their order. */
    Object[] valuesFor(TestWiring graph) {
        List<TestWiring.Open> open = graph.open();
        Object[] values = new Object[open.size()];
        Map<Class<?>, Object> unused = new LinkedHashMap<>(byType);
        for (int i = 0; i < values.length; i++) {
            Object value = byField.get(open.get(i).field());
            if (value == null) {
                value = byType.get(open.get(i).type());
                unused.remove(open.get(i).type());
            }
            if (value == null) {
                throw new IllegalArgumentException(
                        open.get(i) + " is to be replaced, and there is nothing to put in its place"
                                + "\n    why:  the graph of the test was generated without it"
                                + "\n    fix:  give the field a value before the strategy is deployed, or call with("
                                + open.get(i).type().getSimpleName() + ".class, ...) on the builder");
            }
            values[i] = value;
        }
        for (String field : byField.keySet()) {
            if (open.stream().noneMatch(one -> one.field().equals(field))) {
                throw new IllegalArgumentException("nothing was generated for the field " + field
                        + "\n    why:  the processor sees the fields of a test class, and those that it inherits and may name"
                        + "\n    fix:  declare it in the test class that has @StrategyTest, or do not make it private");
            }
        }
        if (!unused.isEmpty()) {
            throw unknown(unused.keySet().iterator().next());
        }
        return values;
    }

    /** Refuses what nothing was generated for. */
    IllegalArgumentException nothingGenerated(String strategy) {
        return byType.isEmpty()
                ? new IllegalArgumentException("nothing was generated for " + strategy + " and the fields "
                        + byField.keySet() + " of the test"
                        + "\n    why:  trainyard-processor writes the graph of a test when the test is compiled"
                        + "\n    fix:  put trainyard-processor and dagger-compiler on the processor path of the tests")
                : unknown(byType.keySet().iterator().next());
    }

    private static IllegalArgumentException unknown(Class<?> type) {
        String name = type.getSimpleName();
        return new IllegalArgumentException("nothing was generated to replace " + name
                + "\n    why:  Dagger fixes a graph when it is compiled, so that the compiler must be told what tests replace"
                + "\n    fix:  say so on the test class that calls StrategyDriver.of: @StrategyTest(value = ..., replaces = "
                + name + ".class)");
    }

    HostParts over(HostParts host) {
        return parts.isEmpty() ? host : new Replaced(host, parts);
    }

    private record Replaced(HostParts host, Map<Class<?>, Object> parts) implements HostParts {

        private <T> T part(Class<T> type, T otherwise) {
            Object replaced = parts.get(type);
            return replaced == null ? otherwise : type.cast(replaced);
        }

        @Override
        public MarketClock clock() {
            return part(MarketClock.class, host.clock());
        }

        @Override
        public History history() {
            return part(History.class, host.history());
        }

        @Override
        public Portfolio portfolio() {
            return part(Portfolio.class, host.portfolio());
        }

        @Override
        public ObjectStore store() {
            return part(ObjectStore.class, host.store());
        }

        @Override
        public Training training() {
            return part(Training.class, host.training());
        }
    }
}
