package io.trainyard.models.tribuo;

import org.tribuo.Trainer;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.sgd.linear.LinearSGDTrainer;
import org.tribuo.regression.sgd.objectives.SquaredLoss;

final class LinearRegressionTest extends RegressionContract {
    @Override
    Trainer<Regressor> trainer() {
        return new LinearSGDTrainer(new SquaredLoss(), new AdaGrad(0.1), 5, 1L);
    }
}
