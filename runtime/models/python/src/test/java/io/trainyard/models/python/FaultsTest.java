package io.trainyard.models.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Resolution;
import io.trainyard.host.BacktestResult;
import io.trainyard.host.Trainyard;
import io.trainyard.market.BarSeries;
import io.trainyard.market.Subscription;
import io.trainyard.market.data.BarSource;
import io.trainyard.training.Outcome;
import io.trainyard.training.TrainingRun;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Weeks in which all trainings but Sunday's meet an exception, a crash or a hang in Python. Property
 * {@code trainyard.python.faults} says how many of those there are.
 */
final class FaultsTest {

    private static final int FAULTS = Integer.getInteger("trainyard.python.faults", 18);
    private static final Instant SUNDAY = Instant.parse("2023-01-01T00:00:00Z");

    @Test
    void goes_on_with_the_last_good_model_whatever_python_does() {
        int days = 14 + FAULTS * 7 / 6;
        try (PythonBridge python = PythonBridge.open(PythonScript.resource(getClass(), "scales.py"), Pythons.plain())) {
            FaultyModule.use(python);

            BacktestResult result = Trainyard.backtest(FaultyStrategy.class)
                    .bars(new Days(days))
                    .from(LocalDate.parse("2023-01-01"))
                    .run();

            long good = result.trainings().stream()
                    .filter(run -> run.outcome() instanceof Outcome.Succeeded)
                    .count();
            long bad = result.trainings().stream()
                    .filter(run ->
                            run.outcome() instanceof Outcome.Failed || run.outcome() instanceof Outcome.OverLimit)
                    .count();
            assertThat(good).isEqualTo((days + 6) / 7);
            assertThat(result.trainings())
                    .extracting(TrainingRun::outcome)
                    .filteredOn(Outcome.Succeeded.class::isInstance)
                    .allSatisfy(outcome -> assertThat(((Outcome.Succeeded) outcome)
                                    .versions()
                                    .get(0)
                                    .birth()
                                    .codec())
                            .isEqualTo("python/1"));
            assertThat(bad).isEqualTo(result.trainings().size() - good).isGreaterThanOrEqualTo(FAULTS);
        }
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    private record Days(int count) implements BarSource {
        @Override
        public String description() {
            return "a line with a wave";
        }

        @Override
        public List<Subscription> available() {
            return List.of();
        }

        @Override
        public BarSeries load(Subscription subscription) {
            BarSeries.Builder bars = BarSeries.of("TEST", Resolution.DAILY);
            for (int day = -10; day < count; day++) {
                Instant start = SUNDAY.plus(Duration.ofDays(day));
                double price = 100 + day * 0.25 + 3 * Math.sin(day);
                bars.add(
                        start.toEpochMilli(),
                        start.plus(Duration.ofDays(1)).toEpochMilli(),
                        price,
                        price + 1,
                        price - 1,
                        price + 0.5,
                        1000);
            }
            return bars.build();
        }
    }
}
