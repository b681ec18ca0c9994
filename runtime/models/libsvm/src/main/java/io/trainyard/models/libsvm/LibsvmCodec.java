package io.trainyard.models.libsvm;

import io.trainyard.store.ModelCodec;
import io.trainyard.store.ModelEnvelope;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import libsvm.svm;
import libsvm.svm_model;

/**
 * Stores a {@link svm_model} in LIBSVM's text form, which the tools of LIBSVM in other languages read, too. Of the parameters a
 * model keeps those that predictions need, as in a file of LIBSVM's.
 */
public final class LibsvmCodec implements ModelCodec<svm_model> {

    private static final String LIBRARY = "libsvm " + svm.LIBSVM_VERSION;

    /** For {@link java.util.ServiceLoader}. */
    public LibsvmCodec() {}

    @Override
    public String id() {
        return "libsvm";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends svm_model>> types() {
        return Set.of(svm_model.class);
    }

    @Override
    public byte[] write(svm_model model) throws IOException {
        // the library writes to a file by name only
        Path file = Files.createTempFile("trainyard-libsvm-", ".model");
        try {
            svm.svm_save_model(file.toString(), model);
            return new ModelEnvelope(LIBRARY, svm_model.class.getName(), Files.readAllBytes(file)).toBytes();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public svm_model read(byte[] bytes, int version) throws IOException {
        ModelEnvelope envelope = ModelEnvelope.of(bytes);
        String text = new String(envelope.payload(), StandardCharsets.ISO_8859_1);
        try (BufferedReader lines = new BufferedReader(new StringReader(text))) {
            svm_model model = svm.svm_load_model(lines);
            if (model == null) {
                throw new IOException(
                        "it is no model in the text form of LIBSVM (written by " + envelope.library() + ")");
            }
            return model;
        }
    }
}
