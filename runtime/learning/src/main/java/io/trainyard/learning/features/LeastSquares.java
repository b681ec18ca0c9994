package io.trainyard.learning.features;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A regression on a constant, which comes first, and some columns. All of it is NaN where there are fewer rows than
 * unknowns, or columns follow from each other.
 */
final class LeastSquares {

    /** Below it, relative to the largest column, what a column adds to the others is rounding. */
    private static final double DEPENDENT = 1e-13;

    private final double[] coefficients;
    private final double residualSumOfSquares;
    private final double levelError;

    private LeastSquares(double[] coefficients, double residualSumOfSquares, double levelError) {
        this.coefficients = coefficients;
        this.residualSumOfSquares = residualSumOfSquares;
        this.levelError = levelError;
    }

    /**
     * Fits.
     *
     * @param x a row for each value of y, without the constant
     * @param columns how many columns of x take part, 1 or more
     */
    static LeastSquares fit(double[] y, double[][] x, int columns) {
        int unknowns = columns + 1;
        if (y.length >= unknowns) {
            RealMatrix design = new Array2DRowRealMatrix(y.length, unknowns);
            double largest = 0;
            for (int row = 0; row < y.length; row++) {
                design.setEntry(row, 0, 1);
                for (int column = 0; column < columns; column++) {
                    design.setEntry(row, column + 1, x[row][column]);
                    largest = Math.max(largest, Math.abs(x[row][column]));
                }
            }
            QRDecomposition qr = new QRDecomposition(design, DEPENDENT * Math.max(1, largest) * Math.sqrt(y.length));
            if (qr.getSolver().isNonSingular()) {
                return solve(y, design, qr);
            }
        }
        double[] unknown = new double[unknowns];
        Arrays.fill(unknown, Double.NaN);
        return new LeastSquares(unknown, Double.NaN, Double.NaN);
    }

    private static LeastSquares solve(double[] y, RealMatrix design, QRDecomposition qr) {
        double[] coefficients =
                qr.getSolver().solve(new ArrayRealVector(y, false)).toArray();
        double[] fitted = design.operate(coefficients);
        double squares = Sums.of(i -> (y[i] - fitted[i]) * (y[i] - fitted[i]), y.length);
        int unknowns = coefficients.length;
        RealMatrix inverse = MatrixUtils.inverse(qr.getR().getSubMatrix(0, unknowns - 1, 0, unknowns - 1));
        double[] level = inverse.getRow(1);
        double variance = squares / (y.length - unknowns);
        return new LeastSquares(
                coefficients, squares, Math.sqrt(variance * Sums.of(i -> level[i] * level[i], unknowns)));
    }

    double[] coefficients() {
        return coefficients;
    }

    double residualSumOfSquares() {
        return residualSumOfSquares;
    }

    /** The coefficient of the first column, divided by its standard error. */
    double statisticOfFirstColumn() {
        return coefficients[1] / levelError;
    }
}
