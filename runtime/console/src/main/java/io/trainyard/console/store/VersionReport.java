package io.trainyard.console.store;

import io.trainyard.store.DamagedObjectException;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.TrainedBy;
import io.trainyard.store.VersionEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A version as it is printed; what is not known is null, as is most where it is damaged.
 *
 * @param key its key
 * @param number its number
 * @param current whether it is the one that readers get
 * @param candidate whether it was kept, but not published
 * @param pinned whether it stays until it is unpinned
 * @param damage what is wrong with it, null if nothing was found
 * @param size bytes
 * @param sha256 checksum of the bytes
 * @param savedAt market time from which on it can be seen
 * @param committedAt wall-clock time of its commit
 * @param dataEnd market time of the last data that went into it
 * @param training the name of the training that made it
 * @param run the id of that training's run
 * @param start market time at which the run began
 * @param end market time at which it ended
 * @param took machine time that it took
 * @param code fingerprint of the code that trained
 * @param codec in which form the bytes are
 * @param parameters what it was trained with
 * @param metrics what the training reported
 * @param note for people
 */
record VersionReport(
        String key,
        long number,
        boolean current,
        boolean candidate,
        boolean pinned,
        @Nullable String damage,
        long size,
        @Nullable String sha256,
        @Nullable Instant savedAt,
        @Nullable Instant committedAt,
        @Nullable Instant dataEnd,
        @Nullable String training,
        @Nullable String run,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Duration took,
        @Nullable String code,
        @Nullable String codec,
        SortedMap<String, String> parameters,
        SortedMap<String, Double> metrics,
        @Nullable String note) {

    private static final TrainedBy NOBODY = new TrainedBy("", null, null, null, null, null);

    /** All versions of a key, by what is known of them without reading their bytes. */
    static List<VersionReport> of(StoreBackend store, StoredKey key) {
        List<VersionReport> reports = new ArrayList<>();
        VersionEntry head = key.current().orElse(null);
        for (VersionEntry entry : key.entries()) {
            try {
                Optional<ModelVersion> version = store.manifest(key.key(), entry.number());
                // else it went since it was listed
                version.ifPresent(found -> reports.add(of(found, entry.equals(head))));
            } catch (DamagedObjectException e) {
                reports.add(damaged(key.key().value(), entry, entry.equals(head), e.damage()));
            }
        }
        return List.copyOf(reports);
    }

    static VersionReport of(ModelVersion version, boolean current) {
        TrainedBy run = Optional.ofNullable(version.birth().trainedBy()).orElse(NOBODY);
        return new VersionReport(
                version.key(),
                version.number(),
                current,
                version.candidate(),
                version.pinned(),
                null,
                version.size(),
                version.sha256(),
                version.savedAt(),
                version.committedAt(),
                version.dataEnd(),
                version.training(),
                run.run(),
                run.start(),
                run.end(),
                run.took(),
                run.code(),
                version.birth().codec(),
                version.birth().parameters(),
                version.birth().metrics(),
                version.birth().note());
    }

    private static VersionReport damaged(String key, VersionEntry entry, boolean current, String damage) {
        return new VersionReport(
                key,
                entry.number(),
                current,
                entry.candidate(),
                entry.pinned(),
                damage,
                entry.size(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new TreeMap<>(),
                new TreeMap<>(),
                null);
    }

    /** Such as {@code current, pinned}; empty for plain history. */
    String marks() {
        List<String> marks = new ArrayList<>();
        if (current) {
            marks.add("current");
        }
        if (candidate) {
            marks.add("candidate");
        }
        if (pinned) {
            marks.add("pinned");
        }
        if (damage != null) {
            marks.add("DAMAGED: " + damage);
        }
        return String.join(", ", marks);
    }
}
