package io.trainyard.console;

import io.trainyard.console.BacktestReport.Fate;
import io.trainyard.console.BacktestReport.Filling;
import io.trainyard.console.BacktestReport.Restored;
import io.trainyard.console.BacktestReport.Stored;
import io.trainyard.console.BacktestReport.Trade;
import io.trainyard.console.BacktestReport.Training;
import io.trainyard.console.BacktestReport.Version;
import io.trainyard.portfolio.Order;
import io.trainyard.portfolio.Performance;
import io.trainyard.store.Usage;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a report for people. */
final class TextReport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE;

    /** How many rows of a list are printed at its beginning and at its end, where it is longer than both. */
    private static final int ROWS = 4;

    private final StringBuilder text = new StringBuilder();
    private final boolean all;

    private TextReport(boolean all) {
        this.all = all;
    }

    /** The report; {@code all} prints lists in full. */
    static String of(BacktestReport report, boolean all) {
        TextReport text = new TextReport(all);
        text.head(report);
        text.trainings(report.trainings());
        text.stored(report);
        text.orders(report.orders());
        text.result(report.performance());
        return text.text.toString();
    }

    private void head(BacktestReport report) {
        line(
                "%s over %s, %s to %s (%s)",
                report.strategy(),
                String.join(", ", report.symbols()),
                DATE.format(report.from()),
                DATE.format(report.to().minusNanos(1)),
                report.from().getZone());
        line("  data      %s", report.data());
        report.substitutes().forEach((symbol, other) -> line("            %s in place of %s", other, symbol));
        for (Restored restored : report.restored()) {
            line("  restored  %s", describe(restored));
        }
        line(
                "  slices    %,d%s",
                report.slices(),
                report.withheld() == 0
                        ? ""
                        : String.format(Locale.ROOT, ", of them %,d before the models were ready", report.withheld()));
    }

    private static String describe(Restored restored) {
        Version version = restored.version();
        if (version != null) {
            return restored.key() + ", version " + version.number() + ", trained " + TIME.format(version.trainedAt());
        }
        return restored.problem() == null
                ? "nothing yet for " + restored.key()
                : "not " + restored.key() + ": " + restored.problem().replace("\n", "\n            ");
    }

    private void trainings(List<Training> trainings) {
        text.append('\n');
        line("Trainings  %s", counts(trainings));
        rows(
                trainings,
                training -> row(
                        "%4d  %s  %-12s  %s",
                        training.number(), TIME.format(training.due()), training.training(), fate(training)));
    }

    private static String counts(List<Training> trainings) {
        List<String> counts = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            long count = trainings.stream()
                    .filter(training -> training.fate() == fate)
                    .count();
            if (count > 0 || fate == Fate.TRAINED) {
                counts.add(count + " " + fate.name().toLowerCase(Locale.ROOT));
            }
        }
        return String.join(", ", counts);
    }

    private static String fate(Training training) {
        if (training.reason() != null) {
            return training.fate().name().toLowerCase(Locale.ROOT) + ": " + inOneLine(training.reason());
        }
        return training.stored().stream()
                .map(saved -> saved.key() + " version " + saved.version())
                .collect(Collectors.joining(", "));
    }

    /** What is wrong and why, without what to do about it. */
    static String inOneLine(String reason) {
        String what = reason.lines().findFirst().orElse("");
        return reason.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("why:"))
                .findFirst()
                .map(why -> what.replaceFirst("[.]$", "") + ": "
                        + why.substring("why:".length()).strip())
                .orElse(what);
    }

    private void stored(BacktestReport report) {
        text.append('\n');
        Usage usage = report.usage();
        line(
                "Stored     %,d of %,d bytes, %,d of %,d objects; history: %,d bytes in %,d versions",
                usage.bytes(),
                report.quota().maxBytes(),
                usage.objects(),
                report.quota().maxObjects(),
                usage.historyBytes(),
                usage.historyVersions());
        for (Stored stored : report.stored()) {
            line("      %s  %s", stored.key(), describe(stored));
        }
    }

    private static String describe(Stored stored) {
        String state = stored.state().name().toLowerCase(Locale.ROOT);
        Version version = stored.version();
        if (version == null) {
            return state;
        }
        return row(
                "%s, version %d, %,d bytes, trained %s%s",
                state,
                version.number(),
                version.bytes(),
                TIME.format(version.trainedAt()),
                version.dataEnd() == null ? "" : ", from data until " + TIME.format(version.dataEnd()));
    }

    private void orders(List<Trade> orders) {
        text.append('\n');
        long filled = orders.stream()
                .filter(order -> order.status() == Order.Status.FILLED)
                .count();
        line("Orders     %,d placed, %,d filled", orders.size(), filled);
        rows(
                orders,
                order -> row(
                        "%4d  %s  %-4s %,10.0f %s  %s",
                        order.id(),
                        TIME.format(order.placedAt()),
                        order.quantity() > 0 ? "buy" : "sell",
                        Math.abs(order.quantity()),
                        order.symbol(),
                        describe(order)));
    }

    private static String describe(Trade order) {
        Filling fill = order.fill();
        if (fill != null) {
            return row("filled %s at %.4f, fee %.2f", TIME.format(fill.at()), fill.price(), fill.fee());
        }
        String status = order.status().name().toLowerCase(Locale.ROOT);
        return order.reason() == null ? status : status + ": " + order.reason();
    }

    private void result(Performance performance) {
        text.append('\n');
        line(
                "Result     %,.2f from %,.2f, fees %,.2f",
                performance.endEquity(), performance.startEquity(), performance.fees());
        line("      total return       %s", percent(OptionalDouble.of(performance.totalReturn())));
        line("      annual growth      %s", percent(performance.annualGrowth()));
        line("      annual volatility  %s", percent(performance.annualVolatility()));
        line("      Sharpe ratio       %s", number(performance.sharpeRatio()));
        line(
                "      max drawdown       %s",
                performance
                        .maxDrawdown()
                        .map(fall -> percent(OptionalDouble.of(fall.fraction())))
                        .orElse("none"));
    }

    private static String percent(OptionalDouble fraction) {
        return fraction.isPresent() ? row("%.2f %%", fraction.getAsDouble() * 100) : "not defined";
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? row("%.3f", value.getAsDouble()) : "not defined";
    }

    private <T> void rows(List<T> items, Function<T, String> row) {
        boolean whole = all || items.size() <= 2 * ROWS + 1;
        for (int i = 0; i < items.size(); i++) {
            if (whole || i < ROWS || i >= items.size() - ROWS) {
                text.append("  ").append(row.apply(items.get(i))).append('\n');
            } else if (i == ROWS) {
                line("      ... %,d more, with --all", items.size() - 2 * ROWS);
            }
        }
    }

    private static String row(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private void line(String format, Object... values) {
        text.append(row(format, values)).append('\n');
    }
}
