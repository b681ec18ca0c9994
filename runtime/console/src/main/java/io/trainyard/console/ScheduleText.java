package io.trainyard.console;

import io.trainyard.console.ScheduleReport.Due;
import io.trainyard.console.ScheduleReport.Found;
import io.trainyard.console.ScheduleReport.Training;
import io.trainyard.schedule.Words;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Explains schedules to people. */
final class ScheduleText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE;

    /** How many rows are printed at the beginning and at the end, where there are more than both. */
    private static final int ROWS = 4;

    private final StringBuilder text = new StringBuilder();

    private ScheduleText() {}

    /** The report; {@code all} prints every instant. */
    static String of(ScheduleReport report, boolean all) {
        ScheduleText text = new ScheduleText();
        text.head(report);
        text.due(report, all);
        text.findings(report);
        return text.text.toString();
    }

    private void head(ScheduleReport report) {
        for (Training training : report.trainings()) {
            String name =
                    report.trainings().size() == 1 && report.name().equals("schedule") ? "" : training.name() + ", ";
            training.rules().forEach(rule -> line("%s%s", name, rule));
        }
        line("  days      %s to %s (%s)", DATE.format(report.from()), DATE.format(report.to()), report.zone());
        line("  budget    %s", report.budget());
        report.trainings().stream()
                .map(Training::limit)
                .distinct()
                .forEach(limit -> line("  a run     takes %s at most", Words.length(limit)));
    }

    private void due(ScheduleReport report, boolean all) {
        text.append('\n');
        line("Due        %,d time%s", report.count(), report.count() == 1 ? "" : "s");
        List<Due> due = report.due();
        boolean named = report.trainings().size() > 1;
        boolean whole = all || due.size() <= 2 * ROWS + 1;
        for (int i = 0; i < due.size(); i++) {
            if (whole || i < ROWS || i >= due.size() - ROWS) {
                Due one = due.get(i);
                line("%6d  %s  %s%s", i + 1, TIME.format(one.local()), one.utc(), named ? "  " + one.training() : "");
            } else if (i == ROWS) {
                line("        ... %,d more, with --all", due.size() - 2 * ROWS);
            }
        }
    }

    private void findings(ScheduleReport report) {
        text.append('\n');
        Duration highest = report.highestLevel();
        if (report.findings().isEmpty()) {
            line("Nothing speaks against it.");
        }
        for (Found found : report.findings()) {
            line("%s: [%s] %s", found.severity(), found.code(), found.what());
            line("    why:  %s", found.why());
            line("    fix:  %s", found.fix());
            line("    more: processor/errors/%s.md", found.code());
        }
        if (highest != null && !highest.isZero()) {
            Duration seconds = highest.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
            line("The budget is in use up to %s.", Words.length(seconds));
        }
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
