package io.trainyard.console;

import io.trainyard.host.BacktestResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import picocli.CommandLine;

/** A file for a chart, SVG or PNG by its name; what is wrong with it is told before anything runs. */
final class ChartFile {

    private final Path path;
    private final CommandLine command;

    private ChartFile(Path path, CommandLine command) {
        this.path = path;
        this.command = command;
    }

    /**
     * A file to write to.
     *
     * @throws Refusal if its name ends in neither {@code .svg} nor {@code .png}, or its folder is not there
     */
    static ChartFile at(Path path, CommandLine command) {
        Path folder = path.toAbsolutePath().getParent();
        if (!isVector(path) && !name(path).endsWith(".png")) {
            throw new Refusal(
                    command,
                    "--chart " + path + " is no file for a chart.",
                    "the end of its name says what to draw, .svg or .png.",
                    "--chart " + path.toString().replaceFirst("\\.[^./\\\\]*$", "") + ".svg");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Refusal(
                    command,
                    "--chart " + path + " is in a folder that is not there.",
                    "a chart is written when the backtest is over, and its folder has to be there then.",
                    "mkdir -p " + folder);
        }
        return new ChartFile(path, command);
    }

    /**
     * Draws a result.
     *
     * @throws Refusal if it cannot be drawn or written here
     */
    void draw(BacktestResult result) {
        System.setProperty("java.awt.headless", "true");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XYChart chart = EquityChart.of(result);
            if (isVector(path)) {
                VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsFormat.SVG);
            } else {
                BitmapEncoder.saveBitmap(chart, bytes, BitmapFormat.PNG);
            }
        } catch (IOException | RuntimeException | LinkageError | InternalError e) {
            // the JDK says in many ways that it finds no font
            throw new Refusal(
                    command,
                    "the chart cannot be drawn here: " + e + ".",
                    "the JDK draws with the fonts of the system, and has none of its own.",
                    "install fontconfig and a font, such as DejaVu (packages fontconfig and fonts-dejavu-core)");
        }
        try {
            Files.write(path, bytes.toByteArray());
        } catch (IOException e) {
            throw new Refusal(
                    command,
                    "--chart " + path + " cannot be written: " + e + ".",
                    "the backtest is over, and its report is complete.",
                    "another file");
        }
    }

    private static boolean isVector(Path path) {
        return name(path).endsWith(".svg");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    }
}
