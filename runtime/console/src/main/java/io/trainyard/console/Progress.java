package io.trainyard.console;

import io.trainyard.host.BacktestListener;
import io.trainyard.host.BacktestRun;
import java.io.PrintWriter;

/** Shows how far a backtest is: a bar on a terminal, plain lines elsewhere. */
interface Progress extends BacktestListener {

    /** The backtest begins. */
    void start(String strategy, BacktestRun run);

    /** The backtest is over. */
    void stop();

    static Progress to(PrintWriter err, boolean interactive) {
        return interactive ? new BarProgress() : new LineProgress(err);
    }
}
