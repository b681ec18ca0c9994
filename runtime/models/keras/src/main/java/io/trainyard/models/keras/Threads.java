package io.trainyard.models.keras;

/** On how many threads PyTorch works: one, unless its properties say otherwise. Small networks lose more by handing work over than they win. */
final class Threads {

    static {
        byDefault("ai.djl.pytorch.num_threads");
        byDefault("ai.djl.pytorch.num_interop_threads");
    }

    private Threads() {}

    /** Has set what was not set once it returns; DJL reads it when it starts its engine. */
    static void limit() {
        // the static initializer did it, once
    }

    private static void byDefault(String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, "1");
        }
    }
}
