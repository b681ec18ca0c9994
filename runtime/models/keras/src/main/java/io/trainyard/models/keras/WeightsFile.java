package io.trainyard.models.keras;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The weights of all layers, in HDF5: {@code layers/dense_1/vars/0} is the first array of the second layer of class Dense, in the order of
 * {@code config.json}. Keras numbers them by class, whatever a layer is called; its newer versions note the layer's name, too.
 */
final class WeightsFile implements AutoCloseable {

    private final HdfFile file;
    private final Map<String, Integer> seen = new HashMap<>();

    private WeightsFile(HdfFile file) {
        this.file = file;
    }

    static WeightsFile of(byte[] bytes) {
        try {
            return new WeightsFile(HdfFile.fromBytes(bytes));
        } catch (RuntimeException e) {
            throw damaged("it cannot be read as HDF5: " + e, e);
        }
    }

    /** The weights of the layer that comes next; each layer is asked for once, in the order of the file's configuration. */
    LayerWeights next(String className, String name) {
        String group = snakeCase(className);
        int number = seen.merge(group, 1, Integer::sum) - 1;
        return new LayerWeights(this, "layers/" + group + (number == 0 ? "" : "_" + number), className, name);
    }

    /** The group or data set of a path; null if it is not there. */
    @Nullable
    Node at(String path) {
        Node node = file;
        for (String name : path.split("/", -1)) {
            Node child = node instanceof Group group ? group.getChild(name) : null;
            if (child == null) {
                return null;
            }
            // a link could lead out of this file
            if (child.isLink()) {
                throw damaged(path + " is a link, which Keras never writes", null);
            }
            node = child;
        }
        return node;
    }

    /** Reads something; what the library throws at damaged bytes becomes an error of ours. */
    static <T> T reading(String path, Supplier<T> read) {
        try {
            return read.get();
        } catch (KerasFileException e) {
            throw e;
        } catch (RuntimeException e) {
            throw damaged(path + " cannot be read: " + e, e);
        }
    }

    static KerasFileException damaged(String why, @Nullable Throwable cause) {
        return KerasFileException.damaged("model.weights.h5: " + why, cause);
    }

    /** As Keras names groups (its {@code to_snake_case}): BatchNormalization is batch_normalization, LeakyReLU is leaky_re_lu. */
    private static String snakeCase(String className) {
        return className
                .replaceAll("\\W+", "")
                .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    /** In bytes. */
    long size() {
        return file.size();
    }

    @Override
    public void close() {
        file.close();
    }
}
