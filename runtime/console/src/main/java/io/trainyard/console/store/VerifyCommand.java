package io.trainyard.console.store;

import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoreCheck;
import io.trainyard.store.StoreCheck.Finding;
import io.trainyard.time.WallClock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads every byte. */
@Command(
        name = "verify",
        sortOptions = false,
        description = {
            "Reads every byte of every version against its SHA-256 checksum. Changes nothing.",
            "Where something is damaged it names the last version before it that is whole."
        },
        footer = {"", "Exit codes: 0 all is whole, 1 something is damaged, 2 the call was wrong."})
final class VerifyCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PREFIX",
            arity = "0..1",
            defaultValue = "",
            description = "How the keys begin. Default: all of them.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String prefix;

    @Mixin
    private StoreOptions options = new StoreOptions();

    private final WallClock clock;

    VerifyCommand(WallClock clock) {
        this.clock = clock;
    }

    /** What was found: versions that are whole, their bytes, and those that are not. */
    record Verdict(String store, int whole, long bytes, List<Damaged> damaged) {}

    /**
     * A damaged version.
     *
     * @param key its key
     * @param number its number
     * @param current whether readers get it
     * @param damage what is wrong
     * @param lastGood the number of the last whole version before it, null if there is none
     */
    record Damaged(
            String key,
            long number,
            boolean current,
            String damage,
            @Nullable Long lastGood) {
        static Damaged of(Finding finding) {
            return new Damaged(
                    finding.key().value(),
                    finding.number(),
                    finding.current(),
                    finding.damage(),
                    finding.lastGood() == null ? null : finding.lastGood().number());
        }
    }

    @Override
    public Integer call() {
        StoreBackend store = options.open(clock);
        StoreCheck check = StoreCheck.of(store, prefix);
        Verdict verdict = new Verdict(
                options.shown(),
                check.versions(),
                check.bytes(),
                check.findings().stream().map(Damaged::of).toList());
        options.print(verdict, text(verdict));
        return verdict.damaged().isEmpty() ? 0 : 1;
    }

    private static String text(Verdict verdict) {
        StringBuilder text = new StringBuilder();
        for (Damaged damaged : verdict.damaged()) {
            text.append(Text.line(
                    "DAMAGED  version %d of %s%s: %s\n         %s\n",
                    damaged.number(),
                    damaged.key(),
                    damaged.current() ? ", the current one" : "",
                    damaged.damage(),
                    remedy(damaged)));
        }
        return text
                + Text.line(
                        "%s of %s %s whole; %d damaged.\n",
                        Text.count(verdict.whole(), "version"),
                        Text.count(verdict.bytes(), "byte"),
                        verdict.whole() == 1 ? "is" : "are",
                        verdict.damaged().size());
    }

    private static String remedy(Damaged damaged) {
        if (damaged.lastGood() == null) {
            return damaged.current() ? "no version before it is whole: train again" : "no version before it is whole";
        }
        return "version " + damaged.lastGood() + " is the last good one"
                + (damaged.current() ? ": trainyard store rollback " + damaged.key() + " " + damaged.lastGood() : "");
    }
}
