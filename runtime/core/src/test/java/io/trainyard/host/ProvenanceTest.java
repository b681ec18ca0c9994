package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.weekdays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Plan;
import io.trainyard.schedule.Schedule;
import io.trainyard.store.Birth;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.training.CodeFingerprint;
import io.trainyard.training.Outcome;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingOfThread;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a version tells of the training that made it. */
final class ProvenanceTest {

    private static final ObjectKey MODEL = ObjectKey.of("model");

    private final MemoryStore store = new MemoryStore(Quota.of(Plan.FREE));
    private final DeclaredByHand strategy = new DeclaredByHand().due(Schedule.atDeployment());

    private BacktestResult run() {
        return new Backtest(strategy)
                .bars(weekdays("2013-09-02", "2013-10-31"))
                .from(LocalDate.parse("2013-10-07"))
                .to(LocalDate.parse("2013-10-14"))
                .store(store)
                .run();
    }

    @Test
    void a_version_tells_of_its_run_its_code_its_parameters_and_its_metrics() {
        strategy.trains(host -> () -> {
            host.training().parameter("window", "60");
            host.training().metric("rmse", 0.5);
            host.training().metric("rmse", 0.12);
            return "model";
        });

        run();

        ModelVersion version = store.head(MODEL).orElseThrow();
        Instant deployment = Instant.parse("2013-10-07T04:00:00Z");
        assertThat(version.birth().parameters()).isEqualTo(Map.of("window", "60"));
        assertThat(version.birth().metrics()).isEqualTo(Map.of("rmse", 0.12));
        assertThat(version.dataEnd()).isEqualTo(Instant.parse("2013-10-04T20:00:00Z"));
        var trainedBy = Objects.requireNonNull(version.birth().trainedBy());
        assertThat(trainedBy.training()).isEqualTo("fit");
        assertThat(trainedBy.run()).isEqualTo("by-hand#1");
        assertThat(trainedBy.start()).isEqualTo(deployment);
        assertThat(trainedBy.end()).isEqualTo(deployment);
        assertThat(trainedBy.took()).isPositive();
        assertThat(trainedBy.code())
                .isEqualTo(CodeFingerprint.of(DeclaredByHand.class).orElseThrow());
    }

    @Test
    void an_attempt_tells_nothing_of_the_one_before_that_failed() {
        strategy.policy(RunPolicy.standard().retrying(1, Duration.ofMinutes(1))).trains(host -> () -> {
            if (host.training().attempt() == 1) {
                host.training().metric("rmse", 9);
                throw new IllegalStateException("no convergence");
            }
            host.training().metric("sharpe", 1);
            return "model";
        });

        run();

        Birth birth = store.head(MODEL).orElseThrow().birth();
        assertThat(birth.metrics()).isEqualTo(Map.of("sharpe", 1.0));
        assertThat(Objects.requireNonNull(birth.trainedBy()).run()).isEqualTo("by-hand#1.2");
    }

    @Test
    void a_metric_that_is_not_finite_fails_the_training() {
        strategy.trains(host -> () -> {
            host.training().metric("rmse", Double.NaN);
            return "model";
        });

        assertThat(run().trainings().get(0).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).startsWith("the metric \"rmse\" is NaN"));
        assertThat(store.contains(MODEL)).isFalse();
    }

    @Test
    void a_name_that_is_blank_or_a_text_that_is_too_long_fails_the_training() {
        strategy.trains(host -> () -> {
            assertThatThrownBy(() -> host.training().parameter(" ", "60")).isInstanceOf(IllegalArgumentException.class);
            host.training().parameter("window", "6".repeat(Birth.MAX_TEXT));
            return "model";
        });

        assertThat(run().trainings().get(0).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("was not saved"));
    }

    @Test
    void outside_a_training_there_is_nothing_to_tell_of() {
        assertThatThrownBy(() -> TrainingOfThread.INSTANCE.metric("rmse", 1)).isInstanceOf(IllegalStateException.class);
    }
}
