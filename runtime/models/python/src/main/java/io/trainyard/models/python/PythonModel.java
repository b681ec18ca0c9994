package io.trainyard.models.python;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a Python function trained, as the bytes of it, and what it was made with. An immutable value: two with the same bytes are equal.
 * The bytes are loaded in a worker when a call first needs them ({@link PythonBridge#call(String, PythonModel, PythonInput)}).
 */
public final class PythonModel {

    private final boolean pickled;
    private final String script;
    private final String python;
    private final Map<String, String> versions;
    private final byte[] bytes;
    private final byte[] signature;
    private final String sha256;

    PythonModel(
            boolean pickled,
            String script,
            String python,
            Map<String, String> versions,
            byte[] bytes,
            byte[] signature) {
        this.pickled = pickled;
        this.script = script;
        this.python = python;
        this.versions = new TreeMap<>(versions);
        this.bytes = bytes;
        this.signature = signature;
        this.sha256 = PythonScript.sha256(bytes);
    }

    /** Whether its bytes are a Python pickle; else those of the script's {@code dump}. */
    public boolean isPickled() {
        return pickled;
    }

    /** SHA-256 of the script that trained it, in hexadecimal digits. */
    public String script() {
        return script;
    }

    /** The version of Python that trained it. */
    public String python() {
        return python;
    }

    /** The versions of the packages that were loaded when it was trained, by name. */
    public Map<String, String> versions() {
        return new TreeMap<>(versions);
    }

    /** How many bytes it is. */
    public int size() {
        return bytes.length;
    }

    /** SHA-256 of its bytes, in hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    byte[] shared() {
        return bytes;
    }

    byte[] signature() {
        return signature;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PythonModel that
                && pickled == that.pickled
                && script.equals(that.script)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return "PythonModel of " + bytes.length + " bytes, Python " + python + ", SHA-256 " + sha256;
    }
}
