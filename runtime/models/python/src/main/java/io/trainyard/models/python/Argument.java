package io.trainyard.models.python;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One argument: in a blob, or in the header.
 *
 * @param kind {@code array}, {@code number}, {@code bytes} or {@code json}
 * @param blob what is not in the header
 * @param shape of an array
 * @param value of {@code json}
 */
@SuppressWarnings("ArrayRecordComponent") // inside this package, compared by nobody
record Argument(String kind, byte @Nullable [] blob, List<Integer> shape, Object value) {

    Map<String, Object> describe(String name, List<byte[]> blobs) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", name);
        described.put("kind", kind);
        if (blob == null) {
            described.put("value", value);
        } else {
            described.put("shape", shape);
            described.put("blob", blobs.size());
            blobs.add(blob);
        }
        return described;
    }
}
