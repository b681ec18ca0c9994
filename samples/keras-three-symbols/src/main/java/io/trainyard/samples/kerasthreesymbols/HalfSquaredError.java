package io.trainyard.samples.kerasthreesymbols;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.loss.Loss;

/**
 * Half the mean squared error, as DJL's L2 loss; that multiplies by a number whose memory the garbage collector may free before
 * PyTorch reckons the gradients.
 */
final class HalfSquaredError extends Loss {

    HalfSquaredError() {
        super("half squared error");
    }

    @Override
    public NDArray evaluate(NDList labels, NDList predictions) {
        NDArray said = predictions.singletonOrThrow();
        NDArray half = said.getManager().full(new Shape(), 0.5f);
        return labels.singletonOrThrow()
                .reshape(said.getShape())
                .sub(said)
                .square()
                .mul(half)
                .mean();
    }
}
