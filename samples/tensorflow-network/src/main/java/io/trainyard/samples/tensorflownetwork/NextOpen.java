package io.trainyard.samples.tensorflownetwork;

import io.trainyard.models.tensorflow.TensorFlowModel;
import io.trainyard.training.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.random.RandomStandardNormal;
import org.tensorflow.types.TFloat32;

/**
 * Networks that say from one open what the next one will be: one input, ten units that rectify, one output. The graph takes and gives prices; the scale that it
 * works in, that of the prices it was trained with, is part of it, and so stored with it.
 */
final class NextOpen {

    private static final int UNITS = 10;
    private static final int STEPS = 200;
    private static final float RATE = 0.1f;

    private NextOpen() {}

    /** One that is trained to follow each of the opens with the next one; the same opens give the same network. */
    static TensorFlowModel fit(double[] opens, Training training) {
        double mean = Arrays.stream(opens).average().orElseThrow();
        double deviation = Math.sqrt(
                Arrays.stream(opens).map(open -> (open - mean) * (open - mean)).sum() / opens.length);
        if (deviation == 0) {
            throw new IllegalStateException("the price has not moved for " + opens.length + " days");
        }
        TensorFlowModel model = TensorFlowModel.build(tf -> graph(tf, (float) mean, (float) deviation));
        boolean trained = false;
        try {
            double[][] rows = column(opens);
            Map<String, double[][]> samples = Map.of(
                    "open", Arrays.copyOf(rows, rows.length - 1),
                    "next", Arrays.copyOfRange(rows, 1, rows.length));
            double loss = Double.NaN;
            for (int step = 0; step < STEPS; step++) {
                training.checkpoint(); // a training over its limit ends here
                loss = model.train(samples);
            }
            training.metric("root mean squared error", Math.sqrt(loss) * deviation);
            trained = true;
            return model;
        } finally {
            if (!trained) {
                model.close();
            }
        }
    }

    private static List<Signature> graph(Ops tf, float mean, float deviation) {
        Operand<TFloat32> centre = tf.constant(mean);
        Operand<TFloat32> scale = tf.constant(deviation);
        Placeholder<TFloat32> open = prices(tf);
        Placeholder<TFloat32> next = prices(tf);
        Variable<TFloat32> inner = normal(tf, 1, UNITS, 1);
        Variable<TFloat32> innerBias = tf.variable(tf.fill(tf.array(UNITS), tf.constant(0.1f)));
        Variable<TFloat32> outer = normal(tf, UNITS, 1, 2);
        Variable<TFloat32> outerBias = tf.variable(tf.fill(tf.array(1), tf.constant(0.1f)));

        Operand<TFloat32> x = tf.math.div(tf.math.sub(open, centre), scale);
        Operand<TFloat32> y = tf.math.div(tf.math.sub(next, centre), scale);
        Operand<TFloat32> hidden = tf.nn.relu(tf.math.add(tf.linalg.matMul(x, inner), innerBias));
        Operand<TFloat32> said = tf.math.add(tf.linalg.matMul(hidden, outer), outerBias);
        Operand<TFloat32> loss = tf.math.mean(tf.math.squaredDifference(said, y), tf.array(0, 1));

        List<Variable<TFloat32>> variables = List.of(inner, innerBias, outer, outerBias);
        Gradients gradients = tf.gradients(loss, variables);
        List<Op> steps = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            steps.add(tf.train.applyGradientDescent(variables.get(i), tf.constant(RATE), gradients.dy(i)));
        }
        return List.of(
                Signature.builder()
                        .input("open", open)
                        .output("next", tf.math.add(tf.math.mul(said, scale), centre))
                        .build(),
                Signature.builder("train")
                        .input("open", open)
                        .input("next", next)
                        .output("loss", tf.withControlDependencies(steps).identity(loss))
                        .build());
    }

    private static Placeholder<TFloat32> prices(Ops tf) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 1)));
    }

    private static Variable<TFloat32> normal(Ops tf, int rows, int columns, long seed) {
        return tf.variable(tf.random.randomStandardNormal(
                tf.array(rows, columns), TFloat32.class, RandomStandardNormal.seed(seed)));
    }

    /** What a network said of each of the opens but the first, from the one before it. */
    static Forecast of(double[] opens, TensorFlowModel network) {
        double[][] said = network.predict(column(opens));
        int errors = opens.length - 1;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < errors; i++) {
            double error = opens[i + 1] - said[i][0];
            mean += error / errors;
            squares += error * error / errors;
        }
        return new Forecast(said[errors - 1][0], Math.sqrt(Math.max(0, squares - mean * mean)));
    }

    private static double[][] column(double[] values) {
        double[][] rows = new double[values.length][1];
        for (int i = 0; i < values.length; i++) {
            rows[i][0] = values[i];
        }
        return rows;
    }
}
