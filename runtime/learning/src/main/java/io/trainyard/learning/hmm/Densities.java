package io.trainyard.learning.hmm;

import io.trainyard.learning.UnfitDataException;

/** The logarithms of the normal densities of all states, by the Cholesky factors of their covariances. */
final class Densities {

    private static final double LOG_TWO_PI = StrictMath.log(2 * Math.PI);
    private static final double SYMMETRY_TOLERANCE = 1e-9;

    private final double[][] means;
    private final double[][][] factors;
    private final double[] constants;
    private final double[] residual;

    private Densities(double[][] means, double[][][] factors, double[] constants) {
        this.means = means;
        this.factors = factors;
        this.constants = constants;
        this.residual = new double[means[0].length];
    }

    static Densities of(Parameters parameters) {
        int states = parameters.states();
        double[][][] factors = new double[states][][];
        double[] constants = new double[states];
        for (int k = 0; k < states; k++) {
            factors[k] = factor(parameters.covariances[k]);
            constants[k] = -0.5 * parameters.quantities() * LOG_TWO_PI;
            for (int i = 0; i < parameters.quantities(); i++) {
                constants[k] -= StrictMath.log(factors[k][i][i]);
            }
        }
        return new Densities(parameters.means, factors, constants);
    }

    /** The logarithm of the density of an observation in a state. */
    double log(int state, double[] observation) {
        double[][] factor = factors[state];
        double distance = 0;
        for (int i = 0; i < residual.length; i++) {
            double rest = observation[i] - means[state][i];
            for (int j = 0; j < i; j++) {
                rest -= factor[i][j] * residual[j];
            }
            residual[i] = rest / factor[i][i];
            distance += residual[i] * residual[i];
        }
        return constants[state] - 0.5 * distance;
    }

    /** The lower triangular matrix L with L L' = the covariance. */
    private static double[][] factor(double[][] covariance) {
        int size = covariance.length;
        double[][] factor = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double value = covariance[i][j];
                double scale = Math.sqrt(Math.abs(covariance[i][i] * covariance[j][j]));
                if (!(Math.abs(value - covariance[j][i]) <= SYMMETRY_TOLERANCE * scale)) {
                    throw indefinite();
                }
                for (int k = 0; k < j; k++) {
                    value -= factor[i][k] * factor[j][k];
                }
                if (i == j && !(value > 0 && Double.isFinite(value))) {
                    throw indefinite();
                }
                factor[i][j] = i == j ? Math.sqrt(value) : value / factor[j][j];
            }
        }
        return factor;
    }

    /**
     * Whether each quantity varies, beyond what the ones before it tell of it, by so much of its variance: if not, the
     * density of a few observations could grow without end.
     */
    static boolean vary(double[][] covariance, double least) {
        int size = covariance.length;
        double[][] factor = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double value = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    value -= factor[i][k] * factor[j][k];
                }
                if (i == j && !(value >= least * covariance[i][i])) {
                    return false;
                }
                factor[i][j] = i == j ? Math.sqrt(value) : value / factor[j][j];
            }
        }
        return true;
    }

    private static UnfitDataException indefinite() {
        return new UnfitDataException(
                "a covariance that is not symmetric and positive definite",
                "there is no normal distribution with it: a quantity does not vary, or is a sum of others.",
                "leave out quantities that follow from others, or fit Covariance.DIAGONAL.");
    }
}
