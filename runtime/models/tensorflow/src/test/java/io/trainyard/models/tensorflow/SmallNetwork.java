package io.trainyard.models.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.random.TruncatedNormal;
import org.tensorflow.types.TFloat32;

/** Two inputs, eight hidden units, one output; trained by gradient descent with momentum. */
final class SmallNetwork {

    private SmallNetwork() {}

    static TensorFlowModel build() {
        return TensorFlowModel.build(SmallNetwork::graph);
    }

    private static List<Signature> graph(Ops tf) {
        Placeholder<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 2)));
        Placeholder<TFloat32> y = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 1)));
        Variable<TFloat32> first = normal(tf, 2, 8, 1);
        Variable<TFloat32> second = normal(tf, 8, 1, 2);
        Operand<TFloat32> hidden = tf.math.tanh(tf.linalg.matMul(x, first));
        Operand<TFloat32> said = tf.linalg.matMul(hidden, second);
        Operand<TFloat32> loss = tf.math.mean(tf.math.squaredDifference(said, y), tf.array(0, 1));
        List<Variable<TFloat32>> variables = List.of(first, second);
        var gradients = tf.gradients(loss, variables);
        var steps = new ArrayList<Op>();
        for (int i = 0; i < variables.size(); i++) {
            Variable<TFloat32> speed =
                    tf.variable(tf.zeros(tf.constant(variables.get(i).shape()), TFloat32.class));
            steps.add(tf.train.applyMomentum(
                    variables.get(i), speed, tf.constant(0.1f), gradients.<TFloat32>dy(i), tf.constant(0.9f)));
        }
        return List.of(
                Signature.builder().input("x", x).output("y", said).build(),
                Signature.builder("train")
                        .input("x", x)
                        .input("y", y)
                        .output("loss", tf.withControlDependencies(steps).identity(loss))
                        .build());
    }

    private static Variable<TFloat32> normal(Ops tf, int rows, int columns, long seed) {
        return tf.variable(
                tf.random.truncatedNormal(tf.array(rows, columns), TFloat32.class, TruncatedNormal.seed(seed)));
    }

    /** The loss before the last step. */
    static double fit(TensorFlowModel model, int steps) {
        double[][] x = rows(200);
        double[][] y = new double[x.length][1];
        for (int row = 0; row < x.length; row++) {
            y[row][0] = x[row][0] * x[row][1];
        }
        double loss = Double.NaN;
        for (int step = 0; step < steps; step++) {
            loss = model.train(Map.of("x", x, "y", y));
        }
        return loss;
    }

    static double[][] rows(int count) {
        double[][] rows = new double[count][2];
        for (int i = 0; i < 2 * count; i++) {
            rows[i / 2][i % 2] = (i * 37 % 101 - 50) / 50.0;
        }
        return rows;
    }
}
