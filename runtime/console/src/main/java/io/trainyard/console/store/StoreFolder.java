package io.trainyard.console.store;

import io.trainyard.store.DiskStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/** Finds the folder of a store, and makes none where a name was mistyped. */
final class StoreFolder {

    /** Where {@code trainyard backtest} keeps the stores, one for each strategy. */
    private static final Path BACKTESTS = Path.of(".trainyard", "backtests");

    private static final String MORE = "trainyard store --help";

    private StoreFolder() {}

    /**
     * The folder, which has a store.
     *
     * @param named what the user named, null for nothing
     * @param misuse makes the exception for a name that does not lead to a store
     */
    static Path find(@Nullable Path named, Function<String, ParameterException> misuse) {
        Path root = named == null ? BACKTESTS : named;
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
    static Path findOrName(@Nullable Path named, Function<String, ParameterException> misuse) {
        if (named != null && (Files.notExists(named) || (Files.isDirectory(named) && isEmpty(named)))) {
            return named;
        }
        return find(named, misuse);
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
