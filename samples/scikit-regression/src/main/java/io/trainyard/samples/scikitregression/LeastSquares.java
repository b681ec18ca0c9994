package io.trainyard.samples.scikitregression;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.SLMTrainer;
import org.tribuo.regression.slm.SparseLinearModel;

/** Least squares by Tribuo: its stepwise trainer, allowed to take every feature. */
final class LeastSquares {

    private static final RegressionFactory OUTPUTS = new RegressionFactory();
    private static final String[] FEATURES =
            IntStream.rangeClosed(1, Lags.DAYS).mapToObj(lag -> "lag " + lag).toArray(String[]::new);

    /** Tribuo logs each feature that it takes; held here, since a logger that nobody holds forgets its level. */
    private static final Logger LOG = Logger.getLogger(SLMTrainer.class.getName());

    static {
        LOG.setLevel(Level.WARNING);
    }

    private LeastSquares() {}

    static SparseLinearModel fit(Lags lags) {
        MutableDataset<Regressor> data =
                new MutableDataset<>(new SimpleDataSourceProvenance("returns", OUTPUTS), OUTPUTS);
        for (int i = 0; i < lags.rows().length; i++) {
            data.add(new ArrayExample<>(new Regressor("return", lags.targets()[i]), FEATURES, lags.rows()[i]));
        }
        boolean normalized = true; // and so with an intercept
        return new SLMTrainer(normalized).train(data, Map.of());
    }

    /** The return expected after a day with this row, in percent. */
    static double predict(SparseLinearModel model, double[] row) {
        return model.predict(new ArrayExample<>(new Regressor("return", Double.NaN), FEATURES, row))
                .getOutput()
                .getValues()[0];
    }
}
