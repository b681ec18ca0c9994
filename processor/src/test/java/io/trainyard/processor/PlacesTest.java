package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The caret stands under the very value, in annotations that are repeated as in those that stand alone. */
class PlacesTest {

    @Test
    void points_at_values() {
        String[] source = {
            "package demo;",
            "@io.trainyard.Strategy(name = \"a\", zone = \"EST\")",
            "@io.trainyard.Subscribe(resolution = io.trainyard.Resolution.DAILY, symbol = \"SPY\")",
            "@io.trainyard.Subscribe(resolution = io.trainyard.Resolution.DAILY, symbol = \"S P Y\")",
            "final class Places {",
            "  @io.trainyard.Stored(\"places/\") String a;",
            "  @io.trainyard.Train(day = java.time.DayOfWeek.SUNDAY, at = \"8am\") String a() { return null; }",
            "  @io.trainyard.Stored(\"places/b\") Integer b;",
            "  @io.trainyard.Train() @io.trainyard.Train(at = \"8pm\", day = java.time.DayOfWeek.SUNDAY)",
            "  Integer b() { return null; }",
            "  @io.trainyard.Stored(\"places/c\") Long c;",
            "  @io.trainyard.Train @io.trainyard.Train(at = \"08:00\", day = {java.time.DayOfWeek.SUNDAY, java.time.DayOfWeek.SUNDAY})",
            "  Long c(String text) { return null; }",
            "}"
        };
        Compilation compilation = Javac.compile(Javac.source("Places", source));
        List<String> found = compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getMessage(Locale.ROOT).startsWith("[TY"))
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT).substring(1, 6) + " "
                        + source[(int) diagnostic.getLineNumber() - 1].substring(
                                (int) diagnostic.getColumnNumber() - 1))
                .toList();
        assertThat(found)
                .containsExactlyInAnyOrder(
                        "TY203 \"EST\")",
                        "TY405 \"S P Y\")",
                        "TY301 \"places/\") String a;",
                        "TY201 \"8am\") String a() { return null; }",
                        "TY201 \"8pm\", day = java.time.DayOfWeek.SUNDAY)",
                        // the compiler points at the dot of a qualified name
                        "TY206 .SUNDAY})",
                        "TY401 text) { return null; }");
    }
}
