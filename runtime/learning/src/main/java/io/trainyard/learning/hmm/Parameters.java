package io.trainyard.learning.hmm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The numbers of a model in arrays, for the algorithms. */
final class Parameters {

    final double[] initial;
    final double[][] transitions;
    final double[][] means;
    final double[][][] covariances;

    Parameters(double[] initial, double[][] transitions, double[][] means, double[][][] covariances) {
        this.initial = initial;
        this.transitions = transitions;
        this.means = means;
        this.covariances = covariances;
    }

    static Parameters of(List<HmmState> states, List<List<Double>> transitions) {
        return new Parameters(
                states.stream().mapToDouble(HmmState::initial).toArray(),
                matrix(transitions),
                matrix(states.stream().map(HmmState::mean).toList()),
                states.stream().map(state -> matrix(state.covariance())).toArray(double[][][]::new));
    }

    int states() {
        return initial.length;
    }

    int quantities() {
        return means[0].length;
    }

    /** The model, its states in order of their total variance, then of their means. */
    GaussianHmm model() {
        List<Integer> order = new ArrayList<>();
        List<HmmState> states = new ArrayList<>();
        for (int k = 0; k < states(); k++) {
            order.add(k);
            states.add(new HmmState(initial[k], list(means[k]), list(covariances[k])));
        }
        order.sort(Comparator.<Integer>comparingDouble(k -> states.get(k).totalVariance())
                .thenComparing(k -> means[k], Arrays::compare));
        return new GaussianHmm(
                order.stream().map(states::get).toList(),
                order.stream()
                        .map(from ->
                                order.stream().map(to -> transitions[from][to]).toList())
                        .toList());
    }

    private static double[][] matrix(List<List<Double>> rows) {
        return rows.stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static List<List<Double>> list(double[][] rows) {
        return Arrays.stream(rows).map(Parameters::list).toList();
    }
}
