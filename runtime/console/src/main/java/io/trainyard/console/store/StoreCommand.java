package io.trainyard.console.store;

import io.trainyard.time.WallClock;
import java.io.InputStream;
import java.io.OutputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what there is to do with a store. */
@Command(
        name = "store",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Looks into a store of models, and mends it.",
            "Every command may be used while strategies run on the store: it sees whole versions only, and waits for"
                    + " its turn to change something."
        },
        footer = {
            "",
            "Examples:",
            "  trainyard store ls",
            "  trainyard store versions sunday-trend/line --diff 52 53",
            "  trainyard store rollback sunday-trend/line 52",
            "  trainyard store verify --store /var/trainyard/live",
            "",
            "Exit codes: 0 done, 1 damage was found or the command was refused, 2 the call was wrong."
        })
public final class StoreCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private StoreCommand() {}

    /**
     * The command with those below it.
     *
     * @param in answers to questions, and the bytes that commands read from {@code -}
     * @param out the bytes that commands print as they are; texts go where the command line prints
     * @param clock what time it is: commits are dated by it, and versions are as old as it says
     */
    public static CommandLine line(InputStream in, OutputStream out, WallClock clock) {
        return new CommandLine(new StoreCommand())
                .addSubcommand(new ListCommand(clock))
                .addSubcommand(new VersionsCommand(clock))
                .addSubcommand(new GetCommand(clock, out))
                .addSubcommand(new PutCommand(clock, in))
                .addSubcommand(new RemoveCommand(clock, in))
                .addSubcommand(new RollbackCommand(clock))
                .addSubcommand(new PinCommand(clock))
                .addSubcommand(new UnpinCommand(clock))
                .addSubcommand(new UsageCommand(clock))
                .addSubcommand(new VerifyCommand(clock))
                .addSubcommand(new CollectCommand(clock, in))
                .addSubcommand(new ExportCommand(clock, out))
                .addSubcommand(new ImportCommand(clock, in));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with the store, such as: trainyard store ls");
    }
}
