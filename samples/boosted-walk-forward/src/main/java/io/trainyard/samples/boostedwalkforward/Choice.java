package io.trainyard.samples.boostedwalkforward;

import io.trainyard.learning.UnfitDataException;
import io.trainyard.learning.splits.Fold;
import io.trainyard.training.Training;
import java.util.Arrays;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;

/**
 * How many trees a booster is to have: the number with which boosters had the least loss on the tests of a walk forward, on months that came
 * after those that each was trained on. The loss of the best of three is a little lower than it will be.
 *
 * @param trees how many
 * @param loss the mean logarithmic loss out of sample, each example weighed by its uniqueness; log 2 for a coin
 * @param baseline that of a guess: the share of rises among the examples that each was trained on
 * @param folds how many tests there were
 */
record Choice(int trees, double loss, double baseline, int folds) {

    private static final int[] TREES = {5, 20, 60};

    /** Chooses; ends with the training where that is not to go on. */
    static Choice among(Examples examples, List<Fold> folds, Training training) {
        if (folds.isEmpty()) {
            throw new UnfitDataException(
                    "no test of the walk forward is over yet",
                    "without one nobody knows how good a model is.",
                    "deploy on a longer history, or walk in shorter windows.");
        }
        double baseline = loss(folds, examples, fold -> {
            double[] guesses = new double[fold.test().length];
            Arrays.fill(guesses, share(examples, fold.train()));
            return guesses;
        });
        Choice best = null;
        for (int trees : TREES) {
            double loss = loss(folds, examples, fold -> {
                training.checkpoint();
                return tested(examples, fold, trees);
            });
            if (best == null || loss < best.loss) {
                best = new Choice(trees, loss, baseline, folds.size());
            }
        }
        return best;
    }

    /** How much better than a guess. */
    double edge() {
        return baseline - loss;
    }

    private static double[] tested(Examples examples, Fold fold, int trees) {
        Booster booster = Trees.train(examples, fold.train(), trees, 0);
        try {
            return Trees.predict(
                    booster, Arrays.stream(fold.test()).mapToObj(examples::row).toArray(double[][]::new));
        } finally {
            booster.dispose();
        }
    }

    /** What says, for each example of the test of a fold, how probable a rise is. */
    private interface Forecast {
        double[] of(Fold fold);
    }

    private static double loss(List<Fold> folds, Examples examples, Forecast forecast) {
        double sum = 0;
        double total = 0;
        for (Fold fold : folds) {
            double[] probabilities = forecast.of(fold);
            int[] test = fold.test();
            double[] weights = examples.weights(test);
            for (int i = 0; i < test.length; i++) {
                double right = examples.rises(test[i]) ? probabilities[i] : 1 - probabilities[i];
                sum -= weights[i] * Math.log(Math.max(right, 1e-9));
                total += weights[i];
            }
        }
        return sum / total;
    }

    private static double share(Examples examples, int[] some) {
        double[] weights = examples.weights(some);
        double rising = 0;
        double total = 0;
        for (int i = 0; i < some.length; i++) {
            rising += examples.rises(some[i]) ? weights[i] : 0;
            total += weights[i];
        }
        return rising / total;
    }
}
