package io.trainyard.models.keras;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.FloatingPoint;
import java.util.Arrays;
import java.util.Optional;

/** The weights of one layer. Shapes are compared with those that the layer's options call for before a value is read. */
final class LayerWeights {

    private final WeightsFile file;
    private final String path;
    private final String layer;

    LayerWeights(WeightsFile file, String path, String className, String name) {
        this.file = file;
        this.path = path;
        this.layer = className + " \"" + name + "\"";
        Object written = WeightsFile.reading(path, this::writtenName).orElse(name);
        if (!written.equals(name)) {
            throw WeightsFile.damaged(
                    path + " holds the weights of \"" + written + "\" where those of \"" + name + "\" are due", null);
        }
    }

    /** The name of the layer that it was, which older versions of Keras do not note. */
    private Optional<Object> writtenName() {
        Node vars = file.at(path + "/vars");
        Attribute written = vars == null ? null : vars.getAttribute("name");
        return Optional.ofNullable(written).map(Attribute::getData);
    }

    /** Refuses a layer with more or fewer arrays: it would have an option that is unknown here. */
    LayerWeights holding(String below, int arrays) {
        String at = path + below + "/vars";
        int found = WeightsFile.reading(
                at,
                () -> file.at(at) instanceof Group group ? group.getChildren().size() : 0);
        if (found != arrays) {
            throw WeightsFile.damaged(layer + " has " + found + " arrays of weights instead of " + arrays, null);
        }
        return this;
    }

    /**
     * The values of one array, row by row.
     *
     * @param below the layer's own group: empty, or {@code /cell}
     * @param number of the array, from 0
     * @param what it is, for the message
     */
    float[] array(String below, int number, String what, long... shape) {
        String at = path + below + "/vars/" + number;
        return WeightsFile.reading(at, () -> {
            if (!(file.at(at) instanceof Dataset values)) {
                throw WeightsFile.damaged("there is no " + at + ", the " + what + " of " + layer, null);
            }
            if (!Arrays.equals(values.getDimensionsAsLong(), shape)) {
                throw new KerasFileException(
                        "the " + what + " of " + layer + " has the shape "
                                + Arrays.toString(values.getDimensionsAsLong()),
                        "config.json calls for " + Arrays.toString(shape)
                                + ": the parts of the file do not fit together",
                        "save the model again in Python: model.save(\"model.keras\")");
            }
            if (!(values.getDataType() instanceof FloatingPoint floating) || floating.getSize() != Float.BYTES) {
                throw new KerasFileException(
                        "the " + what + " of " + layer + " is not made of 32-bit floats",
                        "networks are taken over as they are, and others than float32 are not",
                        "build the model with keras.config.set_dtype_policy(\"float32\")");
            }
            if (!values.getFilters().isEmpty() || values.getStorageInBytes() > file.size()) {
                throw WeightsFile.damaged(at + " is packed, which Keras never does, or larger than the file", null);
            }
            return (float[]) values.getDataFlat();
        });
    }
}
