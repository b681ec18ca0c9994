package io.trainyard.models.xgboost;

import io.trainyard.store.ModelCodecContract;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Twenty trees over three columns, on one thread. */
final class BoosterCodecTest extends ModelCodecContract<Booster> {

    private static final Map<String, Object> PARAMETERS =
            Map.of("objective", "reg:squarederror", "max_depth", 3, "eta", 0.3, "nthread", 1, "seed", 5);
    private static final int COLUMNS = 3;

    @Override
    protected Class<Booster> type() {
        return Booster.class;
    }

    @Override
    protected String id() {
        return "xgboost";
    }

    @Override
    protected Booster train() throws XGBoostError {
        return XGBoost.train(data(), PARAMETERS, 20, Map.of(), null, null);
    }

    @Override
    protected Optional<Booster> trainOn(Booster booster) throws XGBoostError {
        return Optional.of(XGBoost.train(data(), PARAMETERS, 5, Map.of(), null, null, null, 0, booster));
    }

    private static DMatrix data() throws XGBoostError {
        Random random = new Random(9);
        float[] x = new float[500 * COLUMNS];
        float[] y = new float[500];
        for (int row = 0; row < y.length; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                x[row * COLUMNS + column] = (float) random.nextGaussian();
            }
            y[row] = x[row * COLUMNS] * x[row * COLUMNS + 1] + 0.1f * (float) random.nextGaussian();
        }
        DMatrix data = new DMatrix(x, y.length, COLUMNS, Float.NaN);
        data.setLabel(y);
        return data;
    }

    @Override
    protected double[] predict(Booster booster) throws XGBoostError {
        float[] x = new float[40 * COLUMNS];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i * 37 % 101 - 50) / 25f;
        }
        DMatrix rows = new DMatrix(x, 40, COLUMNS, Float.NaN);
        try {
            float[][] said = booster.predict(rows);
            double[] predictions = new double[said.length];
            for (int i = 0; i < said.length; i++) {
                predictions[i] = said[i][0];
            }
            return predictions;
        } finally {
            rows.dispose();
        }
    }
}
