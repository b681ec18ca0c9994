package io.trainyard.host;

import io.trainyard.store.ModelVersion;
import org.jspecify.annotations.Nullable;

/**
 * What deployment found in the store for one stored field.
 *
 * @param key the key
 * @param version the version that was put in place, null if there was none or it could not be used
 * @param problem why it could not be used, null if it could or there was none
 */
public record Restoration(
        String key,
        @Nullable ModelVersion version,
        @Nullable String problem) {}
