package io.trainyard.models.djl;

/**
 * On how many threads PyTorch works: one, unless the system properties {@code ai.djl.pytorch.num_threads} and
 * {@code ai.djl.pytorch.num_interop_threads} say otherwise. Small networks lose more by handing work over than they win.
 */
public final class PyTorchThreads {

    static {
        byDefault("ai.djl.pytorch.num_threads");
        byDefault("ai.djl.pytorch.num_interop_threads");
    }

    private PyTorchThreads() {}

    /** Sets to one what is not set; call it before DJL starts its engine, which reads it then. For any thread. */
    public static void limit() {
        // the static initializer did it, once
    }

    private static void byDefault(String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, "1");
        }
    }
}
