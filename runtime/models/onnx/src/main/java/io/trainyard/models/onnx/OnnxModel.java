package io.trainyard.models.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A model in an ONNX file, ready to run: what another library trained and exported, for a {@code @Stored} field. The bytes of the file are the
 * model; two with the same bytes are equal. Runs on one thread, and is usable from any.
 */
public final class OnnxModel implements AutoCloseable {

    private final byte[] file;
    private final OrtSession session;

    private OnnxModel(byte[] file, OrtSession session) {
        this.file = file;
        this.session = session;
    }

    /**
     * The model in the bytes of a file.
     *
     * @throws OrtException if they are no model that this version of ONNX Runtime can run
     */
    public static OnnxModel of(byte[] file) throws OrtException {
        byte[] own = file.clone();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // small models lose more by handing work to threads than they win
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new OnnxModel(own, OrtEnvironment.getEnvironment().createSession(own, options));
        }
    }

    /** What runs it; closed with the model. */
    public OrtSession session() {
        return session;
    }

    /** A copy of the bytes of its file. */
    public byte[] file() {
        return file.clone();
    }

    /** Frees the native memory; it cannot be run any more. */
    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not let go of a model", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OnnxModel that && Arrays.equals(file, that.file);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(file);
    }

    @Override
    public String toString() {
        return "OnnxModel of " + file.length + " bytes";
    }
}
