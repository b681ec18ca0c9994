package io.trainyard.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to become of runs that have not begun yet. */
final class Script {

    private final Map<String, Deque<Directive>> next = new HashMap<>();
    private boolean completing;

    /** A script that holds on to runs of which it says nothing, or completes them. */
    Script(boolean completing) {
        this.completing = completing;
    }

    synchronized void completing(boolean all) {
        completing = all;
    }

    synchronized void add(String training, Directive directive) {
        next.computeIfAbsent(training, any -> new ArrayDeque<>()).add(directive);
    }

    /** What is to become of a run that begins; null if it is to wait until the test says so. */
    synchronized @Nullable Directive take(String training) {
        Directive directive = next.getOrDefault(training, new ArrayDeque<>()).poll();
        return directive != null ? directive : completing ? Directive.COMPLETE : null;
    }
}
