package io.trainyard.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one does with the versions of a store: roll back, publish a candidate, compare, thin out. */
public final class Versions {

    private static final String MORE = "the javadoc of io.trainyard.store.Versions";

    private final StoreBackend store;

    /** The versions in {@code store}. */
    public Versions(StoreBackend store) {
        this.store = store;
    }

    /**
     * A difference between two versions.
     *
     * @param what such as {@code dataEnd}, {@code parameter depth} or {@code metric sharpe}
     * @param from what the first one has, null if it has none
     * @param to what the second one has, null if it has none
     */
    public record Difference(
            String what, @Nullable String from, @Nullable String to) {}

    /**
     * Makes the content of an older version the current one, by saving it as a new version: what was seen before stays
     * true, and from {@code now} on the market clock the old content is seen again. The current version may be damaged.
     *
     * @throws MissingObjectException if the version is not there
     * @throws VersionConflictException if another save came in between
     * @throws QuotaExceededException if it does not fit
     */
    public ModelVersion rollBack(ObjectKey key, long number, Instant now) {
        long current = current(store.list(key));
        StoredObject old = version(key, number);
        if (old.version().candidate()) {
            throw new StoreException(Explanation.of(
                    "\"" + key + "\" was not rolled back to version " + number,
                    "it is a candidate that was never published",
                    "publish it, or roll back to a version that was current",
                    MORE));
        }
        return again(
                old,
                now,
                current,
                "rolled back" + (current == 0 ? "" : " from version " + current) + " to version " + number);
    }

    /**
     * Makes a candidate the current version, by saving its content as a new version.
     *
     * @throws MissingObjectException if the version is not there
     * @throws VersionConflictException if another save came in between
     * @throws QuotaExceededException if it does not fit
     */
    public ModelVersion publish(ObjectKey key, long number, Instant now) {
        long current = current(store.list(key));
        return again(version(key, number), now, current, "published from version " + number);
    }

    /** In what the two versions differ, apart from their numbers, notes and times of saving; empty if in nothing. */
    public static List<Difference> difference(ModelVersion from, ModelVersion to) {
        List<Difference> all = new ArrayList<>();
        add(all, "size", from.size(), to.size());
        add(all, "sha256", from.sha256(), to.sha256());
        add(all, "dataEnd", from.dataEnd(), to.dataEnd());
        add(all, "training", from.training(), to.training());
        add(all, "code", code(from), code(to));
        add(all, "codec", from.birth().codec(), to.birth().codec());
        add(all, "parameter ", from.birth().parameters(), to.birth().parameters());
        add(all, "metric ", from.birth().metrics(), to.birth().metrics());
        return List.copyOf(all);
    }

    /**
     * Removes what is more than the retention, at a time of the market clock.
     *
     * @return the numbers of the versions that are gone
     */
    public Set<Long> thinOut(ObjectKey key, Retention retention, Instant now) {
        Set<Long> gone = excess(key, retention, now);
        store.delete(key, gone);
        return gone;
    }

    /** The numbers of the versions that are more than the retention, at a time of the market clock. Removes nothing. */
    public Set<Long> excess(ObjectKey key, Retention retention, Instant now) {
        List<VersionEntry> entries = new ArrayList<>(store.list(key));
        entries.sort(Comparator.comparingLong(VersionEntry::number).reversed());
        long current = current(entries);
        Set<Long> excess = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            VersionEntry entry = entries.get(i);
            boolean stays = entry.pinned() || entry.number() == current;
            if (!stays && (i >= retention.versions() || tooOld(key, entry, retention, now))) {
                excess.add(entry.number());
            }
        }
        return Set.copyOf(excess);
    }

    private static long current(List<VersionEntry> entries) {
        return VersionReader.current(entries).map(VersionEntry::number).orElse(0L);
    }

    private boolean tooOld(ObjectKey key, VersionEntry entry, Retention retention, Instant now) {
        if (retention.age() == null) {
            return false;
        }
        Instant oldest = now.minus(retention.age());
        try {
            return store.manifest(key, entry.number())
                    .filter(version -> version.savedAt().isBefore(oldest))
                    .isPresent();
        } catch (DamagedObjectException e) {
            // of unknown age: for somebody to look at, not to vanish
            return false;
        }
    }

    private StoredObject version(ObjectKey key, long number) {
        return store.version(key, number).orElseThrow(() -> {
            String there = store.list(key).stream()
                    .map(entry -> String.valueOf(entry.number()))
                    .collect(Collectors.joining(", "));
            return new MissingObjectException(
                    key, "version " + number + " is not there" + (there.isEmpty() ? "" : ", only " + there), Set.of());
        });
    }

    private ModelVersion again(StoredObject old, Instant now, long current, String note) {
        Birth birth = old.version().birth().withSavedAt(now).withNote(note);
        ObjectKey key = ObjectKey.of(old.version().key());
        return store.commit(Commit.owning(key, old.shared(), birth).expecting(current));
    }

    private static @Nullable String code(ModelVersion version) {
        return Optional.ofNullable(version.birth().trainedBy())
                .map(TrainedBy::code)
                .orElse(null);
    }

    private static void add(List<Difference> all, String what, Map<String, ?> from, Map<String, ?> to) {
        Map<String, Object> names = new TreeMap<>(from);
        names.putAll(to);
        for (String name : names.keySet()) {
            add(all, what + name, from.get(name), to.get(name));
        }
    }

    private static void add(List<Difference> all, String what, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            all.add(new Difference(what, from == null ? null : from.toString(), to == null ? null : to.toString()));
        }
    }
}
