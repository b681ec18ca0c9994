package io.trainyard.console;

import io.trainyard.host.BacktestRun;
import io.trainyard.training.TrainingRun;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** One line at the beginning, one for each tenth of a long way. */
final class LineProgress implements Progress {

    private final PrintWriter err;
    private Instant from = Instant.EPOCH;
    private Duration way = Duration.ZERO;
    private long tenths;

    LineProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void start(String strategy, BacktestRun run) {
        from = run.from();
        way = Duration.between(run.from(), run.to());
        err.println("running " + strategy + " over " + run.bars() + " bars");
    }

    @Override
    public void trained(TrainingRun run) {
        reached(run.due());
    }

    @Override
    public void reached(Instant at) {
        long reached = way.isZero() ? 10 : Duration.between(from, at).toMillis() * 10 / way.toMillis();
        if (reached > tenths && reached < 10) {
            tenths = reached;
            err.println(reached * 10 + " %");
        }
    }

    @Override
    public void stop() {}
}
