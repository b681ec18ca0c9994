package io.trainyard.testkit.laws;

/**
 * What every strategy should obey. Most are tried by running it twice with one thing changed, each time with its classes loaded
 * anew, and comparing what it decides: its trainings and their models, what it saves, its orders and their fills.
 */
public enum Law {
    /** It runs to the end of the bars without a failure, and decides something; without that no other law says anything. */
    RUNS("runs on these bars and decides something"),

    /**
     * Its decisions up to a moment do not change with what comes after it: where the bars end there, where they go on otherwise,
     * and after a run over other bars in the same process. And its code opens no recording of the market by itself.
     */
    NO_LOOK_AHEAD("looks at nothing that has not happened yet"),

    /** It decides the same every time: on other threads, with another default zone and locale. */
    SAME_TWICE("decides the same twice"),

    /** A run leaves nothing behind that the next one in the same process sees: no static fields, no caches. */
    STATE_IN_FIELDS("keeps its state in its fields"),

    /** It decides the same whatever the clock of the machine shows. */
    NO_OTHER_CLOCK("reads no clock but the market's"),

    /**
     * It decides the same when its objects have other hash codes, where they have none of their own, and when
     * {@code Set.of} and {@code Map.of} come in another order: none of them is promised by anyone.
     */
    NO_HASH_ORDER("depends on no order that hash codes make"),

    /** It decides the same when the threads that it starts come to their turn at once and when they come late. */
    NO_THREAD_ORDER("depends on no thread's turn"),

    /** It decides the same in a backtest and live, in a replay in virtual time, where trainings have threads of their own. */
    REPLAY("decides the same in a backtest and in a replay"),

    /**
     * It decides the same when its process ends and another one goes on, between slices and in the middle of trainings, with what
     * the store and the ledger hold, and with the holdings that its broker has.
     */
    RESTART("decides the same when it is restarted"),

    /**
     * Its models are the same bytes again when they are read and written once more, and it decides the same with models that
     * were read from the store.
     */
    ROUND_TRIP("decides the same with models from the store"),

    /** No training takes longer than its limit. */
    WITHIN_LIMIT("trains within its limits"),

    /** The budget affords every training that is due. */
    WITHIN_BUDGET("trains within its budget");

    private final String words;

    Law(String words) {
        this.words = words;
    }

    /** The law, said of a strategy: {@code looks at nothing that has not happened yet}. */
    public String words() {
        return words;
    }
}
