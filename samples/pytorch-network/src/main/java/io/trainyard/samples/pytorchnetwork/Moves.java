package io.trainyard.samples.pytorchnetwork;

import io.trainyard.market.Bar;
import java.util.List;

/**
 * How far a price moved from one open to the next, in standard deviations of these moves: numbers around 0, which a network can be trained with
 * whatever the price is.
 *
 * @param scaled logarithmic moves over their deviation, oldest first
 * @param untilLastClose how far it moved from the open before the last to the last close, in the same unit
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Moves(double[] scaled, double untilLastClose) {

    /**
     * The moves between bars.
     *
     * @param demanded how many moves there have to be
     * @throws IllegalStateException if there are fewer, or the price does not move
     */
    static Moves of(List<Bar> bars, int demanded) {
        if (bars.size() <= demanded) {
            throw new IllegalStateException(
                    (demanded + 1) + " days are needed, and " + bars.size() + " are known so far");
        }
        double[] moves = new double[bars.size() - 1];
        double squares = 0;
        for (int i = 0; i < moves.length; i++) {
            moves[i] = Math.log(bars.get(i + 1).open() / bars.get(i).open());
            squares += moves[i] * moves[i];
        }
        double deviation = Math.sqrt(squares / moves.length);
        if (deviation == 0) {
            throw new IllegalStateException("the price has not moved for " + moves.length + " days");
        }
        for (int i = 0; i < moves.length; i++) {
            moves[i] /= deviation;
        }
        double until = Math.log(
                bars.get(bars.size() - 1).close() / bars.get(bars.size() - 2).open());
        return new Moves(moves, until / deviation);
    }

    double beforeLast() {
        return scaled[scaled.length - 2];
    }
}
