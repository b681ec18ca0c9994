package io.trainyard.console.store;

import io.trainyard.store.DiskStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/** Finds the folder of a store, and makes none where a name was mistyped. */
final class StoreFolder {

    /** Where {@code trainyard backtest} keeps the stores, one for each strategy. */
    private static final Path BACKTESTS = Path.of(".trainyard", "backtests");

    // two letters at least: C: is a drive
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*");

    private static final String MORE = "trainyard store --help";

    private StoreFolder() {}

    /**
     * The folder, which has a store.
     *
     * @param named what the user named, null for nothing
     * @param misuse makes the exception for a name that does not lead to a store
     */
    static Path find(@Nullable String named, Function<String, ParameterException> misuse) {
        Path root = named == null ? BACKTESTS : path(named, misuse);
        if (DiskStore.isAt(root)) {
            return root;
        }
        List<Path> within = within(root);
        if (within.size() == 1) {
            return within.get(0);
        }
        String what = "there is no store in the folder " + root;
        if (!within.isEmpty()) {
            throw misuse.apply(StoreRefusal.text(
                    what,
                    "it has the stores of " + within.size() + " strategies in it",
                    "say which one: "
                            + within.stream().map(path -> "--store " + path).collect(Collectors.joining(" or ")),
                    MORE));
        }
        throw misuse.apply(StoreRefusal.text(
                what,
                Files.isDirectory(root) ? "it has no objects/ and no lock, as a store has" : "there is no such folder",
                named == null
                        ? "run a backtest first, or say where the store is: --store FOLDER"
                        : "look for a mistyped letter: --store takes the folder that the strategy runs on",
                MORE));
    }

    /** The same, or the named folder if it is not there, or empty. */
    static Path findOrName(@Nullable String named, Function<String, ParameterException> misuse) {
        if (named != null) {
            Path root = path(named, misuse);
            if (Files.notExists(root) || (Files.isDirectory(root) && isEmpty(root))) {
                return root;
            }
        }
        return find(named, misuse);
    }

    private static Path path(String named, Function<String, ParameterException> misuse) {
        try {
            if (named.startsWith("file:")) {
                return Path.of(URI.create(named));
            }
            if (!SCHEME.matcher(named).matches()) {
                return Path.of(named);
            }
        } catch (IllegalArgumentException e) {
            throw misuse.apply(StoreRefusal.text(
                    "--store " + named + " is no folder",
                    String.valueOf(e.getMessage()),
                    "write a path, or a URI such as file:///var/trainyard/live",
                    MORE));
        }
        throw misuse.apply(StoreRefusal.text(
                "--store " + named + " is no folder",
                "this command line opens stores in folders of this machine",
                "write a path, or a URI such as file:///var/trainyard/live",
                MORE));
    }

    private static List<Path> within(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(DiskStore::isAt).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
