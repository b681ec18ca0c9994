package io.trainyard.console.store;

/** A command was understood and not carried out; the message says what, why, what to do instead, and where to read on. */
public final class StoreRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreRefusal(String what, String why, String fix, String more) {
        super(text(what, why, fix, more));
    }

    static String text(String what, String why, String fix, String more) {
        return what + "\n    why:  " + why + "\n    fix:  " + fix + "\n    more: " + more;
    }
}
