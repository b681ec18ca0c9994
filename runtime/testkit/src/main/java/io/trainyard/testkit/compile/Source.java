package io.trainyard.testkit.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.SimpleJavaFileObject;

/** One source file in memory. Its name comes from its text: the package, and the first type that is declared at the left margin. */
final class Source extends SimpleJavaFileObject {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:(?:public|final|abstract|sealed|non-sealed|strictfp)\\s+)*"
                    + "(?:class|interface|enum|record|@interface)\\s+(\\w+)");

    private final String text;

    private Source(String name, String text) {
        super(URI.create("memory:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
        this.text = text;
    }

    static Source of(String text) {
        Matcher type = TYPE.matcher(text);
        if (!type.find()) {
            throw new IllegalArgumentException(
                    "no type is declared in this source: begin a line with class, interface, enum or"
                            + " record, modifiers before it\n" + text);
        }
        Matcher inPackage = PACKAGE.matcher(text);
        return new Source((inPackage.find() ? inPackage.group(1) + "." : "") + type.group(1), text);
    }

    static Source of(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the source " + file + " cannot be read", e);
        }
    }

    String text() {
        return text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
