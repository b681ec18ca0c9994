package io.trainyard.store;

import io.trainyard.time.WallClock;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Opens back ends by what one writes on a command line or in a configuration:
 *
 * <pre>
 * models                                                     a folder ({@link DiskStore})
 * file:models                                                the same
 * jdbc:postgresql://host/database?project=sunday-trend       PostgreSQL
 * s3://bucket/sunday-trend?catalogue=jdbc:postgresql://...   S3
 * </pre>
 *
 * <p>A module that has a back end registers its provider with {@link ServiceLoader}; to have it on the class path is all
 * that it takes.
 */
public interface StoreProvider {

    /** How the locations begin that it opens, such as {@code s3:}. */
    String start();

    /**
     * Opens the store.
     *
     * @param location begins with {@link #start()}, in upper or lower case
     * @throws StoreException if the store cannot be reached, or the location says too little
     */
    StoreBackend open(String location, Quota quota, WallClock wallClock);

    /**
     * The store at this location.
     *
     * @throws StoreException if it cannot be opened, or nothing on the class path opens such a location
     */
    static StoreBackend at(String location, Quota quota) {
        return at(location, quota, WallClock.system());
    }

    /**
     * The same, with commits dated by this clock.
     *
     * @throws StoreException if it cannot be opened, or nothing on the class path opens such a location
     */
    static StoreBackend at(String location, Quota quota, WallClock wallClock) {
        if (location.isBlank()) {
            throw unknown(location, List.of());
        }
        if (begins(location, "file:")) {
            String path = location.substring("file:".length());
            // file:///models is the folder /models, as everywhere
            return DiskStore.open(Path.of(path.startsWith("///") ? path.substring(2) : path), quota, wallClock);
        }
        List<StoreProvider> providers = ServiceLoader.load(StoreProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(StoreProvider::start))
                .toList();
        for (StoreProvider provider : providers) {
            if (begins(location, provider.start())) {
                return provider.open(location, quota, wallClock);
            }
        }
        // one letter and a colon is a drive of Windows
        if (location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            throw unknown(location, providers);
        }
        return DiskStore.open(Path.of(location), quota, wallClock);
    }

    private static boolean begins(String location, String start) {
        return location.toLowerCase(Locale.ROOT).startsWith(start.toLowerCase(Locale.ROOT));
    }

    private static StoreException unknown(String location, List<StoreProvider> providers) {
        String known = Stream.concat(
                        Stream.of("a folder", "file:"), providers.stream().map(StoreProvider::start))
                .collect(Collectors.joining(", "));
        String kind = location.isBlank() ? "it is empty" : "nothing here opens what begins so";
        return new StoreException(
                "the object store \"" + withoutSecrets(location) + "\" was not opened",
                kind + "; known are " + known,
                "mend the location, or put the module of the back end on the class path",
                "the javadoc of io.trainyard.store.StoreProvider",
                null);
    }

    /** A location as messages may show it: without what follows the question mark, and without a password. */
    static String withoutSecrets(String location) {
        String place = location.contains("?") ? location.substring(0, location.indexOf('?')) : location;
        return place.replaceAll("//[^/@]*@", "//");
    }
}
