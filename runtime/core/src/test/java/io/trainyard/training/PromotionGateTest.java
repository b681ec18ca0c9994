package io.trainyard.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Better;
import io.trainyard.Plan;
import io.trainyard.store.Birth;
import io.trainyard.store.Commit;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PromotionGateTest {

    private static final ObjectKey MODEL = ObjectKey.of("model");
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final PromotionGate LOWER = PromotionGate.on("rmse", Better.LOWER);

    private final MemoryStore store = new MemoryStore(Quota.of(Plan.FREE));

    private static Commit scored(double rmse) {
        return Commit.of(MODEL, new byte[] {1}, Birth.at(START).withMetrics(Map.of("rmse", rmse)));
    }

    private static double rmse(ModelVersion version) {
        return rmse(version.birth().metrics());
    }

    private static double rmse(Map<String, Double> metrics) {
        return Objects.requireNonNull(metrics.get("rmse"));
    }

    @ParameterizedTest
    @CsvSource({
        // better, by, min, max, champion, candidate, passes
        "LOWER,  0,    -Infinity, Infinity, 0.5,  0.5,   true",
        "LOWER,  0,    -Infinity, Infinity, 0.5,  0.51,  false",
        "LOWER,  0.25, -Infinity, Infinity, 0.5,  0.25,  true",
        "LOWER,  0.25, -Infinity, Infinity, 0.5,  0.26,  false",
        "HIGHER, 0,    -Infinity, Infinity, 1.5,  1.5,   true",
        "HIGHER, 0,    -Infinity, Infinity, 1.5,  1.49,  false",
        "HIGHER, 0.5,  -Infinity, Infinity, 1.5,  2,     true",
        "HIGHER, 0.5,  -Infinity, Infinity, 1.5,  1.99,  false",
        "HIGHER, 0.5,  -Infinity, Infinity, -1.5, -1,    true",
        "HIGHER, 0,    1,         Infinity, ,     1,     true",
        "HIGHER, 0,    1,         Infinity, ,     0.99,  false",
        "HIGHER, 0,    1,         Infinity, 0.1,  0.99,  false",
        "LOWER,  0,    -Infinity, 0.2,      ,     0.2,   true",
        "LOWER,  0,    -Infinity, 0.2,      ,     0.21,  false",
        "LOWER,  9,    -Infinity, Infinity, ,     100,   true",
    })
    void a_metric_decides(
            Better better,
            double by,
            double min,
            double max,
            @Nullable Double champion,
            double candidate,
            boolean passes) {
        PromotionGate gate = PromotionGate.on("m", better).by(by).atLeast(min).atMost(max);

        assertThat(gate.refusal(Map.of("m", candidate), champion == null ? null : Map.of("m", champion))
                        .isEmpty())
                .isEqualTo(passes);
    }

    @Test
    void a_candidate_without_the_metric_is_refused_and_a_champion_without_it_is_no_match() {
        assertThat(LOWER.refusal(Map.of("mae", 0.1), null))
                .get()
                .asString()
                .contains("training.metric(\"rmse\", value)");
        assertThat(LOWER.refusal(Map.of("rmse", 0.1), Map.of("mae", 0.01))).isEmpty();
    }

    @Test
    void says_why() {
        assertThat(LOWER.refusal(Map.of("rmse", 0.6), Map.of("rmse", 0.5)))
                .contains("its rmse of 0.6 is not at most 0.5, and the champion has 0.5");
        assertThat(PromotionGate.judging("accepts", (candidate, champion) -> false)
                        .refusal(Map.of("rmse", 0.6), null))
                .contains("accepts says no to {rmse=0.6}, with no champion yet");
    }

    @Test
    void a_gate_that_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> PromotionGate.on(" ", Better.LOWER)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PromotionGate.on("rmse", Better.LOWER).by(-0.1))
                .hasMessageContaining("take 0 for no worse");
        assertThatThrownBy(() -> PromotionGate.on("rmse", Better.LOWER).by(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> PromotionGate.on("rmse", Better.LOWER).atLeast(2).atMost(1))
                .hasMessageContaining("swap them");
    }

    @Test
    void a_candidate_meets_the_champion_of_the_moment_in_which_it_is_saved() {
        store.commit(scored(0.5));
        List<Map<String, Double>> met = new ArrayList<>();
        PromotionGate gate = PromotionGate.judging("accepts", (candidate, champion) -> {
            met.add(champion);
            if (met.size() == 1) {
                store.commit(scored(0.1)); // somebody else, between the look and the save
            }
            return rmse(candidate) < rmse(champion);
        });

        Promotion promotion = Promotion.of(store, scored(0.3), gate, null);

        assertThat(met).isEqualTo(List.of(Map.of("rmse", 0.5), Map.of("rmse", 0.1)));
        assertThat(promotion.refusal()).isNotNull();
        assertThat(promotion.version().candidate()).isTrue();
        assertThat(store.head(MODEL).map(version -> rmse(version))).contains(0.1);
    }

    @Test
    void no_champion_is_followed_by_a_worse_one_however_many_save_at_once() throws Exception {
        ExecutorService savers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Random random = new Random(i);
                all.add(savers.submit(() -> {
                    for (int j = 0; j < 10; j++) {
                        Promotion.of(store, scored(random.nextDouble()), LOWER, null);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            savers.shutdownNow();
        }

        List<ModelVersion> versions = store.versions(MODEL);
        assertThat(versions).hasSize(40);
        double best = Double.POSITIVE_INFINITY;
        for (ModelVersion version : versions) {
            // refused means worse than the champion then, promoted means no worse
            assertThat(version.candidate()).isEqualTo(rmse(version) > best);
            best = Math.min(best, rmse(version));
        }
    }

    @Test
    void a_training_that_writes_its_field_itself_has_no_gate() {
        ModelSlot<String> slot = new ModelSlot<String>(
                        new ModelCell("model"),
                        io.trainyard.store.ObjectType.of(String.class),
                        io.trainyard.Format.TEXT,
                        () -> null,
                        value -> {})
                .gated(LOWER);

        assertThatThrownBy(() -> TrainingJob.writing(
                        new TrainingDefinition("refit", List.of(), List.of("model")), List.of(slot), () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("let the method return the model");
    }
}
