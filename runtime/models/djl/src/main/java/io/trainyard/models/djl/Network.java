package io.trainyard.models.djl;

import ai.djl.Model;
import ai.djl.nn.Block;
import java.lang.reflect.InvocationTargetException;

/**
 * A network of DJL and the architecture that it has, for a {@code @Stored} field. Owns native memory until it is
 * {@linkplain #close closed}. Predictions from several threads need a {@code Predictor} each.
 *
 * <p>The first one limits PyTorch to one thread, if its engine has not started yet and the system properties
 * {@code ai.djl.pytorch.num_threads} and {@code ai.djl.pytorch.num_interop_threads} say nothing else.
 */
public final class Network implements AutoCloseable {

    private final Class<? extends Architecture> architecture;
    private final Model model;

    private Network(Class<? extends Architecture> architecture, Model model) {
        this.architecture = architecture;
        this.model = model;
    }

    /**
     * A network to be trained: {@code model().newTrainer(...)}.
     *
     * @param engine of DJL, such as {@code PyTorch}
     * @throws IllegalArgumentException if the architecture has no constructor without parameters
     * @throws ai.djl.engine.EngineException if the engine is not on the class path
     */
    public static Network of(Class<? extends Architecture> architecture, String engine) {
        PyTorchThreads.limit();
        Block block = make(architecture).block();
        Model model = Model.newInstance(architecture.getSimpleName(), engine);
        model.setBlock(block);
        return new Network(architecture, model);
    }

    private static Architecture make(Class<? extends Architecture> architecture) {
        try {
            var constructor = architecture.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    architecture.getName()
                            + " has no constructor without parameters: a stored network is built with it again",
                    e);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(architecture.getName() + " cannot be made", e);
        }
    }

    /** The class that builds it. */
    public Class<? extends Architecture> architecture() {
        return architecture;
    }

    /** DJL's model, with the network as its block; closed with this. */
    public Model model() {
        return model;
    }

    /** The name of its engine. */
    String engine() {
        return model.getNDManager().getEngine().getEngineName();
    }

    /** Frees the native memory; it cannot be used any more. */
    @Override
    public void close() {
        model.close();
    }

    @Override
    public String toString() {
        return "Network of " + architecture.getName();
    }
}
