package io.trainyard.console;

import io.trainyard.market.data.MarketHoursDatabase;
import io.trainyard.schedule.calendar.MarketFile;
import io.trainyard.schedule.calendar.MarketHours;
import io.trainyard.schedule.calendar.Markets;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists markets, shows the sessions of one, and takes one over from LEAN's database. */
@Command(
        name = "markets",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "trainyard markets [--json]",
            "trainyard markets NAME --from=DATE [--to=DATE] [--json]",
            "trainyard markets --lean=FILE [--entry=ENTRY]",
            ""
        },
        description = {
            "Lists the markets that schedules can name; with a NAME, its sessions, half days and holidays.",
            "Turns an entry of LEAN's database of market hours into the text of a market."
        },
        footer = {
            "",
            "Examples: trainyard markets us-equity --from 2026-11-23 --to 2026-12-31",
            "          trainyard markets --lean market-hours-database.json --entry 'Index-hkfe-[*]' \\",
            "              > src/main/resources/io/trainyard/markets/hkfe"
        })
final class MarketsCommand implements Runnable {

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A market to show.")
    private @Nullable String name;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            order = 1,
            converter = Converters.ToDate.class,
            description = "The first date to show, yyyy-MM-dd.")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            order = 2,
            converter = Converters.ToDate.class,
            description = "The last date to show. Default: a month's last.")
    private @Nullable LocalDate to;

    @Option(
            names = "--lean",
            paramLabel = "FILE",
            order = 3,
            description =
                    "LEAN's market-hours-database.json: lists its entries, or prints one as the text of a market.")
    private @Nullable Path lean;

    @Option(names = "--entry", paramLabel = "ENTRY", order = 4, description = "Which entry, such as Index-hkfe-[*].")
    private @Nullable String entry;

    @Option(names = "--json", order = 5, description = "Print JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        try {
            PrintWriter out = spec.commandLine().getOut();
            out.print(text());
            out.flush();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private String text() {
        if (lean != null) {
            return ofLean(lean);
        }
        if (entry != null) {
            throw new IllegalArgumentException("--entry names an entry of a database: add --lean FILE");
        }
        if (name != null) {
            MarketReport report = MarketReport.of(name, named(name), first(name), last());
            return json ? JsonReport.of(report) + "\n" : MarketText.of(report);
        }
        if (from != null || to != null) {
            throw new IllegalArgumentException("days are shown of one market: give its name, such as us-equity");
        }
        List<MarketReport.Listed> listed = list();
        return json ? JsonReport.ofMarkets(listed) + "\n" : MarketText.of(listed);
    }

    private static TradingCalendar named(String market) {
        return Markets.named(market, loader());
    }

    private static ClassLoader loader() {
        return Main.class.getClassLoader();
    }

    private LocalDate first(String market) {
        if (from == null) {
            throw new IllegalArgumentException(
                    "no days are given to show: trainyard markets " + market + " --from 2026-01-01");
        }
        return from;
    }

    private LocalDate last() {
        LocalDate first = from == null ? LocalDate.MIN : from;
        LocalDate last = to == null ? first.plusMonths(1).minusDays(1) : to;
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("--to " + last + " lies before --from " + first);
        }
        return last;
    }

    private static List<MarketReport.Listed> list() {
        List<MarketReport.Listed> listed = new ArrayList<>();
        Markets.names().forEach(market -> listed.add(MarketReport.Listed.of(market, named(market), "built in")));
        Markets.names(loader())
                .forEach(market -> listed.add(MarketReport.Listed.of(market, named(market), Markets.resource(market))));
        return listed;
    }

    private String ofLean(Path file) {
        if (name != null || from != null || to != null || json) {
            throw new IllegalArgumentException("--lean takes --entry and nothing else: its market has no name yet");
        }
        MarketHoursDatabase database = MarketHoursDatabase.read(file);
        if (entry == null) {
            return String.join("\n", database.entries()) + "\n";
        }
        MarketHours hours = database.entry(entry);
        return "# " + entry + " of LEAN's database of market hours\n" + MarketFile.text(hours);
    }
}
