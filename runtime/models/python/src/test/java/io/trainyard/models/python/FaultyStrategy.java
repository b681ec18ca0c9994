package io.trainyard.models.python;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.training.Training;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Trains well on Sundays; on the other days something goes wrong in Python. */
@Strategy(zone = "UTC", modules = FaultyModule.class)
@Subscribe(symbol = "TEST", resolution = Resolution.DAILY)
final class FaultyStrategy {

    private final PythonBridge python;
    private final Random random = new Random(7);
    private double expected = Double.NaN;

    @Stored("faulty/scale")
    @Nullable
    PythonModel scale;

    FaultyStrategy(PythonBridge python) {
        this.python = python;
    }

    @Train(
            day = {
                DayOfWeek.SUNDAY,
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY,
                DayOfWeek.SATURDAY
            },
            at = "08:00",
            limit = "PT1S")
    PythonModel fit(History history, Training training) {
        DayOfWeek day = training.startedAt().atOffset(ZoneOffset.UTC).getDayOfWeek();
        if (day == DayOfWeek.SUNDAY) {
            double[] closes = history.closes("TEST", 5);
            double[][] rows = new double[closes.length][];
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                rows[i] = new double[] {closes[i]};
                sum += closes[i];
            }
            PythonModel model = python.train(training, PythonInput.empty().matrix("x", rows));
            expected = sum / closes.length;
            return model;
        }
        String fault = List.of("raises", "dies", "spins").get(random.nextInt(3));
        PythonInput input = PythonInput.empty();
        switch (fault) {
            case "raises" -> input = input.text("text", "not today");
            case "dies" -> input = input.whole("code", random.nextInt(200));
            default -> {}
        }
        python.call(fault, input);
        throw new AssertionError(fault + " came back");
    }

    @OnData
    void trade(Slice slice) {
        double close = slice.bar(0).close();
        double forecast = python.call(
                        "predict",
                        Objects.requireNonNull(scale),
                        PythonInput.empty().matrix("x", new double[] {close}))
                .vector()[0];
        if (Math.abs(forecast - (close - expected)) > 1e-9) {
            throw new AssertionError(slice.time() + ": " + forecast + " for " + (close - expected));
        }
    }
}
