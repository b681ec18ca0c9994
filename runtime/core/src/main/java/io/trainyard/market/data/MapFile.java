package io.trainyard.market.data;

import io.trainyard.market.MarketDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Under which tickers a company was traded, as LEAN's map files have it: lines of date and ticker, the first the day of
 * its listing, each other the last day under that ticker. So the bars of WM are those of UW up to 1998-07-16, of WMI up to
 * 2009-08-04 and of WM only since: an older WM was another company.
 */
final class MapFile {

    private MapFile() {}

    /**
     * Days on which bars are in the files of a ticker.
     *
     * @param ticker in lower case
     * @param from the first day, {@code yyyyMMdd}
     * @param to the last day, {@code yyyyMMdd}
     */
    record Stretch(String ticker, int from, int to) {

        boolean has(int date) {
            return date >= from && date <= to;
        }
    }

    /** All days under one ticker, for a symbol without a map file. */
    static List<Stretch> always(String ticker) {
        return List.of(new Stretch(ticker, 0, Integer.MAX_VALUE));
    }

    /**
     * Reads the text of a map file.
     *
     * @return stretches in the order of time, those that follow each other under one ticker as one
     * @throws MarketDataException if a line is not as it should be, or the dates do not ascend
     */
    static List<Stretch> read(String source, byte[] text) {
        List<Stretch> stretches = new ArrayList<>();
        LineScanner lines = new LineScanner(source, text, ',');
        int from = 0;
        int before = 0;
        while (lines.nextLine()) {
            lines.field("date");
            int date = LeanDate.read(lines);
            if (date <= before) {
                throw lines.wrong("date", "a later date than on the line before");
            }
            lines.field("ticker");
            String ticker = lines.text().toLowerCase(Locale.ROOT);
            if (before == 0) {
                from = date;
            } else {
                int last = stretches.size() - 1;
                if (last >= 0 && stretches.get(last).ticker().equals(ticker)) {
                    stretches.set(last, new Stretch(ticker, stretches.get(last).from(), date));
                } else {
                    stretches.add(new Stretch(ticker, from, date));
                }
                from = date + 1;
            }
            before = date;
        }
        return List.copyOf(stretches);
    }
}
