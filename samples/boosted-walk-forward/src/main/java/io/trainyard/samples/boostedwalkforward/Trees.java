package io.trainyard.samples.boostedwalkforward;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Boosters of XGBoost on examples. Trees need no scaling; one thread and a seed give the same bytes each time. */
final class Trees {

    private static final String EDGE = "edge";

    private Trees() {}

    /**
     * Trains on some examples, each weighed by its uniqueness.
     *
     * @param edge what the walk forward says for such boosters; kept with it
     */
    static Booster train(Examples examples, int[] some, int trees, double edge) {
        double[] weights = examples.weights(some);
        float[] labels = new float[some.length];
        float[] importance = new float[some.length];
        for (int i = 0; i < some.length; i++) {
            labels[i] = examples.rises(some[i]) ? 1 : 0;
            importance[i] = (float) weights[i];
        }
        Map<String, Object> settings = Map.of(
                "objective", "binary:logistic", "max_depth", 2, "eta", 0.05, "seed", 7, "nthread", 1, "verbosity", 0);
        try {
            DMatrix matrix = matrix(Arrays.stream(some).mapToObj(examples::row).toArray(double[][]::new));
            try {
                matrix.setLabel(labels);
                matrix.setWeight(importance);
                Booster booster = XGBoost.train(matrix, settings, trees, new HashMap<>(), null, null);
                booster.setAttr(EDGE, Double.toString(edge));
                return booster;
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    /** The probability of the upper barrier, for each row. */
    static double[] predict(Booster booster, double[][] rows) {
        try {
            DMatrix matrix = matrix(rows);
            try {
                return Arrays.stream(booster.predict(matrix))
                        .mapToDouble(row -> row[0])
                        .toArray();
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    static double predict(Booster booster, double[] row) {
        return predict(booster, new double[][] {row})[0];
    }

    /** What the walk forward said for such boosters: how much better they are than a guess. */
    static double edge(Booster booster) {
        try {
            return Double.parseDouble(booster.getAttr(EDGE));
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    /** A feature that is not defined, such as an autocorrelation of what does not move, counts as missing. */
    private static DMatrix matrix(double[][] rows) throws XGBoostError {
        int columns = rows[0].length;
        float[] values = new float[rows.length * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows[i / columns][i % columns];
        }
        return new DMatrix(values, rows.length, columns, Float.NaN);
    }
}
