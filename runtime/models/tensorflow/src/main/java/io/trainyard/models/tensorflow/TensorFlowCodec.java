package io.trainyard.models.tensorflow;

import io.trainyard.store.ModelCodec;
import io.trainyard.store.ModelEnvelope;
import java.io.IOException;
import java.util.Set;
import org.tensorflow.TensorFlow;

/**
 * Stores a {@link TensorFlowModel}: the files of a SavedModel, in a zip file. A graph is a program, which can open files: read only
 * what you, or somebody whom you trust, have written.
 */
public final class TensorFlowCodec implements ModelCodec<TensorFlowModel> {

    /** For {@link java.util.ServiceLoader}. */
    public TensorFlowCodec() {}

    @Override
    public String id() {
        return "tensorflow";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends TensorFlowModel>> types() {
        return Set.of(TensorFlowModel.class);
    }

    @Override
    public byte[] write(TensorFlowModel model) throws IOException {
        try (SavedModelFolder folder = SavedModelFolder.create()) {
            model.export(folder.path());
            String library = "tensorflow " + TensorFlow.version();
            return new ModelEnvelope(library, TensorFlowModel.class.getName(), folder.zipped()).toBytes();
        }
    }

    @Override
    public TensorFlowModel read(byte[] bytes, int version) throws IOException {
        try (SavedModelFolder folder =
                SavedModelFolder.unzipped(ModelEnvelope.of(bytes).payload())) {
            return TensorFlowModel.load(folder.path());
        }
    }

    @Override
    public void close(TensorFlowModel model) {
        model.close();
    }
}
