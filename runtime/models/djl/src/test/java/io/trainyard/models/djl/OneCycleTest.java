package io.trainyard.models.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** fastai's default schedule of learning rates, in DJL's loop. */
final class OneCycleTest {

    private static final String PYTORCH = "PyTorch";
    private static final int BATCHES = 10;
    private static final int EPOCHS = 4;

    @BeforeAll
    static void useOneThread() {
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    }

    @Test
    void rises_for_a_quarter_and_falls_for_the_rest() {
        OneCycle cycle = new OneCycle(0.01f, 100);

        // by fastai's combined_cos(0.25, 0.01 / 25, 0.01, 0.01 / 25e5) at 0, 0.05, 0.25, 0.5 and 0.99
        assertThat(cycle.getNewValue(1)).isCloseTo(0.0004f, within(1e-9f));
        assertThat(cycle.getNewValue(6)).isCloseTo(0.00131672f, within(1e-8f));
        assertThat(cycle.getNewValue(26)).isEqualTo(0.01f);
        assertThat(cycle.getNewValue(51)).isCloseTo(0.0075f, within(1e-8f));
        assertThat(cycle.getNewValue(100)).isCloseTo(4.38985e-6f, within(1e-9f));
        assertThat(cycle.getNewValue(1000)).isCloseTo(0.01f / 2_500_000, within(1e-12f));
    }

    @Test
    void a_training_takes_it_from_its_start_to_its_end() throws Exception {
        List<Integer> asked = new ArrayList<>();
        OneCycle cycle = new OneCycle(0.05f, BATCHES * EPOCHS);
        Engine.getEngine(PYTORCH).setRandomSeed(5);
        DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.l2Loss())
                .optOptimizer(Optimizer.sgd()
                        .setLearningRateTracker((parameter, update) -> {
                            asked.add(update);
                            return cycle.getNewValue(parameter, update);
                        })
                        .build());
        try (Network network = Network.of(SmallNetwork.class, PYTORCH);
                NDManager manager = NDManager.newBaseManager(PYTORCH);
                Trainer trainer = network.model().newTrainer(config)) {
            NDArray x = manager.arange(BATCHES * 40f).div(100).reshape(BATCHES * 20, 2);
            ArrayDataset data = new ArrayDataset.Builder()
                    .setData(x)
                    .optLabels(x.sum(new int[] {1}, true))
                    .setSampling(20, false)
                    .build();
            trainer.initialize(new Shape(20, 2));
            EasyTrain.fit(trainer, EPOCHS, data, null);
        }

        assertThat(asked.stream().distinct().sorted())
                .hasSize(BATCHES * EPOCHS)
                .startsWith(1)
                .endsWith(BATCHES * EPOCHS);
    }

    @Test
    void there_is_none_of_nothing() {
        assertThatThrownBy(() -> new OneCycle(0, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OneCycle(Float.NaN, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OneCycle(0.1f, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
