package io.trainyard.training.ledger;

import io.trainyard.training.ledger.Recovered.OfKey;
import io.trainyard.training.ledger.Recovered.OfStrategy;
import io.trainyard.training.ledger.Recovered.OfTraining;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a ledger knows as lines of text, one for each thing that it knows, and back. */
final class StateText {

    static final String PREFIX = "state ";

    private StateText() {}

    static List<String> write(Recovered known) {
        List<Fields> lines = new ArrayList<>();
        known.budgets().values().forEach(mark -> lines.add(EventText.mark(new Fields("budget"), mark)));
        for (OfStrategy of : known.strategies().values()) {
            lines.add(of("strategy", of)
                    .put("fingerprint", of.fingerprint())
                    .put("deployed", of.deployedAt())
                    .put("stopped", of.stopped()));
            of.trainings()
                    .forEach((name, training) -> lines.add(of("training", of)
                            .put("training", name)
                            .put(
                                    "claimed",
                                    training.claimed().stream()
                                            .map(Instant::toString)
                                            .collect(Collectors.joining(",")))
                            .put("failures", training.failures())
                            .put("paused", training.paused())));
            of.versions().forEach((key, version) -> lines.add(version(of("model", of), key, version)));
            of.open().forEach(run -> lines.add(run(of("run", of), run)));
        }
        return lines.stream().map(StateText::line).toList();
    }

    private static String line(Fields fields) {
        StringBuilder line = new StringBuilder(PREFIX);
        fields.writeTo(line);
        return line.toString();
    }

    private static Fields of(String kind, OfStrategy strategy) {
        return new Fields(kind).put("strategy", strategy.name());
    }

    private static Fields version(Fields fields, String key, OfKey of) {
        fields.put("key", key).put("committed", of.committed());
        Activation published = of.published();
        return published == null
                ? fields
                : fields.put("published", published.version())
                        .put("entry", published.sequence())
                        .put("at", published.at())
                        .put("slices", published.slices())
                        .put("run", published.run());
    }

    private static Fields run(Fields fields, OpenRun run) {
        return fields.put("run", run.run())
                .put("training", run.training())
                .put("due", run.due())
                .put("stage", run.stage())
                .put("attempt", run.attempt())
                .put("until", run.until())
                .put("reserved", run.reserved())
                .put("budget", run.budget())
                .put("committed", versions(run.committed()))
                .put("published", versions(run.published()));
    }

    private static String versions(Map<String, Long> versions) {
        // a key may hold a comma
        return new TreeMap<>(versions)
                .entrySet().stream()
                        .map(of -> of.getValue() + ":" + of.getKey())
                        .collect(Collectors.joining("\n"));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param entries the sequence number of the last entry in it
     * @throws RuntimeException if that wrote something else
     */
    static Recovered read(long entries, List<String> lines) {
        Map<String, BudgetMark> budgets = new HashMap<>();
        Map<String, OfStrategy> strategies = new HashMap<>();
        for (String line : lines) {
            if (!line.startsWith(PREFIX)) {
                throw new IllegalArgumentException("\"" + line + "\" says nothing of the state");
            }
            Fields fields = Fields.read(line, PREFIX.length());
            if (fields.kind().equals("budget")) {
                BudgetMark mark = EventText.mark(fields);
                budgets.put(mark.budget(), mark);
            } else {
                String name = fields.text("strategy");
                OfStrategy of = strategies.getOrDefault(
                        name, new OfStrategy(name, "", Instant.EPOCH, false, Map.of(), Map.of(), List.of()));
                strategies.put(name, with(of, fields));
            }
        }
        return new Recovered(entries, strategies, budgets, List.of());
    }

    private static OfStrategy with(OfStrategy of, Fields fields) {
        String fingerprint = of.fingerprint();
        Instant deployed = of.deployedAt();
        boolean stopped = of.stopped();
        Map<String, OfTraining> trainings = new HashMap<>(of.trainings());
        Map<String, OfKey> versions = new HashMap<>(of.versions());
        List<OpenRun> open = new ArrayList<>(of.open());
        switch (fields.kind()) {
            case "strategy" -> {
                fingerprint = fields.text("fingerprint");
                deployed = fields.instant("deployed");
                stopped = Boolean.parseBoolean(fields.text("stopped"));
            }
            case "training" -> trainings.put(fields.text("training"), training(fields));
            case "model" -> versions.put(fields.text("key"), version(fields));
            case "run" -> open.add(run(fields));
            default -> throw new IllegalArgumentException("\"" + fields.kind() + "\" is nothing that has a state");
        }
        return new OfStrategy(of.name(), fingerprint, deployed, stopped, trainings, versions, open);
    }

    private static OfTraining training(Fields fields) {
        return new OfTraining(
                words(fields.text("claimed"), ",").map(InstantText::read).toList(),
                Math.toIntExact(fields.number("failures")),
                fields.has("paused") ? fields.text("paused") : null);
    }

    private static OfKey version(Fields fields) {
        Activation published = !fields.has("published")
                ? null
                : new Activation(
                        fields.number("entry"),
                        fields.instant("at"),
                        fields.number("slices"),
                        fields.text("key"),
                        fields.number("published"),
                        fields.number("run"));
        return new OfKey(fields.number("committed"), published);
    }

    private static OpenRun run(Fields fields) {
        return new OpenRun(
                fields.number("run"),
                fields.text("training"),
                fields.instant("due"),
                OpenRun.Stage.valueOf(fields.text("stage")),
                Math.toIntExact(fields.number("attempt")),
                fields.has("until") ? fields.instant("until") : null,
                fields.duration("reserved"),
                fields.has("budget") ? fields.text("budget") : null,
                versionsIn(fields.text("committed")),
                versionsIn(fields.text("published")));
    }

    private static Map<String, Long> versionsIn(String text) {
        return words(text, "\n")
                .collect(Collectors.toMap(
                        word -> word.substring(word.indexOf(':') + 1),
                        word -> Long.parseLong(word.substring(0, word.indexOf(':')))));
    }

    private static Stream<String> words(String text, String separator) {
        return text.isEmpty() ? Stream.empty() : Stream.of(text.split(separator, -1));
    }
}
