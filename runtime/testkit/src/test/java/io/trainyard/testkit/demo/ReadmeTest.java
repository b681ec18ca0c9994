package io.trainyard.testkit.demo;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page of the test kit shows is so: its tests are those here, and its message is what the failing one says. */
final class ReadmeTest {

    private static final Path PAGE = Path.of("README.md");
    private static final Path TESTS = Path.of("src/test/java/io/trainyard/testkit/demo");

    @StrategyTest(SundayTrend.class)
    void trains_on_sundays(StrategyDriver driver) {
        driver.past(Weekdays.from("2024-03-04", 10, 11, 12, 13, 14)).advanceTo("2024-03-10T08:00");
        assertThat(driver).trained("fit").at("2024-03-10T08:00").isModelReady();
    }

    @Test
    void the_first_test_on_the_page_is_the_one_here() throws IOException {
        assertThat(source("ReadmeTest")).contains(block("java", 0).indent(4));
    }

    @Test
    void the_fake_on_the_page_is_that_of_the_desk() throws IOException {
        for (String lines : block("java", 1).split("\n\n", -1)) {
            assertThat(source("DeskTest").replaceAll("(?m)^ +", ""))
                    .contains(lines.strip().replaceAll("(?m)^ +", ""));
        }
    }

    @Test
    void the_message_on_the_page_is_what_the_failing_test_says() throws IOException {
        StrategyDriver driver = StrategyDriver.of(SundayTrend.class).build();
        driver.past(Weekdays.from("2024-03-04", 10, 11, 12, 13, 14));

        // the failing test of the page
        driver.feed(Weekdays.from("2024-03-11", 14, 15, 16, 17, 18));
        driver.advanceTo("2024-03-17T07:59").exhaustBudget();
        driver.advanceTo("2024-03-17T08:00");
        Throwable failure =
                catchThrowable(() -> assertThat(driver).trained("fit").at("2024-03-17T08:00"));

        assertThat(failure).isInstanceOf(AssertionError.class);
        String said = String.valueOf(failure.getMessage());
        if ("write".equals(System.getProperty("trainyard.goldens"))) {
            Files.writeString(
                    PAGE,
                    Files.readString(PAGE)
                            .replaceFirst(
                                    "(?s)```text\n.*?```",
                                    java.util.regex.Matcher.quoteReplacement("```text\n" + said.strip() + "\n```")));
        }
        assertThat(block("text", 0).strip()).isEqualTo(said.strip());
    }

    private static String source(String test) throws IOException {
        return Files.readString(TESTS.resolve(test + ".java"), StandardCharsets.UTF_8);
    }

    private static String block(String language, int number) throws IOException {
        List<MatchResult> blocks = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE, StandardCharsets.UTF_8))
                .results()
                .toList();
        return blocks.get(number).group(1);
    }
}
