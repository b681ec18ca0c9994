package io.trainyard.models.libsvm;

import io.trainyard.store.ModelCodecContract;
import java.util.Random;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/** An epsilon-SVR with a radial kernel over a noisy sine. */
final class LibsvmCodecTest extends ModelCodecContract<svm_model> {

    @Override
    protected Class<svm_model> type() {
        return svm_model.class;
    }

    @Override
    protected String id() {
        return "libsvm";
    }

    @Override
    protected svm_model train() {
        svm.svm_set_print_string_function(text -> {});
        Random random = new Random(11);
        svm_problem problem = new svm_problem();
        problem.l = 200;
        problem.x = new svm_node[problem.l][];
        problem.y = new double[problem.l];
        for (int row = 0; row < problem.l; row++) {
            double x = random.nextDouble() * 6;
            problem.x[row] = nodes(x, random.nextGaussian());
            problem.y[row] = Math.sin(x) + 0.05 * random.nextGaussian();
        }
        svm_parameter parameter = new svm_parameter();
        parameter.svm_type = svm_parameter.EPSILON_SVR;
        parameter.kernel_type = svm_parameter.RBF;
        parameter.gamma = 0.7;
        parameter.C = 10;
        parameter.p = 0.02;
        parameter.eps = 1e-4;
        parameter.cache_size = 10;
        return svm.svm_train(problem, parameter);
    }

    private static svm_node[] nodes(double... values) {
        svm_node[] nodes = new svm_node[values.length];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = new svm_node();
            nodes[i].index = i + 1;
            nodes[i].value = values[i];
        }
        return nodes;
    }

    @Override
    protected double[] predict(svm_model model) {
        double[] predictions = new double[50];
        for (int i = 0; i < predictions.length; i++) {
            predictions[i] = svm.svm_predict(model, nodes(i / 8.0, 0.1 * i));
        }
        return predictions;
    }
}
