package io.trainyard.processor.resolve;

import io.trainyard.processor.problem.Code;
import java.util.regex.Pattern;

/** Tickers: ASCII letters, digits, dot, hyphen, slash, caret and underscore. */
final class SymbolWord {

    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9.\\-/^_]+");

    private SymbolWord() {}

    static Parsed<String> parse(String text) {
        if (SYMBOL.matcher(text).matches()) {
            return new Parsed.Value<>(text);
        }
        String repaired = text.strip().replaceFirst("^\\$", "").replaceAll("\\s*[:|]\\s*", "/");
        return new Parsed.Broken<>(
                Code.TY405,
                text.isBlank() ? "symbol = \"" + text + "\" is empty." : "symbol = \"" + text + "\" is not a ticker.",
                "tickers are made of ASCII letters, digits, dot, hyphen, slash, caret and underscore; one @Subscribe"
                        + " names one.",
                SYMBOL.matcher(repaired).matches() ? "symbol = \"" + repaired + "\"" : "");
    }
}
