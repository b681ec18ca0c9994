package io.trainyard.models.tribuo;

import io.trainyard.store.ModelCodecContract;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/** A regression of Tribuo's over two columns. */
@SuppressWarnings("rawtypes") // as a field would declare it: Model<Regressor> has no class object
abstract class RegressionContract extends ModelCodecContract<Model> {

    private static final String[] COLUMNS = {"momentum", "range"};
    private static final RegressionFactory REGRESSION = new RegressionFactory();

    abstract Trainer<Regressor> trainer();

    @Override
    protected Class<Model> type() {
        return Model.class;
    }

    @Override
    protected String id() {
        return "tribuo";
    }

    /** Its provenance holds the time of the training. */
    @Override
    protected boolean repeatable() {
        return false;
    }

    @Override
    protected Model train() {
        Random random = new Random(3);
        MutableDataset<Regressor> rows = new MutableDataset<>(
                new SimpleDataSourceProvenance(
                        "a plane with noise", OffsetDateTime.of(2024, 3, 10, 8, 0, 0, 0, ZoneOffset.UTC), REGRESSION),
                REGRESSION);
        for (int row = 0; row < 300; row++) {
            double[] x = {random.nextGaussian(), random.nextGaussian()};
            double y = 1 + 2 * x[0] - x[1] + 0.1 * random.nextGaussian();
            rows.add(new ArrayExample<>(new Regressor("return", y), COLUMNS, x));
        }
        return trainer().train(rows);
    }

    @Override
    @SuppressWarnings("unchecked")
    protected double[] predict(Model model) {
        double[] predictions = new double[40];
        for (int i = 0; i < predictions.length; i++) {
            double[] x = {(i - 20) / 7.0, (20 - i % 13) / 5.0};
            Regressor said = (Regressor) model.predict(new ArrayExample<>(new Regressor("return", 0), COLUMNS, x))
                    .getOutput();
            predictions[i] = said.getValues()[0];
        }
        return predictions;
    }
}
