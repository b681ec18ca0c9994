package io.trainyard.models.tribuo;

import org.tribuo.Trainer;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.rtree.CARTRegressionTrainer;

final class RegressionTreeTest extends RegressionContract {
    @Override
    Trainer<Regressor> trainer() {
        return new CARTRegressionTrainer(5);
    }
}
