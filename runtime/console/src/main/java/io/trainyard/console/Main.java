package io.trainyard.console;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Starts the command line. Exit codes: 0 done, 1 the run failed, 2 the call or its data was wrong. */
public final class Main {

    private Main() {}

    /** Runs one command and exits. */
    public static void main(String... arguments) {
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Terminal.isInteractive(),
                arguments));
    }

    /**
     * Runs one command.
     *
     * @param out where results go
     * @param err where progress and errors go
     * @param interactive whether {@code err} is a terminal
     * @return the exit code
     */
    static int run(PrintWriter out, PrintWriter err, boolean interactive, String... arguments) {
        CommandLine commandLine = new CommandLine(new TrainyardCommand())
                .addSubcommand(new StrategiesCommand())
                .addSubcommand(new ScheduleCommand())
                .addSubcommand(new MarketsCommand())
                .addSubcommand(new BacktestCommand(interactive))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Failures::print)
                .setParameterExceptionHandler(Failures::printMisuse);
        return commandLine.execute(arguments);
    }
}
