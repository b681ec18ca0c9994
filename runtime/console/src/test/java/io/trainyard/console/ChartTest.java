package io.trainyard.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trainyard.host.BacktestResult;
import io.trainyard.host.Trainyard;
import io.trainyard.market.data.SampleBars;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import io.trainyard.strategy.StrategyWiring;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import picocli.CommandLine;

/** What a chart shows, and what is said where it cannot be drawn. */
final class ChartTest {

    @TempDir
    private Path folder;

    private record Printed(int code, String out, String err) {}

    private Printed draw(String chart) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false,
                "backtest",
                "sunday-trend",
                "--symbol",
                "AAPL",
                "--store",
                folder.resolve("models").toString(),
                "--chart",
                folder.resolve(chart).toString());
        return new Printed(code, out.toString(), err.toString());
    }

    @BeforeAll
    static void needs_no_screen() {
        System.setProperty("java.awt.headless", "true");
    }

    /** A JDK without a font of the system cannot draw. */
    private static boolean hasFonts() {
        try {
            return new Font(Font.SANS_SERIF, Font.PLAIN, 10)
                            .getStringBounds("x", new FontRenderContext(null, true, true))
                            .getWidth()
                    > 0;
        } catch (RuntimeException | LinkageError | InternalError e) {
            return false;
        }
    }

    @Test
    void shows_the_equity_beside_buying_and_holding_with_every_training_and_trade() throws Exception {
        StrategyWiring wiring = NamedStrategy.find("sunday-trend", new CommandLine(new TrainyardCommand()));
        BacktestResult result = Trainyard.backtest(wiring)
                .bars(new SampleBars())
                .substitute("SPY", "AAPL")
                .store(new MemoryStore(Quota.of(wiring.definition().plan())))
                .run();
        XYChart chart = EquityChart.of(result);

        assertThat(chart.getSeriesMap().keySet()).contains("buy and hold", "equity", "trained", "bought", "sold");
        assertThat(values(chart, "equity"))
                .hasSize(252)
                .last()
                .isEqualTo(result.equity().value(251));
        var bars = result.tape().series().get(0);
        assertThat(values(chart, "buy and hold")).first().isEqualTo(100_000.0);
        assertThat(values(chart, "buy and hold").get(251))
                .isCloseTo(100_000 * bars.bar(251).close() / bars.bar(0).close(), within(1e-6));
        assertThat(values(chart, "trained")).hasSize(result.trainings().size());
        long bought =
                result.fills().stream().filter(fill -> fill.quantity() > 0).count();
        assertThat(values(chart, "bought")).isNotEmpty().hasSize((int) bought);
        assertThat(values(chart, "sold")).isNotEmpty().hasSize(result.fills().size() - (int) bought);
        assertThat(chart.getSeriesMap()).doesNotContainKey("not trained");
    }

    private static List<Double> values(XYChart chart, String series) {
        return Arrays.stream(
                        Objects.requireNonNull(chart.getSeriesMap().get(series)).getYData())
                .boxed()
                .toList();
    }

    @Test
    void is_drawn_as_svg_and_as_png() throws Exception {
        assumeTrue(hasFonts(), "no fonts on this machine: skipped");
        assertThat(draw("chart.svg").code()).isZero();
        assertThat(draw("chart.PNG").code()).isZero();

        byte[] svg = Files.readString(folder.resolve("chart.svg"))
                .replaceFirst("(?s)<!DOCTYPE[^>]*>", "")
                .getBytes(UTF_8);
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
        assertThat(ImageIO.read(folder.resolve("chart.PNG").toFile()).getWidth())
                .isEqualTo(1000);
    }

    @Test
    void says_before_it_runs_that_it_cannot_be_written() {
        Printed ending = draw("chart.pdf");
        assertThat(ending.code()).isEqualTo(2);
        assertThat(ending.out()).isEmpty();
        assertThat(ending.err())
                .contains("is no file for a chart.")
                .contains("chart.svg")
                .contains("    why:  ");

        Printed missing = draw("nowhere/chart.svg");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.out()).isEmpty();
        assertThat(missing.err()).contains("in a folder that is not there.").contains("mkdir -p");
    }

    @Test
    void says_after_the_report_that_its_file_cannot_be_written() throws Exception {
        assumeTrue(hasFonts(), "no fonts on this machine: skipped");
        Files.createDirectory(folder.resolve("taken.svg"));
        Printed printed = draw("taken.svg");

        assertThat(printed.code()).isEqualTo(2);
        assertThat(printed.out()).contains("Sharpe ratio");
        assertThat(printed.err()).contains("cannot be written").contains("its report is complete");
    }
}
