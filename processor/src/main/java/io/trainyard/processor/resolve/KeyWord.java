package io.trainyard.processor.resolve;

import io.trainyard.processor.problem.Code;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keys of the object store: segments divided by {@code /}, as {@code @Stored} describes them. */
final class KeyWord {

    private static final int MAX_LENGTH = 200;
    private static final Pattern SEGMENT =
            Pattern.compile("[A-Za-z0-9\\-_=#$+@,](?:[A-Za-z0-9\\-_.=#$+@, ]*[A-Za-z0-9\\-_=#$+@,])?");
    /** Windows takes these for devices, with any extension. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(?:CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(?:\\..*)?");

    private KeyWord() {}

    static Parsed<String> parse(String text) {
        String mistake = mistake(text);
        if (mistake.isEmpty()) {
            return new Parsed.Value<>(text);
        }
        String repaired = repaired(text);
        return new Parsed.Broken<>(
                Code.TY301,
                "\"" + text + "\" is not a key.",
                mistake,
                mistake(repaired).isEmpty() ? "@Stored(\"" + repaired + "\")" : "");
    }

    /** The rule that a text breaks, empty if it is a key. */
    private static String mistake(String text) {
        if (text.isEmpty()) {
            return "a key has at least one character.";
        }
        if (text.length() > MAX_LENGTH) {
            return "a key has at most " + MAX_LENGTH + " characters, and this has " + text.length() + ".";
        }
        for (String segment : text.split("/", -1)) {
            if (segment.isEmpty()) {
                return "a slash stands between two segments, not at an end and not beside another slash.";
            }
            if (!SEGMENT.matcher(segment).matches()) {
                return "segments are made of ASCII letters, digits and - _ . = # $ + @ , or space, and neither start nor"
                        + " end with a dot or a space.";
            }
            if (DEVICE.matcher(segment).matches()) {
                return "Windows takes " + segment + " for a device, and a store is a folder on some machine.";
            }
        }
        return "";
    }

    private static String repaired(String text) {
        String ascii = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('\\', '/')
                .replaceAll("[^A-Za-z0-9\\-_.=#$+@,/ ]", "-");
        return Arrays.stream(ascii.split("/"))
                .map(segment -> segment.replaceAll("^[. ]+|[. ]+$", ""))
                .map(segment -> DEVICE.matcher(segment).matches() ? "_" + segment : segment)
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.joining("/"));
    }
}
