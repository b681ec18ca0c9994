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
            "  @io.trainyard.Stored(\"places/d\") Short d;",
            "  @io.trainyard.Train(on = io.trainyard.Days.EVERY_DAY, at = {\"08:00\", \"8pm\"}, zone = \"JST\")",
            "  Short d() { return null; }",
            "  @io.trainyard.Stored(\"places/e\") Byte e;",
            "  @io.trainyard.Train(date = \"2026-01-02\", at = \"08:00\", or = @io.trainyard.Dates(date = {\"2026-01-03\", \"2026.01.04\"}))",
            "  @io.trainyard.Train(at = \"09:00\", on = io.trainyard.Days.TODAY, except = {@io.trainyard.Dates(date = \"2026-01-05\"), @io.trainyard.Dates()})",
            "  Byte e() { return null; }",
            "  @io.trainyard.Stored(\"places/f\") Float f;",
            "  @io.trainyard.Train(on = io.trainyard.Days.EVERY_DAY, at = \"08:00\", except = @io.trainyard.Dates(date = {\"2026-01-02\", \"2026-01-02\"}))",
            "  Float f() { return null; }",
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
                        "TY401 text) { return null; }",
                        "TY201 \"8pm\"}, zone = \"JST\")",
                        "TY203 \"JST\")",
                        "TY207 \"2026.01.04\"}))",
                        "TY205 @io.trainyard.Dates()})",
                        "TY206 \"2026-01-02\"}))");
    }
}
