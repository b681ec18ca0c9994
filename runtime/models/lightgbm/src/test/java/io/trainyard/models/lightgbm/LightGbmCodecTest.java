package io.trainyard.models.lightgbm;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.trainyard.store.ModelCodecContract;
import java.util.Random;

/** Twenty trees over three columns, on one thread. */
final class LightGbmCodecTest extends ModelCodecContract<LGBMBooster> {

    private static final String PARAMETERS = "objective=regression num_leaves=7 min_data_in_leaf=5 num_threads=1 "
            + "deterministic=true force_row_wise=true seed=5 verbosity=-1";
    private static final int COLUMNS = 3;

    @Override
    protected Class<LGBMBooster> type() {
        return LGBMBooster.class;
    }

    @Override
    protected String id() {
        return "lightgbm";
    }

    @Override
    protected LGBMBooster train() throws LGBMException {
        Random random = new Random(9);
        double[] x = new double[500 * COLUMNS];
        float[] y = new float[500];
        for (int row = 0; row < y.length; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                x[row * COLUMNS + column] = random.nextGaussian();
            }
            y[row] = (float) (x[row * COLUMNS] * x[row * COLUMNS + 1]);
        }
        LGBMDataset data = LGBMDataset.createFromMat(x, y.length, COLUMNS, true, PARAMETERS, null);
        data.setField("label", y);
        LGBMBooster booster = LGBMBooster.create(data, PARAMETERS);
        for (int tree = 0; tree < 20; tree++) {
            booster.updateOneIter();
        }
        return booster;
    }

    @Override
    protected double[] predict(LGBMBooster booster) throws LGBMException {
        double[] x = new double[40 * COLUMNS];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i * 37 % 101 - 50) / 25.0;
        }
        return booster.predictForMat(x, 40, COLUMNS, true, PredictionType.C_API_PREDICT_NORMAL, "num_threads=1");
    }
}
