package io.trainyard.console.store;

import io.trainyard.store.Birth;
import io.trainyard.store.Commit;
import io.trainyard.store.DamagedObjectException;
import io.trainyard.store.FileTree;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreBackend;
import io.trainyard.time.WallClock;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves a new version. */
@Command(
        name = "put",
        sortOptions = false,
        description = {
            "Saves a file, a folder or the standard input as the new current version of a key.",
            "Older versions stay. Where --store names a folder that is not there, or empty, a store is made."
        },
        footer = {
            "",
            "Examples:",
            "  trainyard store put sunday-trend/line line.json --expect 53",
            "  trainyard store put nets/lstm weights/ --data-end 2026-01-02T21:00:00Z --note \"from the laboratory\""
        })
final class PutCommand implements Runnable {

    private static final String MORE = "trainyard store put --help";

    @Parameters(index = "0", paramLabel = "KEY", converter = Words.ToKey.class, description = "The key.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ObjectKey key;

    @Parameters(index = "1", paramLabel = "PATH", description = "A file, a folder, or - for the standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String source;

    @Option(
            names = "--expect",
            paramLabel = "N",
            description = "Only if version N is still the current one; 0 if there must be none.")
    private @Nullable Long expect;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = Words.ToInstant.class,
            description = "Market time from which on it can be seen. Default: now.")
    private @Nullable Instant at;

    @Option(
            names = "--data-end",
            paramLabel = "INSTANT",
            converter = Words.ToInstant.class,
            description = "Market time of the last data that went into it. Default: not known.")
    private @Nullable Instant dataEnd;

    @Option(
            names = "--codec",
            paramLabel = "FORM",
            description = "In which form the bytes are, such as json. Default: that of the version before.")
    private @Nullable String codec;

    @Option(names = "--note", paramLabel = "TEXT", description = "A note for people.")
    private String note = "";

    @Mixin
    private StoreOptions options = new StoreOptions();

    private final WallClock clock;
    private final InputStream in;

    PutCommand(WallClock clock, InputStream in) {
        this.clock = clock;
        this.in = in;
    }

    @Override
    public void run() {
        if (expect != null && expect < 0) {
            throw options.misuse("--expect " + expect + " is no version: they count from 1, and 0 stands for none");
        }
        Source from = new Source(source, in);
        if (!from.isThere()) {
            throw options.misuse("there is no file or folder " + from + ": nothing was saved");
        }
        Source.Value value = from.value(MORE);
        if (value.codec() != null && codec != null) {
            throw options.misuse("--codec is for files, and " + from + " is a folder: leave it out");
        }
        StoreBackend store = options.openOrCreate(clock);
        String form = Optional.ofNullable(value.codec() == null ? codec : value.codec())
                .or(() -> before(store))
                .orElse("bytes");
        Instant now = clock.now();
        Birth birth = Birth.at(at == null ? now : at)
                .withDataEnd(dataEnd)
                .withCodec(form)
                .withNote(note);
        Commit commit = Commit.of(key, value.content(), birth);
        ModelVersion saved = store.commit(expect == null ? commit : commit.expecting(expect));
        VersionReport report = VersionReport.of(saved, true);
        options.print(
                report,
                Text.line("Saved version %d of %s, %s.\n", saved.number(), key, Text.count(saved.size(), "byte")));
    }

    /** The form of the current version, which a strategy reads, and would read this one in. */
    private Optional<String> before(StoreBackend store) {
        try {
            return store.head(key).map(version -> version.birth().codec()).filter(form -> !form.equals(FileTree.CODEC));
        } catch (DamagedObjectException e) {
            return Optional.empty();
        }
    }
}
