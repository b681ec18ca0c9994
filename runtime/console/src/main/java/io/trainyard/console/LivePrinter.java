package io.trainyard.console;

import io.trainyard.console.BacktestReport.Fate;
import io.trainyard.console.BacktestReport.Saved;
import io.trainyard.console.BacktestReport.Training;
import io.trainyard.host.HostListener;
import io.trainyard.host.HostStatus;
import io.trainyard.host.Live;
import io.trainyard.host.LiveRun;
import io.trainyard.host.Restoration;
import io.trainyard.host.StrategyFailedException;
import io.trainyard.portfolio.Order;
import io.trainyard.store.ModelVersion;
import io.trainyard.time.WallClock;
import io.trainyard.training.ModelState;
import io.trainyard.training.ModelStatus;
import io.trainyard.training.StartedRun;
import io.trainyard.training.TrainingRun;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints what happens to a live strategy, as it happens. Called on several threads; one line at a time. */
final class LivePrinter implements HostListener {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ROOT);

    private final PrintWriter out;
    private final ZoneId zone;
    private final WallClock clock;
    private final boolean json;
    private final Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    private int orders;
    private int filled;
    private List<ModelStatus> models = List.of();
    private boolean ready;

    LivePrinter(PrintWriter out, ZoneId zone, WallClock clock, boolean json) {
        this.out = out;
        this.zone = zone;
        this.clock = clock;
        this.json = json;
    }

    /** Starts it, and tells what was restored before anything that happens then. */
    synchronized LiveRun start(Live live) {
        LiveRun run = live.listener(this).start();
        models = run.models();
        Instant now = run.status().asOf();
        run.restorations().forEach(restoration -> restored(restoration, now));
        return run;
    }

    private void restored(Restoration restoration, Instant now) {
        ModelVersion version = restoration.version();
        String key = restoration.key();
        if (version == null) {
            String problem = restoration.problem();
            print(LiveLine.of(
                            now,
                            problem == null ? "missing" : "unusable",
                            key + (problem == null ? ": nothing is stored yet" : ": " + TextReport.inOneLine(problem)))
                    .with("key", key)
                    .with("problem", problem));
            return;
        }
        String state = models.stream()
                .filter(model -> model.key().equals(key))
                .map(model -> word(model.state()))
                .findFirst()
                .orElse("");
        print(LiveLine.of(
                        now,
                        "restored",
                        key + " version " + version.number() + ", trained " + time(version.savedAt()) + ", " + state)
                .with("key", key)
                .with("version", version.number())
                .with("trainedAt", version.savedAt())
                .with("state", state));
    }

    @Override
    public synchronized void deployed(Instant at) {
        print(LiveLine.of(at, "deployed", ""));
        readiness(at);
    }

    @Override
    public synchronized void started(StartedRun run) {
        String id = id(run.training(), run.number(), run.attempt());
        print(LiveLine.of(run.startedAt(), "training", id + ", due " + time(run.due()) + ", limit " + run.limit())
                .with("run", id)
                .with("due", run.due())
                .with("limit", run.limit()));
    }

    @Override
    public synchronized void progressed(StartedRun run, double fraction, String text) {
        String id = id(run.training(), run.number(), run.attempt());
        print(LiveLine.of(
                        run.startedAt(),
                        "progress",
                        String.format(Locale.ROOT, "%s  %3.0f %%  %s", id, fraction * 100, text))
                .with("run", id)
                .with("fraction", fraction)
                .with("text", text));
    }

    @Override
    public synchronized void trained(TrainingRun run) {
        String id = id(run.training(), run.number(), run.attempt());
        Training training = Training.of(run, zone);
        fates.merge(training.fate(), 1, Integer::sum);
        String reason = training.reason();
        String what = reason != null
                ? TextReport.inOneLine(reason)
                : training.stored().stream()
                        .map(saved -> saved.key() + " version " + saved.version())
                        .collect(Collectors.joining(", "));
        print(LiveLine.of(run.settledAt(), training.fate().name().toLowerCase(Locale.ROOT), id + "  " + what)
                .with("run", id)
                .with("due", run.due())
                .with("reason", reason)
                .with("published", reason == null ? versions(training.stored()) : null));
        readiness(run.settledAt());
    }

    private static Map<String, Long> versions(List<Saved> saved) {
        return saved.stream().collect(Collectors.toMap(Saved::key, Saved::version));
    }

    @Override
    public synchronized void paused(String training, int failures) {
        print(LiveLine.of(clock.now(), "paused", training + ", after " + failures + " failures in a row")
                .with("training", training)
                .with("failures", failures));
    }

    @Override
    public synchronized void aged(ModelStatus model, Instant at) {
        ModelVersion version = model.version().orElse(null);
        String age = model.age(at).map(Duration::toString).orElse("");
        print(LiveLine.of(
                        at,
                        word(model.state()),
                        model.key()
                                + (version == null
                                        ? ""
                                        : " version " + version.number() + ", trained " + time(version.savedAt()))
                                + (model.state() == ModelState.STALE ? ", goes on serving" : ", is not used any more"))
                .with("key", model.key())
                .with("version", version == null ? null : version.number())
                .with("age", age));
        readiness(at);
    }

    @Override
    public synchronized void ordered(Order order) {
        orders++;
        print(line(order, order.placedAt(), "order", described(order)));
    }

    @Override
    public synchronized void orderSettled(Order order) {
        order.fill()
                .ifPresentOrElse(
                        fill -> {
                            filled++;
                            print(line(
                                            order,
                                            fill.at(),
                                            "filled",
                                            described(order)
                                                    + String.format(
                                                            Locale.ROOT,
                                                            " at %.4f, fee %.2f",
                                                            fill.price(),
                                                            fill.fee()))
                                    .with("price", fill.price())
                                    .with("fee", fill.fee()));
                        },
                        () -> print(line(
                                        order,
                                        order.placedAt(),
                                        order.status().name().toLowerCase(Locale.ROOT),
                                        described(order)
                                                + order.reason()
                                                        .map(reason -> ": " + TextReport.inOneLine(reason))
                                                        .orElse(""))
                                .with("reason", order.reason().orElse(null))));
    }

    private static LiveLine line(Order order, Instant at, String event, String text) {
        return LiveLine.of(at, event, text)
                .with("order", order.id())
                .with("symbol", order.symbol())
                .with("quantity", order.quantity());
    }

    private static String described(Order order) {
        String quantity = BigDecimal.valueOf(Math.abs(order.quantity()))
                .stripTrailingZeros()
                .toPlainString();
        return "#" + order.id() + "  " + (order.quantity() > 0 ? "buy " : "sell ") + quantity + " " + order.symbol();
    }

    @Override
    public synchronized void handlerHangs(String handler, Duration since, List<StackTraceElement> stack) {
        print(LiveLine.of(
                        clock.now(),
                        "hangs",
                        handler + " has not returned for " + since
                                + stack.stream().map(frame -> "\n    at " + frame).collect(Collectors.joining()))
                .with("handler", handler)
                .with("since", since)
                .with("stack", stack.stream().map(Object::toString).toList()));
    }

    @Override
    public synchronized void interrupted(String reason) {
        print(LiveLine.of(clock.now(), "feed lost", TextReport.inOneLine(reason)).with("reason", reason));
    }

    @Override
    public synchronized void resumed() {
        print(LiveLine.of(clock.now(), "feed back", ""));
    }

    @Override
    public synchronized void refreshed(ModelVersion version) {
        print(LiveLine.of(
                        clock.now(),
                        "refreshed",
                        version.key() + " version " + version.number() + ", which another process has saved")
                .with("key", version.key())
                .with("version", version.number()));
        readiness(clock.now());
    }

    @Override
    public synchronized void refreshFailed(String key, String reason) {
        print(LiveLine.of(clock.now(), "unusable", key + ": " + TextReport.inOneLine(reason))
                .with("key", key)
                .with("problem", reason));
    }

    /** The last line. */
    synchronized void ended(HostStatus status, @Nullable StrategyFailedException failure) {
        print(LiveLine.of(
                        status.asOf(),
                        failure == null ? "stopped" : "broke down",
                        String.format(
                                Locale.ROOT,
                                "%,d slices; %d trained, %d failed, %d refused; %d orders, %d filled",
                                status.slices(),
                                fates.getOrDefault(Fate.TRAINED, 0),
                                fates.getOrDefault(Fate.FAILED, 0),
                                fates.getOrDefault(Fate.REFUSED, 0),
                                orders,
                                filled))
                .with("slices", status.slices())
                .with("trained", fates.getOrDefault(Fate.TRAINED, 0))
                .with("failed", fates.getOrDefault(Fate.FAILED, 0))
                .with("refused", fates.getOrDefault(Fate.REFUSED, 0))
                .with("orders", orders)
                .with("filled", filled)
                .with("failure", failure == null ? null : failure.getMessage()));
    }

    /** Tells when handlers begin to be called, and when they no longer are. */
    private void readiness(Instant at) {
        boolean now = models.stream().allMatch(ModelStatus::isReady);
        if (now != ready) {
            ready = now;
            print(LiveLine.of(
                    at,
                    now ? "ready" : "not ready",
                    now ? "" : "handlers that need a model are not called until all of theirs are there"));
        }
    }

    /** Prints a line. */
    synchronized void print(LiveLine line) {
        out.println(json ? line.json(zone) : line.text(zone));
        out.flush();
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    private static String word(ModelState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** As logs call it. */
    private static String id(String training, int number, int attempt) {
        return training + "#" + number + (attempt == 1 ? "" : "." + attempt);
    }
}
