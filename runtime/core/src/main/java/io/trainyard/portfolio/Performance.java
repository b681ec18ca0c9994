package io.trainyard.portfolio;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.jspecify.annotations.Nullable;

/**
 * How a portfolio did. Amounts are in the currency of the cash, returns and drawdowns are fractions: 0.1 for 10 %.
 *
 * @param startEquity the cash to start with
 * @param endEquity at the last point of the curve, or the start's if there is none
 * @param totalReturn {@code endEquity / startEquity - 1}
 * @param annualGrowth the compound annual growth rate, {@code (endEquity / startEquity) ^ (1 / years) - 1}, of years of
 *     365.25 days from the first to the last point; empty if they are one, or nothing is left
 * @param annualVolatility the sample standard deviation of the daily returns times the root of 252; empty for less than
 *     2 days, or if the equity was ever 0 or less at the end of a day
 * @param sharpeRatio mean by sample standard deviation of the daily returns, times the root of 252, for a riskless rate of
 *     0 (W. F. Sharpe, The Sharpe Ratio, Journal of Portfolio Management 21, 1994); empty like the volatility, and if
 *     that is 0
 * @param maxDrawdown the deepest fall from a peak; empty if it never fell
 * @param orders how many were placed
 * @param fills how many were filled
 * @param fees paid for all fills
 * @param turnover what was bought and sold by the mean equity: 2 if all was bought and sold once; empty without a curve,
 *     or if that mean is not positive
 */
public record Performance(
        double startEquity,
        double endEquity,
        double totalReturn,
        OptionalDouble annualGrowth,
        OptionalDouble annualVolatility,
        OptionalDouble sharpeRatio,
        Optional<Drawdown> maxDrawdown,
        int orders,
        int fills,
        double fees,
        OptionalDouble turnover) {

    /** Trading days in a year. */
    private static final double DAYS = 252;

    private static final double MILLIS_OF_YEAR = Duration.ofHours(24 * 365 + 6).toMillis();

    /**
     * A fall of the equity.
     *
     * @param fraction of the peak that was lost: 0.1 for 10 %
     * @param peak when it was highest before
     * @param trough when it was lowest
     */
    public record Drawdown(double fraction, Instant peak, Instant trough) {}

    /**
     * Reckons how a portfolio did.
     *
     * @param startEquity the cash to start with, positive
     * @param curve what it was worth
     * @param orders how many were placed
     * @param fills all fills
     * @param zone in which days end at midnight; the last point of a day is its close, the return of the first day counts
     *     from the start
     */
    public static Performance of(double startEquity, EquityCurve curve, int orders, List<Fill> fills, ZoneId zone) {
        int size = curve.size();
        double endEquity = size == 0 ? startEquity : curve.value(size - 1);
        double[] returns = dailyReturns(startEquity, curve, zone);
        OptionalDouble deviation = returns.length < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(StandardDeviation.of(returns).getAsDouble());
        OptionalDouble sharpe = deviation.isPresent() && deviation.getAsDouble() > 0
                ? OptionalDouble.of(Mean.of(returns).getAsDouble() / deviation.getAsDouble() * Math.sqrt(DAYS))
                : OptionalDouble.empty();
        return new Performance(
                startEquity,
                endEquity,
                endEquity / startEquity - 1,
                annualGrowth(startEquity, endEquity, curve),
                deviation.isPresent()
                        ? OptionalDouble.of(deviation.getAsDouble() * Math.sqrt(DAYS))
                        : OptionalDouble.empty(),
                sharpe,
                Optional.ofNullable(maxDrawdown(startEquity, curve)),
                orders,
                fills.size(),
                fills.stream().mapToDouble(Fill::fee).sum(),
                turnover(curve, fills));
    }

    private static OptionalDouble annualGrowth(double start, double end, EquityCurve curve) {
        int last = curve.size() - 1;
        if (last < 1 || end <= 0) {
            return OptionalDouble.empty();
        }
        double years = (curve.timeMillis(last) - curve.timeMillis(0)) / MILLIS_OF_YEAR;
        return OptionalDouble.of(Math.pow(end / start, 1 / years) - 1);
    }

    /** The returns from close to close, none if one of them is not defined. */
    private static double[] dailyReturns(double start, EquityCurve curve, ZoneId zone) {
        double[] returns = new double[16];
        int days = 0;
        double before = start;
        LocalDays dates = new LocalDays(zone);
        for (int i = 0; i < curve.size(); i++) {
            boolean close = i == curve.size() - 1 || dates.of(curve.timeMillis(i + 1)) > dates.of(curve.timeMillis(i));
            if (close) {
                if (before <= 0) {
                    return new double[0];
                }
                if (days == returns.length) {
                    returns = Arrays.copyOf(returns, days * 2);
                }
                returns[days++] = curve.value(i) / before - 1;
                before = curve.value(i);
            }
        }
        return before <= 0 ? new double[0] : Arrays.copyOf(returns, days);
    }

    private static @Nullable Drawdown maxDrawdown(double start, EquityCurve curve) {
        double peak = start;
        int peakAt = 0;
        double deepest = 0;
        Drawdown drawdown = null;
        for (int i = 0; i < curve.size(); i++) {
            double value = curve.value(i);
            if (value >= peak) {
                peak = value;
                peakAt = i;
            } else if ((peak - value) / peak > deepest) {
                deepest = (peak - value) / peak;
                drawdown = new Drawdown(deepest, curve.time(peakAt), curve.time(i));
            }
        }
        return drawdown;
    }

    private static OptionalDouble turnover(EquityCurve curve, List<Fill> fills) {
        if (curve.size() == 0) {
            return OptionalDouble.empty();
        }
        Mean mean = Mean.create();
        for (int i = 0; i < curve.size(); i++) {
            mean.accept(curve.value(i));
        }
        return mean.getAsDouble() > 0
                ? OptionalDouble.of(fills.stream().mapToDouble(Fill::value).sum() / mean.getAsDouble())
                : OptionalDouble.empty();
    }
}
