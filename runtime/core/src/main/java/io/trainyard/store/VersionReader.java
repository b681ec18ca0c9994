package io.trainyard.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads through the few steps that every back end has, and looks for the last good version where one is damaged. */
final class VersionReader {

    private VersionReader() {}

    /** The entry of the current version. */
    static Optional<VersionEntry> current(List<VersionEntry> entries) {
        return entries.stream().filter(entry -> !entry.candidate()).max(Comparator.comparingLong(VersionEntry::number));
    }

    static Optional<ModelVersion> head(StoreBackend store, ObjectKey key) {
        while (true) {
            Optional<VersionEntry> current = current(store.list(key));
            Optional<ModelVersion> found = current.flatMap(entry -> store.manifest(key, entry.number()));
            // else it went between the two looks
            if (current.isEmpty() || found.isPresent()) {
                return found;
            }
        }
    }

    static Optional<StoredObject> newest(StoreBackend store, ObjectKey key) {
        while (true) {
            Optional<VersionEntry> current = current(store.list(key));
            try {
                Optional<StoredObject> found = current.flatMap(entry -> store.version(key, entry.number()));
                if (current.isEmpty() || found.isPresent()) {
                    return found;
                }
            } catch (DamagedObjectException e) {
                throw e.offering(lastGood(store, key, e.number(), version -> !version.candidate()));
            }
        }
    }

    static Optional<StoredObject> asOf(StoreBackend store, ObjectKey key, AsOf view) {
        while (true) {
            try {
                Optional<ModelVersion> chosen = view.newest(store.versions(key));
                Optional<StoredObject> found = chosen.flatMap(version -> store.version(key, version.number()))
                        // a copy may have taken the place of a version that was deleted in between
                        .filter(object -> view.sees(object.version()));
                if (chosen.isEmpty() || found.isPresent()) {
                    return found;
                }
            } catch (DamagedObjectException e) {
                throw e.offering(lastGood(store, key, e.number(), view::sees));
            }
        }
    }

    /** The newest whole version before this one that could replace it. */
    static Optional<ModelVersion> lastGood(
            StoreBackend store, ObjectKey key, long number, Predicate<ModelVersion> couldReplace) {
        List<VersionEntry> older = new ArrayList<>(store.list(key));
        older.removeIf(entry -> entry.number() >= number);
        older.sort(Comparator.comparingLong(VersionEntry::number).reversed());
        for (VersionEntry entry : older) {
            try {
                Optional<ModelVersion> good = store.version(key, entry.number())
                        .map(StoredObject::version)
                        .filter(couldReplace);
                if (good.isPresent()) {
                    return good;
                }
            } catch (DamagedObjectException alsoDamaged) {
                // the next one
            }
        }
        return Optional.empty();
    }

    static List<ModelVersion> versions(StoreBackend store, ObjectKey key) {
        List<ModelVersion> versions = new ArrayList<>();
        for (VersionEntry entry : store.list(key)) {
            store.manifest(key, entry.number()).ifPresent(versions::add);
        }
        return List.copyOf(versions);
    }
}
