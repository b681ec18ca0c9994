package io.trainyard.models.python;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What travels between this process and a worker: a header's length (uint32, little-endian), the header (JSON in UTF-8), and the
 * blobs whose sizes it lists.
 */
record Frame(JsonNode header, List<byte[]> blobs) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_HEADER = 64 << 20;

    static Frame of(Map<String, ?> header, List<byte[]> blobs) {
        Map<String, Object> whole = new LinkedHashMap<>(header);
        whole.put("blobs", blobs.stream().map(blob -> blob.length).toList());
        return new Frame(JSON.valueToTree(whole), blobs);
    }

    void write(OutputStream out) throws IOException {
        byte[] text = JSON.writeValueAsBytes(header);
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(text.length)
                .array());
        out.write(text);
        for (byte[] blob : blobs) {
            out.write(blob);
        }
        out.flush();
    }

    static Frame read(DataInputStream in) throws IOException {
        int size = Integer.reverseBytes(in.readInt());
        if (size < 2 || size > LONGEST_HEADER) {
            throw new IOException("a header of " + size + " bytes: something other than the worker writes to its pipe");
        }
        byte[] text = new byte[size];
        in.readFully(text);
        JsonNode header = JSON.readTree(text);
        List<byte[]> blobs = new ArrayList<>();
        for (JsonNode length : header.path("blobs")) {
            byte[] blob = new byte[length.asInt()];
            in.readFully(blob);
            blobs.add(blob);
        }
        return new Frame(header, blobs);
    }

    String event() {
        return text("event");
    }

    String text(String name) {
        return header.path(name).asString("");
    }
}
