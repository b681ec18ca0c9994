package io.trainyard.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a look at every byte of a store found.
 *
 * @param versions how many versions were read
 * @param bytes how many bytes they have
 * @param findings what is not as it was saved; empty if all is well
 */
public record StoreCheck(int versions, long bytes, List<Finding> findings) {

    /**
     * A damaged version.
     *
     * @param key its key
     * @param number its number
     * @param current whether it is what readers would get
     * @param damage what is wrong
     * @param lastGood the newest whole version before it that was published, null if there is none
     */
    public record Finding(
            ObjectKey key,
            long number,
            boolean current,
            String damage,
            @Nullable ModelVersion lastGood) {}

    /** Reads all versions of the keys that start with {@code prefix}, against their SHA-256 checksums. */
    public static StoreCheck of(StoreBackend store, String prefix) {
        int versions = 0;
        long bytes = 0;
        List<Finding> findings = new ArrayList<>();
        for (ObjectKey key : store.keys(prefix)) {
            List<VersionEntry> entries = store.list(key);
            long current =
                    VersionReader.current(entries).map(VersionEntry::number).orElse(0L);
            for (VersionEntry entry : entries) {
                try {
                    Optional<StoredObject> read = store.version(key, entry.number());
                    if (read.isPresent()) {
                        StoredObject object = read.get();
                        StoredObject.verified(object.version(), object.shared(), "the SHA-256 of its manifest");
                        versions++;
                        bytes += object.shared().length;
                    }
                } catch (DamagedObjectException e) {
                    ModelVersion good = VersionReader.lastGood(
                                    store, key, entry.number(), version -> !version.candidate())
                            .orElse(null);
                    findings.add(new Finding(key, entry.number(), entry.number() == current, e.damage(), good));
                }
            }
        }
        return new StoreCheck(versions, bytes, List.copyOf(findings));
    }
}
