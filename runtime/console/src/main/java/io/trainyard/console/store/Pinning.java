package io.trainyard.console.store;

import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreBackend;

/**
 * What pinning or unpinning came to.
 *
 * @param key the key
 * @param number the version
 * @param pinned whether it is pinned now
 * @param changed whether it was not before
 */
record Pinning(String key, long number, boolean pinned, boolean changed) {

    /**
     * Pins or unpins a version.
     *
     * @throws StoreRefusal if it is not there
     */
    static Pinning of(StoreBackend store, ObjectKey key, long number, boolean pinned) {
        boolean changed = StoredKey.in(store, key).version(number).pinned() != pinned;
        if (!store.pin(key, number, pinned)) {
            // gone since it was listed: this says so
            StoredKey.in(store, key).version(number);
        }
        return new Pinning(key.value(), number, pinned, changed);
    }

    void print(StoreOptions options) {
        options.print(
                this,
                Text.line(
                        "Version %d of %s %s %s.\n",
                        number, key, changed ? "is now" : "was already", pinned ? "pinned" : "unpinned"));
    }
}
