package io.trainyard.testkit;

import org.jspecify.annotations.Nullable;

/** Finds what was generated for a test class and a strategy. */
final class TestGraphs {

    private TestGraphs() {}

    /** The graph of a test class, or of one around it; null if none was generated. */
    static @Nullable TestWiring find(Class<?> strategy, Class<?> test) {
        for (Class<?> type = test; type != null; type = type.getEnclosingClass()) {
            try {
                return Class.forName(name(strategy, type), true, type.getClassLoader())
                        .asSubclass(TestWiring.class)
                        .getConstructor()
                        .newInstance();
            } catch (ClassNotFoundException e) {
                // perhaps for the one around it
            } catch (ReflectiveOperationException | ClassCastException e) {
                throw new IllegalStateException(name(strategy, type) + " is not what the processor writes", e);
            }
        }
        return null;
    }

    /** In the package of the strategy: {@code SundayTrend_In_SundayTrendTest}, with the package of the test if that is another. */
    private static String name(Class<?> strategy, Class<?> test) {
        String home = strategy.getPackageName();
        String away = test.getPackageName();
        return (home.isEmpty() ? "" : home + ".")
                + flat(strategy)
                + "_In_"
                + (home.equals(away) || away.isEmpty() ? "" : away.replace('.', '_') + "_")
                + flat(test);
    }

    private static String flat(Class<?> type) {
        return type.getName().substring(type.getName().lastIndexOf('.') + 1).replace('$', '_');
    }
}
