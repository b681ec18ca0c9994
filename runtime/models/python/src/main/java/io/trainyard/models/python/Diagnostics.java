package io.trainyard.models.python;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a worker and its libraries print: each line to the log, the last ones kept for the message of its end. */
final class Diagnostics implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(PythonBridge.class);
    private static final int KEPT = 20;
    private static final int LONGEST = 2000;

    private final BufferedReader printed;
    private final String worker;
    private final Deque<String> last = new ArrayDeque<>();

    Diagnostics(InputStream printed, String worker) {
        this.printed = new BufferedReader(new InputStreamReader(printed, StandardCharsets.UTF_8));
        this.worker = worker;
    }

    @Override
    public void run() {
        try (printed) {
            for (String line = line(); line != null; line = line()) {
                LOG.info("{}: {}", worker, line);
                keep(line);
            }
        } catch (IOException e) {
            LOG.debug("{}: what it prints can no longer be read", worker, e);
        }
    }

    /** The next line; what is beyond its longest length is left out, whatever a library prints without end. */
    private @Nullable String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int next = printed.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = printed.read()) {
            if (line.length() < LONGEST) {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private synchronized void keep(String line) {
        last.addLast(line);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    synchronized String last() {
        return String.join("\n", last);
    }
}
