package io.trainyard.learning;

/**
 * Data or settings that a method cannot work with; the message says what, why, what to do instead, and where to read
 * on.
 */
public final class UnfitDataException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** With what was given, why it does not do, and what to do instead. */
    public UnfitDataException(String what, String why, String fix) {
        super(what + ".\n    why:  " + why + "\n    fix:  " + fix + "\n    more: runtime/learning/README.md");
    }
}
