package io.trainyard.models.tensorflow;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.SessionFunction;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.SavedModel;

/** Writes and reads folders in TensorFlow's form SavedModel; the same model is the same bytes. */
final class SavedModels {

    private static final String SAVED_MODEL = "saved_model.pb";
    private static final String ASSETS = "assets";

    private SavedModels() {}

    static SavedModelBundle load(Path folder) throws IOException {
        refuseAssets(folder.resolve(ASSETS));
        try {
            return SavedModelBundle.loader(folder.toString())
                    .withTags(SavedModelBundle.DEFAULT_TAG)
                    .withConfigProto(Threads.config())
                    .load();
        } catch (TensorFlowException e) {
            throw new IOException("it is no SavedModel that TensorFlow can load: " + e.getMessage(), e);
        }
    }

    private static void refuseAssets(Path assets) throws IOException {
        if (Files.isDirectory(assets)) {
            try (Stream<Path> files = Files.list(assets)) {
                List<String> names = files.map(file -> file.getFileName().toString())
                        .sorted()
                        .toList();
                if (!names.isEmpty()) {
                    throw new IOException(
                            "it has assets, " + names
                                    + ", which would be lost when it is stored: export it without them, numbers in and numbers out");
                }
            }
        }
    }

    /** The functions are of one session, whose graph and variables are written with them. */
    static void export(Collection<SessionFunction> functions, Path folder) throws IOException {
        try {
            SavedModelBundle.exporter(folder.toString())
                    .withTags(SavedModelBundle.DEFAULT_TAG)
                    .withFunctions(functions.toArray(SessionFunction[]::new))
                    .export();
        } catch (TensorFlowException e) {
            throw new IOException("TensorFlow cannot save its variables: " + e.getMessage(), e);
        }
        repeatably(folder.resolve(SAVED_MODEL));
    }

    /** Puts what has no order, such as attributes, into one: the same graph is the same bytes. */
    private static void repeatably(Path file) throws IOException {
        SavedModel model = SavedModel.parseFrom(Files.readAllBytes(file));
        try (OutputStream stream = Files.newOutputStream(file)) {
            CodedOutputStream out = CodedOutputStream.newInstance(stream);
            out.useDeterministicSerialization();
            model.writeTo(out);
            out.flush();
        }
    }
}
