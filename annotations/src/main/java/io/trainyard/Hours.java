package io.trainyard;

/** Which sessions of a market count. */
public enum Hours {
    /** The regular sessions only. */
    REGULAR("regular"),
    /** The regular sessions and what is traded before and after them. */
    EXTENDED("extended");

    private final String word;

    Hours(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
