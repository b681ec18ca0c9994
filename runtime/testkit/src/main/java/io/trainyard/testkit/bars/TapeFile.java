package io.trainyard.testkit.bars;

import io.trainyard.Resolution;
import io.trainyard.market.Bar;
import io.trainyard.market.BarSeries;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.Tape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tapes as files: text, so that a change of a recording can be read in a review. After a line {@code trainyard-tape 1} each
 * series has a line {@code series SYMBOL RESOLUTION}, and then one of each bar: start, end (milliseconds since 1970-01-01T00:00Z), open,
 * high, low, close and volume, divided by blanks. What is read is what was written, to the last bit.
 */
public final class TapeFile {

    private static final String HEAD = "trainyard-tape 1";

    private TapeFile() {}

    /**
     * Writes a tape, in place of what is there.
     *
     * @throws MarketDataException if it cannot be written
     */
    public static void write(Path file, Tape tape) {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        for (BarSeries series : tape.series()) {
            text.append("series ")
                    .append(series.symbol())
                    .append(' ')
                    .append(series.resolution().name().toLowerCase(Locale.ROOT))
                    .append('\n');
            for (int i = 0; i < series.size(); i++) {
                Bar bar = series.bar(i);
                text.append(bar.startMillis()).append(' ').append(bar.endMillis());
                for (double value : new double[] {bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()}) {
                    text.append(' ').append(value);
                }
                text.append('\n');
            }
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new MarketDataException("the tape " + file + " cannot be written: " + e, e);
        }
    }

    /**
     * Reads a tape.
     *
     * @throws MarketDataException if it is not there, or no such file
     */
    public static Tape read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new MarketDataException("the tape " + file + " cannot be read: " + e, e);
        }
        if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
            throw refused(file, 1, "it does not begin with \"" + HEAD + "\"");
        }
        List<BarSeries.Builder> all = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] words = lines.get(i).split(" ", -1);
            try {
                if (words[0].equals("series") && words.length == 3) {
                    all.add(BarSeries.of(words[1], Resolution.valueOf(words[2].toUpperCase(Locale.ROOT))));
                } else if (words.length == 7 && !all.isEmpty()) {
                    add(words, all.get(all.size() - 1));
                } else {
                    throw refused(file, i + 1, "it is neither a series nor a bar of one");
                }
            } catch (IllegalArgumentException e) {
                throw refused(file, i + 1, String.valueOf(e.getMessage()));
            }
        }
        return Tape.of(all.stream().map(BarSeries.Builder::build).toList());
    }

    private static void add(String[] words, BarSeries.Builder series) {
        series.add(
                Long.parseLong(words[0]),
                Long.parseLong(words[1]),
                Double.parseDouble(words[2]),
                Double.parseDouble(words[3]),
                Double.parseDouble(words[4]),
                Double.parseDouble(words[5]),
                Double.parseDouble(words[6]));
    }

    private static MarketDataException refused(Path file, int line, String why) {
        return new MarketDataException(
                "line " + line + " of the tape " + file + " cannot be understood",
                why,
                "record it again with TapeFile.write");
    }
}
