package io.trainyard.models.python;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a Python function returned: the values of a dict by name, or one value, whose name is {@value #VALUE}. Numbers come bit
 * for bit.
 */
public final class PythonOutput {

    /** The name of what was returned without one. */
    public static final String VALUE = "value";

    private final String function;
    private final Map<String, Returned> values;

    PythonOutput(String function, Map<String, Returned> values) {
        this.function = function;
        this.values = new TreeMap<>(values);
    }

    /** The names of its values, sorted. */
    public Set<String> names() {
        return new TreeSet<>(values.keySet());
    }

    /** The one number; an int comes as the nearest double. */
    public double number() {
        return number(VALUE);
    }

    /**
     * The number of this name.
     *
     * @throws IllegalArgumentException if there is none of this name, or it is no number; the message says what is there
     */
    public double number(String name) {
        return Doubles.vector(of(name, "number").blob())[0];
    }

    /** The one array of one dimension. */
    public double[] vector() {
        return vector(VALUE);
    }

    /**
     * The array of one dimension of this name.
     *
     * @throws IllegalArgumentException if there is none of this name, or it is something else
     */
    public double[] vector(String name) {
        return Doubles.vector(of(name, "array of 1 dimension").blob());
    }

    /** The one array of two dimensions, as rows. */
    public double[][] matrix() {
        return matrix(VALUE);
    }

    /**
     * The array of two dimensions of this name, as rows.
     *
     * @throws IllegalArgumentException if there is none of this name, or it is something else
     */
    public double[][] matrix(String name) {
        Returned value = of(name, "array of 2 dimensions");
        if (value.shape().size() == 1) {
            return new double[0][];
        }
        return Doubles.matrix(value.blob(), value.shape().get(0), value.shape().get(1));
    }

    /** The one text. */
    public String text() {
        return text(VALUE);
    }

    /**
     * The text of this name.
     *
     * @throws IllegalArgumentException if there is none of this name, or it is something else
     */
    public String text(String name) {
        return of(name, "text").value();
    }

    /**
     * The truth value of this name.
     *
     * @throws IllegalArgumentException if there is none of this name, or it is something else
     */
    public boolean flag(String name) {
        return Boolean.parseBoolean(of(name, "flag").value());
    }

    /**
     * The bytes of this name.
     *
     * @throws IllegalArgumentException if there is none of this name, or it is something else
     */
    public byte[] bytes(String name) {
        return of(name, "bytes").blob().clone();
    }

    private Returned of(String name, String kind) {
        Returned value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    function + " returned no " + name + ": it returned " + String.join(", ", values.keySet()));
        }
        // an empty list of Python's may be either
        boolean empty = kind.startsWith("array") && value.kind().startsWith("array") && value.blob().length == 0;
        if (!value.kind().equals(kind) && !empty) {
            throw new IllegalArgumentException(
                    name + " of " + function + " is a value of kind " + value.kind() + ", not of kind " + kind);
        }
        return value;
    }
}
