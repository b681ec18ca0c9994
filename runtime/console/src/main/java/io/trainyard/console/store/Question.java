package io.trainyard.console.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Asks before something is removed; who does not answer has not agreed. */
final class Question {

    private final PrintWriter err;
    private final InputStream in;

    Question(PrintWriter err, InputStream in) {
        this.err = err;
        this.in = in;
    }

    /**
     * Asks.
     *
     * @throws StoreRefusal unless the answer is yes
     */
    void demand(String question, String more) {
        err.print(question + " [y/N] ");
        err.flush();
        String answer = line().strip().toLowerCase(Locale.ROOT);
        if (!answer.equals("y") && !answer.equals("yes")) {
            throw new StoreRefusal(
                    "nothing was removed",
                    answer.isEmpty() ? "nobody said yes" : "the answer was \"" + answer + "\", not yes",
                    "answer y, or say it beforehand: --yes",
                    more);
        }
    }

    /** One line and no byte more: what follows is not for us. */
    private String line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0 && next != '\n' && line.size() < 100; next = in.read()) {
                line.write(next);
            }
        } catch (IOException e) {
            return "";
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
