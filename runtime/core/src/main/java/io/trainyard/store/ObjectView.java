package io.trainyard.store;

import io.trainyard.time.MarketClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The part of a store that somebody may see and change at the time of a clock. */
final class ObjectView {

    private final StoreBackend backend;
    private final MarketClock clock;
    private final boolean asOf;
    private final Duration embargo;
    private final Permissions permissions;

    ObjectView(StoreBackend backend, MarketClock clock, boolean asOf, Duration embargo, Permissions permissions) {
        this.backend = backend;
        this.clock = clock;
        this.asOf = asOf;
        this.embargo = embargo;
        this.permissions = permissions;
    }

    ObjectView with(Permissions granted) {
        return new ObjectView(backend, clock, asOf, embargo, granted);
    }

    Permissions permissions() {
        return permissions;
    }

    Usage usage() {
        return backend.usage();
    }

    Quota quota() {
        return backend.quota();
    }

    boolean contains(ObjectKey key) {
        permissions.demandRead("asking for a key");
        return isThere(key);
    }

    SortedSet<ObjectKey> keys(String prefix) {
        permissions.demandRead("listing keys");
        return visible(prefix);
    }

    List<ModelVersion> versions(ObjectKey key) {
        permissions.demandRead("listing versions");
        List<ModelVersion> all = backend.versions(key);
        return asOf ? all.stream().filter(view(clock.now())::sees).toList() : all;
    }

    StoredObject newest(ObjectKey key) {
        permissions.demandRead("reading");
        Instant now = clock.now();
        Optional<StoredObject> found = asOf ? backend.asOf(key, now, embargo) : backend.newest(key);
        return found.orElseThrow(() -> missing(key, now));
    }

    StoredObject version(ObjectKey key, long number) {
        permissions.demandRead("reading");
        Instant now = clock.now();
        StoredObject found = backend.version(key, number)
                .orElseThrow(() -> new MissingObjectException(
                        key, "version " + number + " is not there", Collections.emptySortedSet()));
        if (asOf && !view(now).knows(found.version())) {
            throw new LookAheadException(found.version(), now, embargo);
        }
        return found;
    }

    /** Takes the array over. */
    ModelVersion commit(ObjectKey key, byte[] bytes, String form) {
        permissions.demandWrite("saving");
        return backend.commit(Commit.owning(key, bytes, Birth.at(clock.now()).withCodec(form)));
    }

    boolean delete(ObjectKey key) {
        permissions.demandDelete("deleting");
        if (!asOf) {
            return backend.delete(key);
        }
        AsOf now = view(clock.now());
        return backend.delete(
                key,
                backend.versions(key).stream()
                        .filter(now::sees)
                        .map(ModelVersion::number)
                        .collect(Collectors.toSet()));
    }

    void clear() {
        permissions.demandDelete("deleting");
        visible("").forEach(this::delete);
    }

    private AsOf view(Instant now) {
        return new AsOf(now, embargo);
    }

    private boolean isThere(ObjectKey key) {
        return asOf ? view(clock.now()).newest(backend.versions(key)).isPresent() : backend.contains(key);
    }

    private SortedSet<ObjectKey> visible(String prefix) {
        SortedSet<ObjectKey> keys = new TreeSet<>(backend.keys(prefix));
        keys.removeIf(key -> !isThere(key));
        return keys;
    }

    private MissingObjectException missing(ObjectKey key, Instant now) {
        List<ModelVersion> later = new ArrayList<>(asOf ? backend.versions(key) : List.of());
        later.removeIf(ModelVersion::candidate);
        String why = later.isEmpty()
                ? "nothing is saved under this key" + (asOf ? " as of " + now : "")
                : "as of " + now + " nothing is: " + LookAheadException.leak(later.get(0), now, embargo);
        return new MissingObjectException(key, why, suggestions());
    }

    /** Damage elsewhere is no reason to hide that the key is missing. */
    private SortedSet<ObjectKey> suggestions() {
        try {
            return visible("");
        } catch (StoreException unreadable) {
            return Collections.emptySortedSet();
        }
    }
}
