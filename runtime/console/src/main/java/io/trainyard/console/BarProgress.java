package io.trainyard.console;

import io.trainyard.host.BacktestRun;
import io.trainyard.training.TrainingRun;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar over the days of market time, with the trainings counted beside it. */
final class BarProgress implements Progress {

    private Instant from = Instant.EPOCH;
    private @Nullable ProgressBar bar;
    private int trainings;

    @Override
    public void start(String strategy, BacktestRun run) {
        from = run.from();
        bar = new ProgressBarBuilder()
                .setTaskName(strategy)
                .setUnit(" days", 1)
                .setInitialMax(Duration.between(run.from(), run.to()).toDays())
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build();
    }

    @Override
    public void trained(TrainingRun run) {
        trainings++;
        step(run.due());
    }

    @Override
    public void reached(Instant at) {
        step(at);
    }

    private void step(Instant at) {
        if (bar != null) {
            bar.stepTo(Duration.between(from, at).toDays());
            bar.setExtraMessage(trainings + " trainings");
        }
    }

    @Override
    public void stop() {
        if (bar != null) {
            bar.close();
        }
    }
}
