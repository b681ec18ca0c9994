package io.trainyard.training.ledger;

import org.jspecify.annotations.Nullable;

/** Events as fields of a line, and back. */
final class EventText {

    private EventText() {}

    /** A line of the ledger: {@code 17 <market> <wall> due strategy=SundayTrend run=5 ...}. */
    static String write(LedgerEntry entry) {
        StringBuilder line = new StringBuilder(200);
        line.append(entry.sequence()).append(' ').append(entry.market()).append(' ');
        line.append(entry.wall()).append(' ');
        fields(entry.event()).writeTo(line);
        return line.toString();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws RuntimeException if that wrote something else
     */
    static LedgerEntry read(String line) {
        int first = Fields.endOfWord(line, 0);
        int second = Fields.endOfWord(line, first + 1);
        int third = Fields.endOfWord(line, second + 1);
        return new LedgerEntry(
                Long.parseLong(line.substring(0, first)),
                InstantText.read(line.substring(first + 1, second)),
                InstantText.read(line.substring(second + 1, third)),
                event(Fields.read(line, third + 1)));
    }

    private static Fields fields(RunEvent event) {
        if (event instanceof RunEvent.OfRun of) {
            return ofRun(of);
        } else if (event instanceof RunEvent.Deployed deployed) {
            return of("deployed", event).put("fingerprint", deployed.fingerprint());
        } else if (event instanceof RunEvent.Budgeted budgeted) {
            return mark(of("budget", event), budgeted.budget());
        } else if (event instanceof RunEvent.Paused paused) {
            return of("paused", event).put("training", paused.training()).putText("reason", paused.reason());
        } else if (event instanceof RunEvent.Resumed resumed) {
            return of("resumed", event).put("training", resumed.training());
        }
        return of("stopped", event);
    }

    private static Fields ofRun(RunEvent.OfRun event) {
        if (event instanceof RunEvent.Due due) {
            return run("due", event).put("training", due.training()).put("due", due.due());
        } else if (event instanceof RunEvent.Refused refused) {
            return run("refused", event).putText("reason", refused.reason());
        } else if (event instanceof RunEvent.Skipped skipped) {
            return run("skipped", event).putText("reason", skipped.reason());
        } else if (event instanceof RunEvent.Deferred deferred) {
            return run("deferred", event).put("until", deferred.until()).putText("reason", deferred.reason());
        } else if (event instanceof RunEvent.Started started) {
            return mark(
                    run("started", event).put("attempt", started.attempt()).put("reserved", started.reserved()),
                    started.budget());
        } else if (event instanceof RunEvent.Ended ended) {
            Fields fields = run("ended", event)
                    .put("attempt", ended.attempt())
                    .put("end", ended.end())
                    .put("took", ended.took())
                    .put("retry", ended.retryAt());
            return mark(fields, ended.budget()).putText("reason", ended.reason());
        } else if (event instanceof RunEvent.Committed committed) {
            return run("committed", event)
                    .put("key", committed.key())
                    .put("version", committed.version())
                    .put("candidate", committed.candidate() ? "true" : null);
        } else if (event instanceof RunEvent.Placed placed) {
            return run("placed", event)
                    .put("key", placed.key())
                    .put("version", placed.version())
                    .put("slices", placed.slices());
        }
        RunEvent.Published published = (RunEvent.Published) event;
        return run("published", event)
                .put("key", published.key())
                .put("version", published.version())
                .put("slices", published.slices());
    }

    private static Fields of(String kind, RunEvent event) {
        return new Fields(kind).put("strategy", event.strategy());
    }

    private static Fields run(String kind, RunEvent.OfRun event) {
        return of(kind, event).put("run", event.run());
    }

    static Fields mark(Fields fields, @Nullable BudgetMark mark) {
        return mark == null
                ? fields
                : fields.put("budget", mark.budget()).put("level", mark.level()).put("asof", mark.asOf());
    }

    static BudgetMark mark(Fields fields) {
        return new BudgetMark(fields.text("budget"), fields.duration("level"), fields.instant("asof"));
    }

    private static RunEvent event(Fields fields) {
        String strategy = fields.text("strategy");
        return switch (fields.kind()) {
            case "deployed" -> new RunEvent.Deployed(strategy, fields.text("fingerprint"));
            case "budget" -> new RunEvent.Budgeted(strategy, mark(fields));
            case "paused" -> new RunEvent.Paused(strategy, fields.text("training"), fields.text("reason"));
            case "resumed" -> new RunEvent.Resumed(strategy, fields.text("training"));
            case "stopped" -> new RunEvent.Stopped(strategy);
            default -> ofRun(strategy, fields.number("run"), fields);
        };
    }

    private static RunEvent ofRun(String strategy, long run, Fields fields) {
        return switch (fields.kind()) {
            case "due" -> new RunEvent.Due(strategy, run, fields.text("training"), fields.instant("due"));
            case "refused" -> new RunEvent.Refused(strategy, run, fields.text("reason"));
            case "skipped" -> new RunEvent.Skipped(strategy, run, fields.text("reason"));
            case "deferred" -> new RunEvent.Deferred(strategy, run, fields.instant("until"), fields.text("reason"));
            case "started" ->
                new RunEvent.Started(
                        strategy,
                        run,
                        Math.toIntExact(fields.number("attempt")),
                        fields.duration("reserved"),
                        fields.has("budget") ? mark(fields) : null);
            case "ended" ->
                new RunEvent.Ended(
                        strategy,
                        run,
                        Math.toIntExact(fields.number("attempt")),
                        RunEnd.valueOf(fields.text("end")),
                        fields.duration("took"),
                        fields.text("reason"),
                        fields.has("retry") ? fields.instant("retry") : null,
                        fields.has("budget") ? mark(fields) : null);
            case "committed" ->
                new RunEvent.Committed(
                        strategy, run, fields.text("key"), fields.number("version"), fields.has("candidate"));
            case "placed" ->
                new RunEvent.Placed(
                        strategy, run, fields.text("key"), fields.number("version"), fields.number("slices"));
            case "published" ->
                new RunEvent.Published(
                        strategy, run, fields.text("key"), fields.number("version"), fields.number("slices"));
            default -> throw new IllegalArgumentException("\"" + fields.kind() + "\" is no event");
        };
    }
}
