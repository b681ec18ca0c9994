package io.trainyard.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Bytes of a library's model together with what wrote them, for {@link ModelCodec}s: the name and version of the library, and the
 * class of the model. The codec's own id and version and the checksum are the store's ({@link Birth#codec},
 * {@link ModelVersion#sha256}).
 *
 * @param library such as {@code xgboost4j 3.4.0}
 * @param type the class of the model, by its name
 * @param payload the library's bytes
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier from write to read, compared by nobody
public record ModelEnvelope(String library, String type, byte[] payload) {

    private static final int MAGIC = 0x54594d31; // TYM1

    /** The envelope as bytes. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(payload.length + 128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeUTF(library);
            out.writeUTF(type);
            out.writeInt(payload.length);
            out.write(payload);
        } catch (IOException e) {
            throw new IllegalStateException("memory takes all bytes", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The envelope of bytes.
     *
     * @throws IOException if they are none, or not a whole one
     */
    public static ModelEnvelope of(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("they are no envelope of a model: they do not begin with TYM1");
            }
            String library = in.readUTF();
            String type = in.readUTF();
            int size = in.readInt();
            if (size != in.available()) {
                throw new IOException("the envelope announces a model of " + size + " bytes and has " + in.available());
            }
            return new ModelEnvelope(library, type, in.readAllBytes());
        }
    }
}
