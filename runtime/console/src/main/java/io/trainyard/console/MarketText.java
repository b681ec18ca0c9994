package io.trainyard.console;

import io.trainyard.console.MarketReport.Day;
import io.trainyard.console.MarketReport.Listed;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows markets to people. */
final class MarketText {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ROOT);

    private MarketText() {}

    static String of(List<Listed> markets) {
        StringBuilder text = new StringBuilder();
        for (Listed market : markets) {
            line(text, "%-12s  %-18s  %-18s  %s", market.name(), market.title(), market.zone(), market.origin());
        }
        return text.toString();
    }

    static String of(MarketReport report) {
        StringBuilder text = new StringBuilder();
        String title = report.title().equals(report.name()) ? "" : " " + report.title() + ",";
        line(text, "%s,%s %s to %s (%s)", report.name(), title, report.from(), report.to(), report.zone());
        for (Day day : report.days()) {
            String sessions = day.sessions().stream()
                    .map(session -> session.kind() + " " + MarketReport.time(session.opens(), day.date()) + "-"
                            + MarketReport.time(session.closes(), day.date()))
                    .collect(Collectors.joining(", "));
            String differs = String.join(", ", day.differs());
            line(
                    text,
                    "  %s  %s%s",
                    DATE.format(day.date()),
                    sessions,
                    differs.isEmpty() || sessions.isEmpty() ? differs : "  <- " + differs);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
