package io.trainyard.processor.resolve;

import io.trainyard.processor.problem.Code;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of strategies: lower-case letters, digits and single hyphens. */
final class StrategyName {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private StrategyName() {}

    /**
     * The name of a strategy.
     *
     * @param typed as typed, empty for the default
     * @param className the simple name of its class
     */
    static Parsed<String> parse(String typed, String className) {
        String name = typed.isEmpty() ? kebab(className) : typed;
        if (NAME.matcher(name).matches()) {
            return new Parsed.Value<>(name);
        }
        String repaired = kebab(name);
        boolean usable = NAME.matcher(repaired).matches();
        return new Parsed.Broken<>(
                Code.TY109,
                typed.isEmpty()
                        ? "the class name " + className + " gives no name for the strategy."
                        : "name = \"" + typed + "\" is not a strategy name.",
                "names are typed on a command line: lower-case ASCII letters, digits and single hyphens.",
                usable ? "name = \"" + repaired + "\"" : typed.isEmpty() ? "name = \"my-strategy\"" : "");
    }

    /** {@code SundayTrend} becomes {@code sunday-trend}, {@code RSIStrategy} {@code rsi-strategy}. */
    static String kebab(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_$./\\\\-]+", "-")
                .replaceAll("^-+|-+$", "");
    }
}
