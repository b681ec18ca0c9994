package io.trainyard.learning.features;

import java.util.Arrays;
import java.util.List;

/** How a window depends on its own past. */
final class MemoryFeatures {

    /**
     * Below it tsfresh takes a variance for none; so autocorrelations want returns in percent rather than in
     * ten-thousandths.
     */
    private static final double NO_VARIANCE = 1e-8;

    private static final double HARDLY_ANY_VARIANCE = 1e-10;
    private static final int PARTIAL_LAGS = 9;

    private MemoryFeatures() {}

    static void addTo(Calculators all) {
        all.add("autocorrelation", List.of("lag"), name -> {
            int lag = name.integer("lag", 0);
            return w -> w.size <= lag || w.variance <= NO_VARIANCE ? Double.NaN : autocorrelation(w, lag);
        });
        all.add("agg_autocorrelation", List.of("f_agg", "maxlag"), name -> {
            String kind = name.choice("f_agg", "mean", "median", "var", "std");
            int lags = name.integer("maxlag", 1);
            return w -> aggregate(w, kind, lags);
        });
        all.add("partial_autocorrelation", List.of("lag"), name -> {
            int lag = name.integer("lag", 0);
            return w -> partial(w, lag);
        });
        all.add("ar_coefficient", List.of("coeff", "k"), name -> {
            int order = name.integer("k", 1);
            int at = name.integer("coeff", 0);
            return w -> at <= order ? autoregression(w, order)[at] : Double.NaN;
        });
        all.add("c3", List.of("lag"), name -> {
            int lag = name.integer("lag", 1);
            return w -> 2 * lag >= w.size
                    ? 0
                    : Sums.of(i -> w.values[i + 2 * lag] * w.values[i + lag] * w.values[i], w.size - 2 * lag)
                            / (w.size - 2 * lag);
        });
        all.add("time_reversal_asymmetry_statistic", List.of("lag"), name -> {
            int lag = name.integer("lag", 1);
            return w -> 2 * lag >= w.size ? 0 : asymmetry(w, lag);
        });
        all.add("augmented_dickey_fuller", List.of("attr", "autolag"), name -> {
            String wanted = name.choice("attr", "teststat", "pvalue", "usedlag");
            name.choice("autolag", "AIC");
            return w -> part(w.once("unit root", () -> UnitRootTest.of(w.values)), wanted);
        });
    }

    /** Of as many terms as there are, divided by their number. */
    private static double autocorrelation(Window w, int lag) {
        return covariance(w, lag) / w.variance;
    }

    private static double covariance(Window w, int lag) {
        int terms = w.size - lag;
        return Sums.of(i -> (w.values[i] - w.mean) * (w.values[i + lag] - w.mean), terms) / terms;
    }

    private static double aggregate(Window w, String kind, int lags) {
        if (w.variance < HARDLY_ANY_VARIANCE || w.size == 1) {
            return 0;
        }
        double[] all = new double[Math.min(lags, w.size - 1)];
        Arrays.setAll(all, i -> autocorrelation(w, i + 1));
        return switch (kind) {
            case "mean" -> Sums.mean(all);
            case "median" -> new Window(all).median();
            case "var" -> Sums.variance(all);
            default -> Math.sqrt(Sums.variance(all));
        };
    }

    private static double partial(Window w, int lag) {
        int most = Math.min(Math.max(PARTIAL_LAGS, lag), w.size / 2 - 1);
        if (most <= 0 || lag > most) {
            return Double.NaN;
        }
        double[] all = w.once("partial" + most, () -> durbinLevinson(w, most));
        return all[lag];
    }

    /** The recursion of Durbin (1960) and Levinson (1947), on covariances divided by the number of their terms. */
    private static double[] durbinLevinson(Window w, int lags) {
        double[] partial = new double[lags + 1];
        double[] covariances = new double[lags + 1];
        Arrays.setAll(covariances, lag -> covariance(w, lag));
        double[] coefficients = new double[lags + 1];
        double error = covariances[0];
        partial[0] = 1;
        for (int k = 1; k <= lags; k++) {
            double rest = covariances[k];
            for (int j = 1; j < k; j++) {
                rest -= coefficients[j] * covariances[k - j];
            }
            double reflection = rest / error;
            double[] old = coefficients.clone();
            for (int j = 1; j < k; j++) {
                coefficients[j] = old[j] - reflection * old[k - j];
            }
            coefficients[k] = reflection;
            partial[k] = reflection;
            error *= 1 - reflection * reflection;
        }
        return partial;
    }

    /** A constant and one coefficient for each lag, by least squares. */
    private static double[] autoregression(Window w, int order) {
        return w.once("ar" + order, () -> {
            int rows = w.size - order;
            double[] y = new double[Math.max(0, rows)];
            double[][] x = new double[Math.max(0, rows)][order];
            for (int t = 0; t < rows; t++) {
                y[t] = w.values[order + t];
                for (int lag = 1; lag <= order; lag++) {
                    x[t][lag - 1] = w.values[order + t - lag];
                }
            }
            return LeastSquares.fit(y, x, order).coefficients();
        });
    }

    private static double part(UnitRootTest test, String wanted) {
        return switch (wanted) {
            case "teststat" -> test.statistic();
            case "pvalue" -> test.pValue();
            default -> test.lags();
        };
    }

    private static double asymmetry(Window w, int lag) {
        double[] x = w.values;
        int terms = w.size - 2 * lag;
        return Sums.of(i -> x[i + 2 * lag] * x[i + 2 * lag] * x[i + lag] - x[i + lag] * x[i] * x[i], terms) / terms;
    }
}
