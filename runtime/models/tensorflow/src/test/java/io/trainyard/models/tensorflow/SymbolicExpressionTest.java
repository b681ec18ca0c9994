package io.trainyard.models.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;

/**
 * What Theano is used for: an expression of symbols, its gradient derived from it, functions compiled from both, and shared variables that
 * one of them updates. The example is that of Theano's tutorial ("A Real Example: Logistic Regression"): random classes for random rows,
 * cross-entropy and a penalty of 0.01 on the squared weights, steps of 0.1 along the gradient.
 */
final class SymbolicExpressionTest {

    private static final int ROWS = 400;
    private static final int FEATURES = 20;
    private static final int STEPS = 500;
    private static final double RATE = 0.1;
    private static final double PENALTY = 0.01;

    private final double[][] x = new double[ROWS][FEATURES];
    private final double[][] y = new double[ROWS][1];
    private final double[] start = new double[FEATURES];

    SymbolicExpressionTest() {
        Random random = new Random(23);
        for (int row = 0; row < ROWS; row++) {
            x[row] = random.doubles(FEATURES, -2, 2).toArray();
            y[row][0] = random.nextInt(2);
        }
        for (int i = 0; i < FEATURES; i++) {
            start[i] = random.nextGaussian();
        }
    }

    private List<Signature> expression(Ops tf) {
        Placeholder<TFloat64> rows = tf.placeholder(TFloat64.class, Placeholder.shape(Shape.of(-1, FEATURES)));
        Placeholder<TFloat64> classes = tf.placeholder(TFloat64.class, Placeholder.shape(Shape.of(-1)));
        Variable<TFloat64> w = tf.variable(tf.constant(start));
        Variable<TFloat64> b = tf.variable(tf.constant(0.0));
        Operand<TFloat64> one = tf.constant(1.0);

        Operand<TFloat64> product = tf.reshape(tf.linalg.matMul(rows, tf.expandDims(w, one(tf))), tf.array(-1));
        Operand<TFloat64> p = tf.math.reciprocal(tf.math.add(one, tf.math.exp(tf.math.neg(tf.math.add(product, b)))));
        Operand<TFloat64> crossEntropy = tf.math.neg(tf.math.add(
                tf.math.mul(classes, tf.math.log(p)),
                tf.math.mul(tf.math.sub(one, classes), tf.math.log(tf.math.sub(one, p)))));
        Operand<TFloat64> cost = tf.math.add(
                tf.math.mean(crossEntropy, tf.array(0)),
                tf.math.mul(tf.constant(PENALTY), tf.reduceSum(tf.math.mul(w, w), tf.array(0))));
        Gradients gradients = tf.gradients(cost, List.of(w, b));
        Ops updated = tf.withControlDependencies(
                tf.train.applyGradientDescent(w, tf.constant(RATE), gradients.dy(0)),
                tf.train.applyGradientDescent(b, tf.constant(RATE), gradients.dy(1)));
        return List.of(
                Signature.builder().input("x", rows).output("p", p).build(),
                Signature.builder("gradient")
                        .input("x", rows)
                        .input("y", classes)
                        .output("w", gradients.<TFloat64>dy(0))
                        .output("b", gradients.<TFloat64>dy(1))
                        .build(),
                Signature.builder("train")
                        .input("x", rows)
                        .input("y", classes)
                        .output("cost", updated.identity(cost))
                        .build());
    }

    private static Operand<TInt32> one(Ops tf) {
        return tf.constant(1);
    }

    @Test
    void the_gradient_is_the_derivative_of_the_expression() {
        try (TensorFlowModel model = TensorFlowModel.build(this::expression)) {
            Map<String, double[][]> gradient = model.run("gradient", Map.of("x", x, "y", y));

            double[] expected = gradientByHand(start, 0);
            assertThat(gradient).containsOnlyKeys("w", "b");
            assertThat(column(gradient.getOrDefault("w", x))).containsExactly(weights(expected), within(1e-9));
            assertThat(column(gradient.getOrDefault("b", x)))
                    .containsExactly(new double[] {expected[FEATURES]}, within(1e-9));
        }
    }

    @Test
    void a_compiled_function_trains_as_the_formula_says_and_reloads_to_the_same_bit() throws Exception {
        TensorFlowCodec codec = new TensorFlowCodec();
        try (TensorFlowModel model = TensorFlowModel.build(this::expression)) {
            double first = model.train(Map.of("x", x, "y", y));
            double last = first;
            for (int step = 1; step < STEPS; step++) {
                last = model.train(Map.of("x", x, "y", y));
            }
            double[] said = column(model.predict(x));

            assertThat(last).isLessThan(first / 2);
            assertThat(said).containsExactly(predictedByHand(), within(1e-9));
            try (TensorFlowModel again = codec.read(codec.write(model), codec.version())) {
                assertThat(column(again.predict(x))).containsExactly(said);
                assertThat(again.train(Map.of("x", x, "y", y))).isEqualTo(model.train(Map.of("x", x, "y", y)));
                assertThat(column(again.predict(x))).containsExactly(column(model.predict(x)));
            }
        }
    }

    private double[] predictedByHand() {
        double[] w = start.clone();
        double b = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = gradientByHand(w, b);
            for (int i = 0; i < FEATURES; i++) {
                w[i] -= RATE * gradient[i];
            }
            b -= RATE * gradient[FEATURES];
        }
        double[] p = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            p[row] = probability(x[row], w, b);
        }
        return p;
    }

    /** Of the cost with respect to the weights, and to b last: the mean of (p - y) x, and the penalty's share. */
    private double[] gradientByHand(double[] w, double b) {
        double[] gradient = new double[FEATURES + 1];
        for (int row = 0; row < ROWS; row++) {
            double error = (probability(x[row], w, b) - y[row][0]) / ROWS;
            for (int i = 0; i < FEATURES; i++) {
                gradient[i] += error * x[row][i];
            }
            gradient[FEATURES] += error;
        }
        for (int i = 0; i < FEATURES; i++) {
            gradient[i] += 2 * PENALTY * w[i];
        }
        return gradient;
    }

    private static double probability(double[] row, double[] w, double b) {
        double sum = b;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * w[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private static double[] weights(double[] gradient) {
        return Arrays.copyOf(gradient, FEATURES);
    }

    private static double[] column(double[][] rows) {
        double[] values = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            values[row] = rows[row][0];
        }
        return values;
    }
}
