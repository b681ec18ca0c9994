package io.trainyard.console.store;

import io.trainyard.store.DiskStore;
import io.trainyard.store.Quota;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoreProvider;
import io.trainyard.time.WallClock;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.ParameterException;

/** Where a store is: in a folder of this machine, or where a module on the class path reaches it. */
public sealed interface StorePlace {

    /** What such places may look like, for help texts. */
    String PLACES = "a path, a file: URI, jdbc:postgresql://host/database?user=...&project=..., or"
            + " s3://bucket/prefix?catalogue=jdbc:...";

    /** Opens the store; makes it if it is not there. */
    StoreBackend open(Quota quota, WallClock clock);

    /** How to call the place where others read along: without what may be a secret. */
    String shown();

    /**
     * The place that a user named.
     *
     * @param named a path, or a location as {@link StoreProvider} has them
     * @param misuse makes the exception for what is none, or should not stand on a command line
     */
    static StorePlace of(String named, Function<String, ParameterException> misuse) {
        if (PlaceWords.isPath(named)) {
            return new Folder(PlaceWords.path(named, misuse));
        }
        PlaceWords.refusePassword(named, misuse);
        PlaceWords.refuseUnknown(named, misuse);
        return new Shared(named);
    }

    /**
     * The place of one strategy's store below one that a user named. Strategies, and what runs them, do not meet there: a
     * folder has one for each strategy; a location that names no project, or no prefix, gets one of both names.
     *
     * @param named as in {@link #of}
     * @param kind what runs the strategy, such as {@code live}
     */
    static StorePlace of(String named, String kind, String strategy, Function<String, ParameterException> misuse) {
        StorePlace place = of(named, misuse);
        return place instanceof Folder folder
                ? new Folder(folder.path().resolve(strategy))
                : new Shared(PlaceWords.withProject(named, kind + "/" + strategy));
    }

    /** A folder of this machine. */
    record Folder(Path path) implements StorePlace {
        @Override
        public StoreBackend open(Quota quota, WallClock clock) {
            return DiskStore.open(path, quota, clock);
        }

        @Override
        public String shown() {
            return path.toString();
        }
    }

    /** Where several machines may reach it. */
    record Shared(String location) implements StorePlace {
        @Override
        public StoreBackend open(Quota quota, WallClock clock) {
            return StoreProvider.at(location, quota, clock);
        }

        @Override
        public String shown() {
            return StoreProvider.withoutSecrets(location)
                    + PlaceWords.project(location).map(project -> "?project=" + project).orElse("");
        }
    }
}
