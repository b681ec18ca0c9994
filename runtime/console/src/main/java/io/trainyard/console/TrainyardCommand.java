package io.trainyard.console;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command itself: says what there is. */
@Command(
        name = "trainyard",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Runs trading strategies that retrain their models on a schedule.",
        subcommands = CommandLine.HelpCommand.class)
final class TrainyardCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do");
    }
}
