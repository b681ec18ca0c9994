package io.trainyard.models.keras;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The three parts of a {@code .keras} file that matter here; assets and what else is in it are passed over.
 *
 * @param version of the Keras that wrote it, such as 3.15.1
 * @param config the network, as Keras describes it: a JSON object
 * @param weights an HDF5 file
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between two steps, compared by nobody
record KerasFile(String version, String config, byte[] weights) {

    private static final String METADATA = "metadata.json";
    private static final String CONFIG = "config.json";
    private static final String WEIGHTS = "model.weights.h5";
    /** Of each part, unpacked: a small file cannot ask for more memory than this. */
    private static final int LARGEST = 1 << 30;

    private static final JsonMapper JSON = JsonMapper.shared();

    static KerasFile of(byte[] bytes) {
        if (startsWith(bytes, 0x89, 'H', 'D', 'F')) {
            throw new KerasFileException(
                    "this is an HDF5 file (.h5), not a .keras file",
                    "Keras 2 wrote its models so; they describe layers in another way than Keras 3",
                    "load and save it once with Keras 3: keras.models.load_model(\"model.h5\").save(\"model.keras\")");
        }
        if (!startsWith(bytes, 'P', 'K')) {
            throw KerasFileException.damaged("a .keras file is a zip archive, and this is none", null);
        }
        Map<String, byte[]> parts = unpacked(bytes);
        String version = text(json(METADATA, part(parts, METADATA)), "keras_version");
        if (!version.startsWith("3.")) {
            throw new KerasFileException(
                    "this .keras file was written by Keras " + version,
                    "only files of Keras 3 are read: others describe layers in another way",
                    "load and save it once with Keras 3: keras.models.load_model(\"model.keras\").save(\"model3.keras\")");
        }
        return new KerasFile(version, json(CONFIG, part(parts, CONFIG)).toString(), part(parts, WEIGHTS));
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, byte[]> unpacked(byte[] bytes) {
        Map<String, byte[]> parts = new HashMap<>();
        // verifies the checksum of each entry
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            ZipEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                String name = entry.getName();
                if (!name.equals(METADATA) && !name.equals(CONFIG) && !name.equals(WEIGHTS)) {
                    continue;
                }
                byte[] part = zip.readNBytes(LARGEST);
                if (zip.read() >= 0) {
                    throw KerasFileException.damaged(name + " has more than 1 GiB", null);
                }
                if (parts.put(name, part) != null) {
                    throw KerasFileException.damaged(name + " is in it twice", null);
                }
            }
        } catch (IOException e) {
            throw KerasFileException.damaged("its zip archive cannot be read: " + e.getMessage(), e);
        }
        return parts;
    }

    private static byte[] part(Map<String, byte[]> parts, String name) {
        byte[] part = parts.get(name);
        if (part == null) {
            throw KerasFileException.damaged("there is no " + name + " in it", null);
        }
        return part;
    }

    static JsonNode json(String what, byte[] bytes) {
        try {
            JsonNode node = JSON.readTree(bytes);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw KerasFileException.damaged(what + " is no JSON: " + e.getOriginalMessage(), e);
        }
        throw KerasFileException.damaged(what + " is no JSON object", null);
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            throw KerasFileException.damaged(METADATA + " has no " + name, null);
        }
        return value.asString();
    }
}
