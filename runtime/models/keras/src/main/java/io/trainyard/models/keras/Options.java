package io.trainyard.models.keras;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The options of one layer. Each is read by name, or named as one that changes nothing; {@link #done} refuses those that are left, so
 * that an option which this version does not know is never passed over in silence.
 */
final class Options {

    private static final Logger LOG = LoggerFactory.getLogger("io.trainyard.models.keras");

    private final String layer;
    private final JsonNode config;
    private final Set<String> known = new HashSet<>(Set.of("name", "trainable", "dtype"));

    /**
     * @param layer its class and name, for messages
     * @throws KerasFileException if it computes in other numbers than 32-bit floats
     */
    Options(String layer, JsonNode config) {
        this.layer = layer;
        this.config = config;
        JsonNode dtype = config.path("dtype");
        JsonNode policy = dtype.isObject() ? dtype.path("config").path("name") : dtype;
        if (present(dtype) && !policy.asString("").equals("float32")) {
            throw refused("dtype", policy, "only float32 is taken over", "keras.config.set_dtype_policy(\"float32\")");
        }
    }

    /** Its class and name, for messages. */
    String layer() {
        return layer;
    }

    boolean trainable() {
        return flag("trainable", true);
    }

    boolean flag(String option, boolean standard) {
        JsonNode value = read(option);
        if (present(value) && !value.isBoolean()) {
            throw refused(option, value, "it is neither true nor false", "save the model again in Python");
        }
        return present(value) ? value.booleanValue() : standard;
    }

    double number(String option, double standard) {
        JsonNode value = read(option);
        if (present(value) && !value.isNumber()) {
            throw refused(option, value, "it is no number", "save the model again in Python");
        }
        return present(value) ? value.doubleValue() : standard;
    }

    String word(String option, String standard) {
        JsonNode value = read(option);
        if (present(value) && !value.isString()) {
            throw refused(option, value, "it is an object of its own", "use one of Keras's built-in ones, by its name");
        }
        return present(value) ? value.stringValue() : standard;
    }

    /** A number from 1, also where Keras writes it as the one element of a list. */
    int count(String option) {
        return count(option, read(option));
    }

    int count(String option, int standard) {
        JsonNode value = read(option);
        return present(value) ? count(option, value) : standard;
    }

    private int count(String option, JsonNode written) {
        JsonNode value = written.isArray() && written.size() == 1 ? written.get(0) : written;
        if (!value.isInt() || value.intValue() < 1) {
            throw refused(option, written, "it is no number from 1", "save the model again in Python");
        }
        return value.intValue();
    }

    /** An option that is taken over with one value only; Keras's default, if it is not written. */
    void only(String option, Object value, String instead) {
        JsonNode written = read(option);
        if (present(written) && !same(written, value)) {
            throw refused(option, written, "only " + option + "=" + python(value) + " is taken over", instead);
        }
    }

    private static boolean same(JsonNode written, Object value) {
        return value instanceof Number number
                ? written.isNumber() && written.doubleValue() == number.doubleValue()
                : written.asString("").equals(value.toString());
    }

    /** Options that have no say in what a network with its weights predicts, nor in how it trains on. */
    void passOver(String... options) {
        known.addAll(Set.of(options));
    }

    /** Options that steer Keras's own training: predictions are the same without, and a training in DJL has to see to them itself. */
    void leaveToTraining(String... options) {
        for (String option : options) {
            JsonNode value = read(option);
            if (present(value)) {
                LOG.warn(
                        "{} has a {}, which is not taken over: predictions are the same, a training on in DJL is without it",
                        layer,
                        option);
            }
        }
    }

    /** After the last option was read. */
    void done() {
        for (Map.Entry<String, JsonNode> entry : config.properties()) {
            JsonNode value = entry.getValue();
            boolean off = !present(value) || (value.isBoolean() && !value.booleanValue());
            if (!known.contains(entry.getKey()) && !off) {
                throw refused(entry.getKey(), value, "this option is not taken over", "build the layer without it");
            }
        }
    }

    KerasFileException refused(String option, JsonNode value, String why, String instead) {
        Object shown = value.isString() ? value.stringValue() : value.isBoolean() ? value.booleanValue() : value;
        return refused(option, python(shown), why, instead);
    }

    /**
     * @param value as Python would write it
     */
    KerasFileException refused(String option, String value, String why, String instead) {
        return new KerasFileException(layer + " has " + option + "=" + value, why, instead);
    }

    private JsonNode read(String option) {
        known.add(option);
        return config.path(option);
    }

    private static boolean present(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }

    private static String python(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        return value instanceof String ? "\"" + value + "\"" : value.toString();
    }
}
