package io.trainyard.testkit.laws;

/**
 * Where the code of a strategy does something that is worth a look.
 *
 * @param kind what
 * @param what the call, as one would write it
 * @param where the file and the line
 */
record Place(Kind kind, String what, String where) {

    enum Kind {
        CLOCK,
        THREAD,
        RECORDING
    }

    @Override
    public String toString() {
        return what + " at " + where;
    }
}
