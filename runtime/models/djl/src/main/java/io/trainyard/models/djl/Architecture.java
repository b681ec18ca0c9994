package io.trainyard.models.djl;

import ai.djl.nn.Block;

/**
 * Builds a network whose parameters are not known yet: what a stored network is made of again before its parameters are read.
 * Implemented by a class with a constructor without parameters, whose name is stored with the parameters:
 *
 * <pre>{@code
 * public final class SmallNetwork implements Architecture {
 *     public Block block() {
 *         return new SequentialBlock().add(Linear.builder().setUnits(16).build()).add(Activation::relu)...;
 *     }
 * }
 * }</pre>
 */
public interface Architecture {

    /** The network, as it is before anything is trained; a new one at each call. */
    Block block();
}
