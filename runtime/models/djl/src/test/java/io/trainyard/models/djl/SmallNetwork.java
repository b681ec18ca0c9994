package io.trainyard.models.djl;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;

/** Two inputs, eight hidden units, one output. */
final class SmallNetwork implements Architecture {

    @Override
    public Block block() {
        return new SequentialBlock()
                .add(Linear.builder().setUnits(8).build())
                .add(Activation::tanh)
                .add(Linear.builder().setUnits(1).build());
    }
}
