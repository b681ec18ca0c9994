package io.trainyard.training.ledger;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Trains until it is killed, from four threads, two of which share a strategy and race for its occasions; says after each entry
 * what it was. Run as a process of its own.
 */
final class TrainingProgram {

    static final Retention SMALL_SEGMENTS = new Retention(5_000, 1_000_000);
    static final Duration RESERVED = Duration.ofSeconds(10);
    static final Duration USED = Duration.ofSeconds(1);
    static final Instant EPOCH = Instant.parse("2024-01-01T00:00:00Z");

    private final RunLedger ledger;
    private final Object budgetLock = new Object();
    private Duration level;

    private TrainingProgram(RunLedger ledger, Duration level) {
        this.ledger = ledger;
        this.level = level;
    }

    public static void main(String[] args) {
        DiskLedger ledger = DiskLedger.open(Path.of(args[0]), InstantSource.system(), SMALL_SEGMENTS);
        long seed = Long.parseLong(args[1]);
        Recovered found = ledger.recover();
        TrainingProgram program = new TrainingProgram(
                ledger, found.budget("all").map(BudgetMark::level).orElse(Duration.ZERO));
        found.strategies().values().forEach(program::takeUp);
        for (int i = 0; i < 4; i++) {
            String strategy = "S" + Math.min(i, 2);
            Random random = new Random(seed * 4 + i);
            Instant handled = found.strategy(strategy)
                    .flatMap(of -> of.training("fit"))
                    .map(of -> of.handledBy(Instant.MAX, EPOCH))
                    .orElse(EPOCH);
            new Thread(() -> program.train(strategy, handled, random)).start();
        }
    }

    private void takeUp(Recovered.OfStrategy strategy) {
        strategy.closing().forEach(event -> say(ledger.append(EPOCH, event)));
        for (OpenRun run : strategy.open()) {
            if (!run.wasAtWork()) {
                say(ledger.append(EPOCH, new RunEvent.Skipped(strategy.name(), run.run(), "the process died")));
            }
        }
    }

    private void train(String strategy, Instant handled, Random random) {
        Instant due = handled;
        while (true) {
            due = due.plusSeconds(60);
            OptionalLong run = ledger.claim(due, strategy, "fit", due);
            if (run.isPresent()) {
                System.out.println("claimed " + strategy + " " + due + " " + run.getAsLong() + " .");
                train(strategy, due, run.getAsLong(), random);
            }
        }
    }

    private void train(String strategy, Instant at, long run, Random random) {
        int fate = random.nextInt(4);
        if (fate == 0) {
            say(ledger.append(at, new RunEvent.Refused(strategy, run, "no room")));
            return;
        }
        charge(RESERVED, mark -> new RunEvent.Started(strategy, run, 1, RESERVED, mark), at);
        boolean good = fate > 1;
        if (good) {
            say(ledger.append(at, new RunEvent.Committed(strategy, run, strategy + "/model", run)));
        }
        RunEnd end = good ? RunEnd.SUCCEEDED : RunEnd.FAILED;
        charge(USED.minus(RESERVED), mark -> new RunEvent.Ended(strategy, run, 1, end, USED, "", null, mark), at);
        if (good) {
            say(ledger.append(at, new RunEvent.Published(strategy, run, strategy + "/model", run, run)));
        }
    }

    private void charge(
            Duration change, java.util.function.Function<@Nullable BudgetMark, RunEvent> event, Instant at) {
        LedgerEntry entry;
        synchronized (budgetLock) {
            level = level.plus(change);
            entry = ledger.append(at, event.apply(new BudgetMark("all", level, at)));
        }
        say(entry);
    }

    private static void say(LedgerEntry entry) {
        // one call, so that lines of different threads do not mix
        System.out.println(
                "entry " + entry.sequence() + " " + EventText.write(entry).hashCode() + " . .");
    }
}
