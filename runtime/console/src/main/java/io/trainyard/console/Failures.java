package io.trainyard.console;

import io.trainyard.console.store.StoreCommand;
import io.trainyard.console.store.StoreRefusal;
import io.trainyard.host.StrategyFailedException;
import io.trainyard.market.MarketDataException;
import io.trainyard.store.StoreException;
import io.trainyard.training.ledger.LedgerException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;

/** Prints what went wrong: one line where the user can mend it, a stack trace where only a programmer can. */
final class Failures {

    private Failures() {}

    static int print(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (isForTheUserToMend(failure)) {
            err.println("trainyard: " + withMore(String.valueOf(failure.getMessage()), command));
            return isRefusal(failure, command) ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.USAGE;
        }
        Throwable cause = failure;
        if (failure instanceof StrategyFailedException && failure.getCause() != null) {
            err.println("trainyard: " + failure.getMessage());
            cause = failure.getCause();
        }
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        err.print(trace);
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Of four parts, the last: where to read on, which what is below the command line does not know. */
    private static String withMore(String message, CommandLine command) {
        return message.contains("\n    fix:") && !message.contains("\n    more:")
                ? message + "\n    more: " + command.getCommandSpec().qualifiedName() + " --help"
                : message;
    }

    /** A command's whole usage would push the message off the screen: says where to find it. */
    static int printMisuse(CommandLine.ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        PrintWriter err = command.getErr();
        if (misuse instanceof Refusal refusal) {
            refusal.print(err);
            err.flush();
            return CommandLine.ExitCode.USAGE;
        }
        err.println("trainyard: " + misuse.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(misuse, err);
        if (command.getParent() == null) {
            command.usage(err);
        } else {
            err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }

    /** A command on a store that was right, and could not be carried out. */
    private static boolean isRefusal(Exception failure, CommandLine command) {
        return failure instanceof StoreRefusal
                || (!(failure instanceof IllegalArgumentException)
                        && command.getParent() != null
                        && command.getParent().getCommand() instanceof StoreCommand);
    }

    private static boolean isForTheUserToMend(Exception failure) {
        return failure instanceof MarketDataException
                || failure instanceof StoreRefusal
                || failure instanceof StoreException
                || failure instanceof LedgerException
                || failure instanceof UncheckedIOException
                || failure instanceof IllegalArgumentException;
    }
}
