package io.trainyard.console.store;

import io.trainyard.Plan;
import io.trainyard.store.Quota;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.Usage;
import io.trainyard.time.WallClock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which store is meant, what it may hold, and how to print. */
final class StoreOptions {

    /** Opened so, a store drops nothing, whatever the strategy that runs on it may keep. */
    private static final Quota EVERYTHING = new Quota(Long.MAX_VALUE, Integer.MAX_VALUE);

    @Option(
            names = "--store",
            paramLabel = "PLACE",
            order = 90,
            description = "The store: " + StorePlace.PLACES + "; or a folder with one store in it."
                    + " Default: .trainyard/backtests, where backtests keep theirs. Passwords come from PGPASSWORD or"
                    + " ~/.pgpass, and from where the AWS SDK looks.")
    private @Nullable String store;

    @Option(
            names = "--plan",
            paramLabel = "PLAN",
            order = 91,
            description =
                    "The plan that the strategy runs with: ${COMPLETION-CANDIDATES}. A save then makes room as the"
                            + " strategy does, by dropping the oldest history. Default: FREE, and no save drops anything.")
    private @Nullable Plan plan;

    @Option(
            names = "--quota",
            paramLabel = "BYTES/OBJECTS",
            order = 92,
            converter = Words.ToQuota.class,
            description = "In place of a plan, such as 20000000/500.")
    private @Nullable Quota quota;

    @Option(names = "--json", order = 93, description = "Print JSON.")
    private boolean json;

    // no -V beside it, as some commands take --version N
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 99,
            description = "Show this help message and exit.")
    @SuppressWarnings("UnusedVariable") // picocli shows it
    private boolean help;

    private @Nullable StorePlace opened;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    /** The store, to look into it, or to remove or mark something; nothing is dropped by opening it. */
    StoreBackend open(WallClock clock) {
        return place(StoreFolder::find).open(EVERYTHING, clock);
    }

    /** The store, to save something into it within its quota. */
    StoreBackend openToSave(WallClock clock) {
        return openToSave(place(StoreFolder::find), clock);
    }

    /** The same; where the folder is named, and there is none, or nothing in it, a store is made. */
    StoreBackend openOrCreate(WallClock clock) {
        return openToSave(place(StoreFolder::findOrName), clock);
    }

    /** How to call the store that was opened. */
    String shown() {
        return opened == null ? "" : opened.shown();
    }

    /** Finds the folder of a store. */
    private interface Finding {
        Path in(@Nullable Path named, Function<String, ParameterException> misuse);
    }

    private StorePlace place(Finding folder) {
        StorePlace named = store == null ? null : StorePlace.of(store, this::misuse);
        StorePlace place = named == null
                ? new StorePlace.Folder(folder.in(null, this::misuse))
                : named instanceof StorePlace.Folder path
                        ? new StorePlace.Folder(folder.in(path.path(), this::misuse))
                        : named;
        opened = place;
        return place;
    }

    private StoreBackend openToSave(StorePlace place, WallClock clock) {
        Optional<Quota> said = said();
        StoreBackend all = place.open(EVERYTHING, clock);
        if (said.isEmpty()) {
            return new KeepingStore(all, quota(), command.qualifiedName() + " --help");
        }
        Usage usage = all.usage();
        long held = usage.bytes() + usage.historyBytes();
        // what opening it with this quota would drop at once, so the quota is not the one that it is used with
        if (held > Math.max(said.get().maxBytes(), usage.bytes() + usage.pinnedBytes())) {
            throw new StoreRefusal(
                    "nothing was saved into " + place.shown(),
                    Text.line(
                            "it holds %,d bytes with its history, more than the %,d of %s: much would be dropped",
                            held, said.get().maxBytes(), quotaName()),
                    "say the plan that the strategy runs with, or thin the history out first: trainyard store gc --keep 10",
                    command.qualifiedName() + " --help");
        }
        return place.open(said.get(), clock);
    }

    /** What the store may hold. */
    Quota quota() {
        return said().orElse(Quota.of(Plan.FREE));
    }

    /** How to call that. */
    String quotaName() {
        return quota != null ? "--quota" : "plan " + (plan == null ? Plan.FREE : plan);
    }

    private Optional<Quota> said() {
        if (plan != null && quota != null) {
            throw misuse("--plan and --quota each say what the store may hold: give one of them");
        }
        return Optional.ofNullable(plan == null ? quota : Quota.of(plan));
    }

    /** Whether JSON is wanted. */
    boolean json() {
        return json;
    }

    /** Prints the report, or the text that says the same. */
    void print(Record report, String text) {
        PrintWriter out = command.commandLine().getOut();
        out.print(json ? Json.of(report) + "\n" : text);
        out.flush();
    }

    /** Where questions and notes go. */
    PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** The call is wrong. */
    ParameterException misuse(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
