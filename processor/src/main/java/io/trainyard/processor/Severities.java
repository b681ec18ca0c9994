package io.trainyard.processor;

import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How severe each kind of problem is: by itself, and by {@code -Atrainyard.TY206=error|warn|off}. */
final class Severities {

    private static final String PREFIX = "trainyard.";

    private final Map<Code, Severity> chosen = new EnumMap<>(Code.class);
    private final List<String> mistakes = new ArrayList<>(0);

    Severities(Map<String, String> options) {
        new TreeMap<>(options).forEach((option, value) -> {
            if (option.startsWith(PREFIX) && !Outlook.OPTIONS.contains(option)) {
                choose(option, value == null ? "" : value);
            }
        });
    }

    /** The options that are understood. */
    static Set<String> options() {
        Set<String> options = new LinkedHashSet<>();
        for (Code code : Code.values()) {
            options.add(PREFIX + code);
        }
        return options;
    }

    /** How a problem is reported. */
    Severity of(Code code) {
        return chosen.getOrDefault(code, code.severity());
    }

    /** What is wrong with the options, as whole messages. */
    List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    private void choose(String option, String value) {
        String name = option.substring(PREFIX.length());
        String typed = "-A" + option + "=" + value;
        Code code = code(name);
        Severity severity = severity(value);
        if (code == null) {
            mistakes.add(ProblemPrinter.text(
                    Code.TY001,
                    typed + " sets nothing: there is no message " + name + ".",
                    "messages are called TY and three digits, as they stand in the brackets of a message.",
                    ""));
        } else if (severity == null) {
            mistakes.add(ProblemPrinter.text(
                    Code.TY001,
                    typed + " has a value that nobody knows.",
                    "a message is one of error, warn and off.",
                    "-A" + option + "=warn"));
        } else if (code.isFixed() && severity != Severity.ERROR) {
            mistakes.add(ProblemPrinter.text(
                    Code.TY001,
                    typed + " cannot be: " + code + " is always an error.",
                    "where it is reported, no code can be generated that would work.",
                    "remove -A" + option));
        } else {
            chosen.put(code, severity);
        }
    }

    private static @Nullable Code code(String name) {
        for (Code code : Code.values()) {
            if (code.name().equals(name)) {
                return code;
            }
        }
        return null;
    }

    private static @Nullable Severity severity(String value) {
        for (Severity severity : Severity.values()) {
            if (severity.name().equals(value.toUpperCase(Locale.ROOT))) {
                return severity;
            }
        }
        return null;
    }
}
