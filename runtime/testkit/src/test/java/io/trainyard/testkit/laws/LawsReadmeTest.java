package io.trainyard.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.market.data.BarSource;
import io.trainyard.testkit.bars.Bars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README shows of bars and laws is what really is. */
final class LawsReadmeTest {

    private final String readme = read("README.md");

    @Test
    void its_story_is_what_a_broken_law_says() throws ClassNotFoundException {
        Verdict verdict = Laws.of(Class.forName("io.trainyard.testkit.laws.planted.CountsInAField"))
                .check(Law.RESTART);

        assertThat(readme).contains(((Verdict.Broken) verdict).story());
    }

    @Test
    void its_table_has_every_law() {
        for (Law law : Law.values()) {
            assertThat(readme).contains("\n| `" + law + "` | ");
        }
    }

    @Test
    void its_bars_can_be_made() {
        String code = read("src/test/java/io/trainyard/testkit/laws/LawsReadmeTest.java");
        assertThat(bars().available()).hasSize(2);
        assertThat(lines(code)).contains(lines(block("BarSource three")));
    }

    private static BarSource bars() {
        BarSource three = Bars.daily("SPY").from("2024-01-02").closes(470.1, 471.3, 468.9);
        BarSource rough = Bars.daily("SPY")
                .from("2023-01-03")
                .to("2024-06-28")
                .randomWalk(42)
                .split("2024-03-01", 4)
                .badTick("2023-06-01", 10)
                .gap("2023-08-14", "2023-08-18");
        BarSource two = Bars.all(
                rough,
                Bars.minutes("BTCUSD")
                        .from("2024-03-10")
                        .to("2024-03-11")
                        .randomWalk(7)
                        .halt("2024-03-10T12:30", "PT45M"));
        assertThat(three.available()).hasSize(1);
        return two;
    }

    private String block(String beginning) {
        int start = readme.indexOf(beginning);
        return readme.substring(start, readme.indexOf("```", start));
    }

    /** The formatter breaks lines as it likes. */
    private static String lines(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
