package io.trainyard.learning.features;

import io.trainyard.learning.UnfitDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A name as tsfresh writes it, {@code feature__parameter_value__parameter_value}, taken apart: text is in quotation
 * marks.
 */
final class FeatureName {

    private final String text;
    private final String feature;
    private final Map<String, String> parameters = new TreeMap<>();

    FeatureName(String text) {
        this.text = text;
        List<String> parts = parts(text);
        this.feature = parts.get(0);
        for (String part : parts.subList(1, parts.size())) {
            int end = part.lastIndexOf('_');
            if (end < 0 || parameters.put(part.substring(0, end), part.substring(end + 1)) != null) {
                throw unfit("its part \"" + part + "\" is no parameter and its value, or is there twice.");
            }
        }
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf("__"); to >= 0; to = text.indexOf("__", from)) {
            parts.add(text.substring(from, to));
            from = to + 2;
        }
        parts.add(text.substring(from));
        return parts;
    }

    String feature() {
        return feature;
    }

    /** Checks which parameters there are. */
    void expect(List<String> names) {
        if (!parameters.keySet().equals(new TreeSet<>(names))) {
            throw unfit("its parameters are " + parameters.keySet() + ", and " + feature + " has " + names + ".");
        }
    }

    /** A whole number of at least so much. */
    int integer(String parameter, int atLeast) {
        double number = number(parameter);
        if (number != Math.rint(number) || number < atLeast || number > 1_000_000) {
            throw unfit(parameter + " is a whole number of " + atLeast + " or more.");
        }
        return (int) number;
    }

    double number(String parameter) {
        try {
            return Double.parseDouble(parameters.getOrDefault(parameter, ""));
        } catch (NumberFormatException e) {
            throw unfit(parameter + " is a number.");
        }
    }

    double fraction(String parameter) {
        double number = number(parameter);
        if (!(number >= 0 && number <= 1)) {
            throw unfit(parameter + " is a quantile, from 0 to 1.");
        }
        return number;
    }

    boolean flag(String parameter) {
        return choice(parameter, "True", "False").equals("True");
    }

    /** One of some words, in quotation marks; as Python writes them, True and False are without. */
    String choice(String parameter, String... words) {
        String value = parameters.getOrDefault(parameter, "");
        for (String word : words) {
            if (value.equals(word.equals("True") || word.equals("False") ? word : '"' + word + '"')) {
                return word;
            }
        }
        throw unfit(parameter + " is one of " + String.join(", ", words) + ", text in quotation marks.");
    }

    UnfitDataException unfit(String why) {
        return new UnfitDataException(
                "no feature is called " + text,
                why,
                "take one of FeatureSet.efficient().names(), or change its parameters.");
    }

    @Override
    public String toString() {
        return text;
    }
}
