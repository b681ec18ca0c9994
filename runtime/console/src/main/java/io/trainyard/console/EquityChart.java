package io.trainyard.console;

import io.trainyard.host.BacktestResult;
import io.trainyard.market.BarSeries;
import io.trainyard.portfolio.EquityCurve;
import io.trainyard.portfolio.Fill;
import io.trainyard.training.Outcome;
import io.trainyard.training.TrainingRun;
import java.awt.BasicStroke;
import java.awt.Color;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The equity of a backtest over time beside what buying its symbols at the start in equal parts and holding them would have come
 * to, without fees; on the equity, its trainings, buys and sells. Times are those of the strategy's zone.
 */
@SuppressWarnings("JavaUtilDate") // the dates of XChart's axes
final class EquityChart {

    /** More points than this cannot be told apart. */
    private static final int POINTS = 2_000;

    private static final Color BLUE = new Color(0x1f4e8c);
    private static final Color GREY = new Color(0x9a9a9a);
    private static final Color GOLD = new Color(0xd08a00);
    private static final Color RED = new Color(0xb3261e);
    private static final Color GREEN = new Color(0x2e7d32);

    private final BacktestResult result;
    private final XYChart chart;

    private EquityChart(BacktestResult result) {
        this.result = result;
        this.chart = new XYChartBuilder()
                .width(1000)
                .height(450)
                .title(result.strategy().name() + ": equity, trainings and trades")
                .build();
    }

    static XYChart of(BacktestResult result) {
        EquityChart drawn = new EquityChart(result);
        drawn.style();
        drawn.lines();
        drawn.trainings();
        drawn.fills();
        return drawn.chart;
    }

    private void style() {
        chart.getStyler()
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setMarkerSize(7);
        chart.getStyler().setTimezone(TimeZone.getTimeZone(result.strategy().zone()));
        chart.getStyler().setLocale(Locale.US);
        chart.getStyler().setDatePattern("yyyy-MM-dd");
        chart.getStyler().setYAxisDecimalPattern("#,##0");
        chart.getStyler().setPlotGridLinesColor(new Color(0xe6e6e6));
    }

    private void lines() {
        List<Date> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        List<Double> held = new ArrayList<>();
        LongToDoubleFunction holding = held();
        EquityCurve curve = result.equity();
        int every = Math.max(1, (curve.size() + POINTS - 1) / POINTS);
        for (int i = (curve.size() - 1) % every; i >= 0 && i < curve.size(); i += every) {
            times.add(new Date(curve.timeMillis(i)));
            values.add(curve.value(i));
            held.add(holding.applyAsDouble(curve.timeMillis(i)));
        }
        if (times.isEmpty()) {
            times.add(Date.from(result.from()));
            values.add(result.startEquity());
            held.add(result.startEquity());
        }
        line("buy and hold", times, held, GREY);
        line("equity", times, values, BLUE);
    }

    private void line(String name, List<Date> times, List<Double> values, Color color) {
        XYSeries series = chart.addSeries(name, times, values);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(1.6f));
    }

    /** What equal parts of the cash in every symbol, bought at its first close, are worth at a time. */
    private LongToDoubleFunction held() {
        List<BarSeries> held = result.tape().series();
        long from = result.from().toEpochMilli();
        return time -> {
            double sum = 0;
            for (BarSeries series : held) {
                int first = series.countUntil(from);
                int last = series.countUntil(time) - 1;
                sum += last < first
                        ? 1
                        : series.bar(last).close() / series.bar(first).close();
            }
            return result.startEquity() * sum / held.size();
        };
    }

    private void trainings() {
        marks("trained", trainings(true), SeriesMarkers.CIRCLE, GOLD);
        marks("not trained", trainings(false), SeriesMarkers.CROSS, RED);
    }

    private Stream<Instant> trainings(boolean good) {
        return result.trainings().stream()
                .filter(run -> run.outcome().kind() == Outcome.Kind.SUCCEEDED == good)
                .map(TrainingRun::settledAt);
    }

    private void fills() {
        marks("bought", fills(true), SeriesMarkers.TRIANGLE_UP, GREEN);
        marks("sold", fills(false), SeriesMarkers.TRIANGLE_DOWN, RED);
    }

    private Stream<Instant> fills(boolean bought) {
        return result.fills().stream()
                .filter(fill -> fill.quantity() > 0 == bought)
                .map(Fill::at);
    }

    /** Marks on the equity; no more than can be told apart. */
    private void marks(String name, Stream<Instant> instants, Marker marker, Color color) {
        List<Instant> all = instants.toList();
        if (all.isEmpty()) {
            return;
        }
        int every = Math.max(1, (all.size() + POINTS / 4 - 1) / (POINTS / 4));
        List<Date> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < all.size(); i += every) {
            times.add(Date.from(all.get(i)));
            values.add(equityAt(all.get(i).toEpochMilli()));
        }
        XYSeries series = chart.addSeries(name, times, values);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setMarker(marker);
        series.setMarkerColor(color);
    }

    /** The last equity at or before a time; the cash at the start where there is none. */
    private double equityAt(long millis) {
        EquityCurve curve = result.equity();
        int low = 0;
        int high = curve.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (curve.timeMillis(middle) <= millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? result.startEquity() : curve.value(low - 1);
    }
}
