package io.trainyard.models.python;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One returned value.
 *
 * @param kind as a message calls it
 * @param blob of numbers, arrays and bytes; else empty
 * @param shape of an array
 * @param value of texts and flags; else empty
 */
@SuppressWarnings("ArrayRecordComponent") // inside this package, compared by nobody
record Returned(String kind, byte[] blob, List<Integer> shape, String value) {

    static Returned of(JsonNode described, List<byte[]> blobs) {
        String kind = described.path("kind").asString();
        List<Integer> shape = new ArrayList<>();
        described.path("shape").forEach(size -> shape.add(size.asInt()));
        byte[] blob = described.has("blob") ? blobs.get(described.path("blob").asInt()) : new byte[0];
        if (kind.equals("array")) {
            kind = shape.size() == 1 ? "array of 1 dimension" : "array of 2 dimensions";
        }
        return new Returned(kind, blob, shape, described.path("value").asString(""));
    }
}
