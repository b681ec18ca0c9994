package io.trainyard.models.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arguments of a Python function, by name. Immutable; arrays are copied when they are added. */
public final class PythonInput {

    private final Map<String, Argument> arguments;

    private PythonInput(Map<String, Argument> arguments) {
        this.arguments = arguments;
    }

    /** No arguments. */
    public static PythonInput empty() {
        return new PythonInput(Map.of());
    }

    /** With a vector: a float64 array of one dimension. */
    public PythonInput vector(String name, double... values) {
        return and(name, new Argument("array", Doubles.bytes(values), List.of(values.length), ""));
    }

    /**
     * With a matrix: a float64 array of rows times columns.
     *
     * @param rows all of one length; a matrix without rows has no columns
     * @throws IllegalArgumentException if the rows differ in length
     */
    public PythonInput matrix(String name, double[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        return and(name, new Argument("array", Doubles.bytes(name, rows, columns), List.of(rows.length, columns), ""));
    }

    /** With a number: a float. */
    public PythonInput number(String name, double value) {
        return and(name, new Argument("number", Doubles.bytes(value), List.of(), ""));
    }

    /** With a whole number: an int. */
    public PythonInput whole(String name, long value) {
        return and(name, new Argument("json", null, List.of(), value));
    }

    /** With a text: a str. */
    public PythonInput text(String name, String value) {
        return and(name, new Argument("json", null, List.of(), value));
    }

    /** With a truth value: a bool. */
    public PythonInput flag(String name, boolean value) {
        return and(name, new Argument("json", null, List.of(), value));
    }

    /** With bytes. */
    public PythonInput bytes(String name, byte[] value) {
        return and(name, new Argument("bytes", value.clone(), List.of(), ""));
    }

    private PythonInput and(String name, Argument argument) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "an argument has no name: name it as the parameter of the Python function");
        }
        Map<String, Argument> more = new LinkedHashMap<>(arguments);
        more.put(name, argument);
        return new PythonInput(more);
    }

    /** Adds the blobs to the list, and describes the arguments. */
    List<Map<String, Object>> describe(List<byte[]> blobs) {
        List<Map<String, Object>> described = new ArrayList<>();
        arguments.forEach((name, argument) -> described.add(argument.describe(name, blobs)));
        return described;
    }
}
