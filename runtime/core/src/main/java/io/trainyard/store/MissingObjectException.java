package io.trainyard.store;

import java.util.Collection;
import java.util.Optional;

/** There is nothing to read under the key. */
public final class MissingObjectException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final String key;

    MissingObjectException(ObjectKey key, String why, Collection<ObjectKey> others) {
        super(message(key, why, NearestKey.to(key, others)));
        this.key = key.value();
    }

    /** The key that was asked for. */
    public String key() {
        return key;
    }

    private static String message(ObjectKey key, String why, Optional<ObjectKey> nearest) {
        return Explanation.of(
                "there is no object \"" + key + "\"",
                why,
                nearest.map(near -> "\"" + near + "\" is there; is that the one?")
                        .orElse("save it first, or ask containsKey(\"" + key + "\") before reading"),
                "keys() lists what is there");
    }
}
