package io.trainyard.samples.svmdirection;

import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/**
 * A support-vector machine and the scaling of its features, which is worth nothing without the other: they are trained, stored and
 * replaced as one. Usable from any thread.
 */
final class Direction {

    private static final double RISES = 1;
    private static final double FALLS = -1;

    private final Scaling scaling;
    private final svm_model machine;

    Direction(Scaling scaling, svm_model machine) {
        this.scaling = scaling;
        this.machine = machine;
    }

    /** The one that is trained on these examples: C = 1, a radial kernel. No chance is in it, and so no seed. */
    static Direction through(Examples examples) {
        Scaling scaling = Scaling.of(examples.rows());
        svm_problem problem = new svm_problem();
        problem.l = examples.size();
        problem.x = new svm_node[problem.l][];
        problem.y = new double[problem.l];
        for (int row = 0; row < problem.l; row++) {
            problem.x[row] = nodes(scaling.scale(examples.row(row)));
            problem.y[row] = examples.rises(row) ? RISES : FALLS;
        }
        svm_parameter parameter = new svm_parameter();
        parameter.svm_type = svm_parameter.C_SVC;
        parameter.kernel_type = svm_parameter.RBF;
        parameter.gamma = 1.0 / examples.row(0).length;
        parameter.C = 1;
        parameter.eps = 1e-3;
        parameter.cache_size = 16;
        svm.svm_set_print_string_function(text -> {}); // the library reports to System.out otherwise
        return new Direction(scaling, svm.svm_train(problem, parameter));
    }

    /** Whether the next close is expected to be higher, after a day with these features, not scaled. */
    boolean rises(double[] row) {
        return svm.svm_predict(machine, nodes(scaling.scale(row))) == RISES;
    }

    /** How far the row is from the boundary, in margins: the decision value of LIBSVM. */
    double margin(double[] row) {
        double[] values = new double[1];
        svm.svm_predict_values(machine, nodes(scaling.scale(row)), values);
        return values[0];
    }

    /** How often it is right, as a fraction. */
    double hitRate(Examples examples) {
        int right = 0;
        for (int row = 0; row < examples.size(); row++) {
            right += rises(examples.row(row)) == examples.rises(row) ? 1 : 0;
        }
        return (double) right / examples.size();
    }

    Scaling scaling() {
        return scaling;
    }

    svm_model machine() {
        return machine;
    }

    private static svm_node[] nodes(double[] values) {
        svm_node[] nodes = new svm_node[values.length];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = new svm_node();
            nodes[i].index = i + 1;
            nodes[i].value = values[i];
        }
        return nodes;
    }
}
