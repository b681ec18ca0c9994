package io.trainyard.models.djl;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;

/** Sigmoid units throughout: two inputs, six hidden units, one output between 0 and 1. */
final class SigmoidNetwork implements Architecture {

    @Override
    public Block block() {
        return new SequentialBlock()
                .add(Linear.builder().setUnits(6).build())
                .add(Activation::sigmoid)
                .add(Linear.builder().setUnits(1).build())
                .add(Activation::sigmoid);
    }
}
