package io.trainyard.market.data;

import io.trainyard.market.BarSeries;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.Subscription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads one CSV text. */
final class CsvReader {

    private static final List<String> COLUMNS = List.of("timestamp", "open", "high", "low", "close", "volume");
    private static final List<String> STAMP_NAMES = List.of("timestamp", "time", "date", "datetime");
    private static final int STAMP = 0;
    private static final int VOLUME = 5;
    private static final int SKIPPED = -1;

    private final LineScanner lines;
    private final CsvStamps stamps;
    private final WallClock clock;
    private final BarSeries.Builder bars;

    /** The column of {@link #COLUMNS} in which each field of a line is. */
    private int[] columns = {STAMP, 1, 2, 3, 4, VOLUME};

    private boolean volume = true;

    private CsvReader(LineScanner lines, Subscription subscription, CsvStamps stamps) {
        this.lines = lines;
        this.stamps = stamps;
        this.clock = new WallClock(stamps.zone());
        this.bars = BarSeries.of(subscription.symbol(), subscription.resolution());
    }

    /**
     * Reads all bars.
     *
     * @param source what is read, for errors
     * @throws MarketDataException if the text has no bars, or a line is not as it should be
     */
    static BarSeries read(String source, byte[] text, Subscription subscription, CsvStamps stamps) {
        CsvReader reader = new CsvReader(new LineScanner(source, text, ','), subscription, stamps);
        reader.readAll();
        BarSeries series = reader.bars.build();
        if (series.size() == 0) {
            throw new MarketDataException("no bars in " + source, "it has no line with a bar", "name a file with bars");
        }
        return series;
    }

    private void readAll() {
        if (!lines.nextLine()) {
            return;
        }
        if (lines.lineText().indexOf(';') >= 0) {
            lines.separatedBy(';');
        }
        List<String> first = fields();
        if (Character.isLetter(first.get(0).isEmpty() ? ' ' : first.get(0).charAt(0))
                || first.stream().anyMatch(STAMP_NAMES::contains)) {
            readNames(first);
            if (!lines.nextLine()) {
                return;
            }
        } else {
            volume = first.size() > VOLUME;
        }
        do {
            lines.restartLine();
            readBar();
        } while (lines.nextLine());
    }

    private List<String> fields() {
        List<String> fields = new ArrayList<>();
        while (lines.nextField()) {
            fields.add(lines.text().toLowerCase(Locale.ROOT));
        }
        return fields;
    }

    private void readNames(List<String> names) {
        columns = new int[names.size()];
        Arrays.fill(columns, SKIPPED);
        for (int i = 0; i < names.size(); i++) {
            int column = STAMP_NAMES.contains(names.get(i)) ? STAMP : COLUMNS.indexOf(names.get(i));
            if (column != SKIPPED && has(column)) {
                throw wrongNames("it has two columns of " + COLUMNS.get(column), "leave one of them");
            }
            columns[i] = column;
        }
        volume = has(VOLUME);
        for (int column = 0; column < VOLUME; column++) {
            if (!has(column)) {
                throw wrongNames(
                        "it has no column " + COLUMNS.get(column),
                        "name the columns timestamp, open, high, low, close, volume; for " + COLUMNS.get(STAMP)
                                + " also time, date, datetime");
            }
        }
    }

    private boolean has(int column) {
        return Arrays.stream(columns).anyMatch(one -> one == column);
    }

    private MarketDataException wrongNames(String why, String fix) {
        return new MarketDataException(lines.place() + ": \"" + lines.lineText() + "\"", why, fix);
    }

    private void readBar() {
        CsvStamps.Span span = null;
        double[] values = new double[COLUMNS.size()];
        for (int column : columns) {
            if (column == VOLUME && !volume) {
                continue;
            }
            lines.field(column == SKIPPED ? "to skip" : COLUMNS.get(column));
            if (column == STAMP) {
                span = stamps.read(lines, COLUMNS.get(STAMP), clock);
            } else if (column != SKIPPED) {
                values[column] = lines.decimal(COLUMNS.get(column));
            }
        }
        if (span == null) {
            throw new AssertionError("every layout has a stamp");
        }
        try {
            bars.add(span.start(), span.end(), values[1], values[2], values[3], values[4], values[VOLUME]);
        } catch (MarketDataException e) {
            throw lines.refused(e);
        }
    }
}
