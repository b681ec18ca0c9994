package io.trainyard.learning.hmm;

/** The most likely path of states, in logarithms (Rabiner 1989, section III.B). */
final class Viterbi {

    private Viterbi() {}

    static int[] path(Parameters parameters, double[][] observations) {
        int states = parameters.states();
        int last = observations.length - 1;
        Densities densities = Densities.of(parameters);
        int[][] cameFrom = new int[observations.length][states];
        double[] best = new double[states];
        for (int k = 0; k < states; k++) {
            best[k] = StrictMath.log(parameters.initial[k]) + densities.log(k, observations[0]);
        }
        for (int t = 1; t <= last; t++) {
            double[] next = new double[states];
            for (int to = 0; to < states; to++) {
                int from = 0;
                double most = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < states; i++) {
                    double way = best[i] + StrictMath.log(parameters.transitions[i][to]);
                    if (way > most) {
                        most = way;
                        from = i;
                    }
                }
                cameFrom[t][to] = from;
                next[to] = most + densities.log(to, observations[t]);
            }
            best = next;
        }
        int[] path = new int[observations.length];
        for (int k = 1; k < states; k++) {
            if (best[k] > best[path[last]]) {
                path[last] = k;
            }
        }
        for (int t = last; t > 0; t--) {
            path[t - 1] = cameFrom[t][path[t]];
        }
        return path;
    }

    static double logLikelihood(Parameters parameters, double[][] observations, int[] path) {
        Densities densities = Densities.of(parameters);
        double sum = StrictMath.log(parameters.initial[path[0]]);
        for (int t = 0; t < path.length; t++) {
            sum += densities.log(path[t], observations[t]);
            if (t > 0) {
                sum += StrictMath.log(parameters.transitions[path[t - 1]][path[t]]);
            }
        }
        return sum;
    }
}
