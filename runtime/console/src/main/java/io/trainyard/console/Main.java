package io.trainyard.console;

import io.trainyard.console.store.StoreCommand;
import io.trainyard.time.WallClock;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Starts the command line. Exit codes: 0 done, 1 the run failed or was refused, 2 the call or its data was wrong. */
public final class Main {

    private Main() {}

    /** Runs one command and exits. */
    public static void main(String... arguments) {
        StopSignal signal = StopSignal.install();
        signal.exit(run(
                System.in,
                System.out,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Terminal.isInteractive(),
                signal,
                arguments));
    }

    /**
     * Runs one command that reads nothing and prints text.
     *
     * @param out where results go
     * @param err where progress and errors go
     * @param interactive whether {@code err} is a terminal
     * @return the exit code
     */
    static int run(PrintWriter out, PrintWriter err, boolean interactive, String... arguments) {
        return run(InputStream.nullInputStream(), OutputStream.nullOutputStream(), out, err, interactive, arguments);
    }

    /** Runs one command that no signal stops in good order. */
    static int run(
            InputStream in,
            OutputStream bytes,
            PrintWriter out,
            PrintWriter err,
            boolean interactive,
            String... arguments) {
        return run(in, bytes, out, err, interactive, new StopSignal(), arguments);
    }

    /**
     * Runs one command.
     *
     * @param in where answers and bytes come from
     * @param bytes where results go that are no text
     * @param out where the others go
     * @param err where progress, questions and errors go
     * @param interactive whether {@code err} is a terminal
     * @param signal what may stop it
     * @return the exit code
     */
    private static int run(
            InputStream in,
            OutputStream bytes,
            PrintWriter out,
            PrintWriter err,
            boolean interactive,
            StopSignal signal,
            String... arguments) {
        CommandLine commandLine = new CommandLine(new TrainyardCommand())
                .addSubcommand(new StrategiesCommand())
                .addSubcommand(new ScheduleCommand())
                .addSubcommand(new MarketsCommand())
                .addSubcommand(new BacktestCommand(interactive))
                .addSubcommand(new LiveCommand(WallClock.system(), signal))
                .addSubcommand(StoreCommand.line(in, bytes, WallClock.system()))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Failures::print)
                .setParameterExceptionHandler(Failures::printMisuse);
        return commandLine.execute(arguments);
    }
}
