package io.trainyard.market.data;

import io.trainyard.market.MarketDataException;
import java.util.Arrays;

/**
 * The split and dividend factors of one symbol, as LEAN's factor files have them: lines of date, price factor (dividends),
 * split factor and a reference price that is not needed here. A line holds for the days after the line before it up to and
 * including its own date; the first line also for all days before it; after the last line both factors are 1. Days are
 * numbers {@code yyyyMMdd}.
 *
 * @see <a href="https://github.com/QuantConnect/Lean/blob/master/Common/Data/Auxiliary/CorporateFactorProvider.cs">LEAN's
 *     GetPriceFactor</a>
 */
final class FactorFile {

    /** Both factors are 1 on all days. */
    static final FactorFile NONE = new FactorFile(new int[0], new double[0], new double[0]);

    private final int[] dates;
    private final double[] priceFactors;
    private final double[] splitFactors;

    private FactorFile(int[] dates, double[] priceFactors, double[] splitFactors) {
        this.dates = dates;
        this.priceFactors = priceFactors;
        this.splitFactors = splitFactors;
    }

    /**
     * Reads the text of a factor file.
     *
     * @throws MarketDataException if a line is not as it should be, or the dates do not ascend
     */
    static FactorFile read(String source, byte[] text) {
        int[] dates = new int[16];
        double[] prices = new double[16];
        double[] splits = new double[16];
        int size = 0;
        LineScanner lines = new LineScanner(source, text, ',');
        while (lines.nextLine()) {
            if (size == dates.length) {
                dates = Arrays.copyOf(dates, size * 2);
                prices = Arrays.copyOf(prices, size * 2);
                splits = Arrays.copyOf(splits, size * 2);
            }
            lines.field("date");
            dates[size] = LeanDate.read(lines);
            if (size > 0 && dates[size] <= dates[size - 1]) {
                throw lines.wrong("date", "a later date than on the line before");
            }
            prices[size] = factor(lines, "price factor");
            splits[size] = factor(lines, "split factor");
            size++;
        }
        return new FactorFile(Arrays.copyOf(dates, size), Arrays.copyOf(prices, size), Arrays.copyOf(splits, size));
    }

    private static double factor(LineScanner lines, String column) {
        lines.field(column);
        double factor = lines.decimal(column);
        if (!(factor > 0 && Double.isFinite(factor))) {
            throw lines.wrong(column, "a positive number");
        }
        return factor;
    }

    /** What to multiply a price of {@code date} by. */
    double price(int date, Normalization normalization) {
        int row = row(date);
        if (row == dates.length || normalization == Normalization.RAW) {
            return 1;
        }
        return normalization == Normalization.ADJUSTED ? priceFactors[row] * splitFactors[row] : splitFactors[row];
    }

    /** What to divide a volume of {@code date} by. */
    double volume(int date, Normalization normalization) {
        int row = row(date);
        return row == dates.length || normalization == Normalization.RAW ? 1 : splitFactors[row];
    }

    private int row(int date) {
        int found = Arrays.binarySearch(dates, date);
        return found >= 0 ? found : -found - 1;
    }
}
