package io.trainyard.console;

import io.trainyard.schedule.declared.Mistake;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A call that cannot be done, and what to type instead, in as many parts as the compiler uses. */
final class Refusal extends ParameterException {

    private static final long serialVersionUID = 1;

    /**
     * One reason.
     *
     * @param what what was typed and what is wrong with it
     * @param why the rule that it breaks
     * @param fix what to type instead; empty where nothing can be suggested rightly
     */
    record Reason(String what, String why, String fix) {}

    private final transient List<Reason> reasons;

    Refusal(CommandLine command, List<Reason> reasons) {
        super(command, reasons.get(0).what());
        this.reasons = List.copyOf(reasons);
    }

    Refusal(CommandLine command, String what, String why, String fix) {
        this(command, List.of(new Reason(what, why, fix)));
    }

    static Refusal of(CommandLine command, List<Mistake> mistakes) {
        return new Refusal(
                command,
                mistakes.stream()
                        .map(mistake -> new Reason(mistake.what(), mistake.why(), mistake.fix()))
                        .toList());
    }

    void print(PrintWriter err) {
        String more = getCommandLine().getCommandSpec().qualifiedName() + " --help";
        reasons.forEach(reason -> print("trainyard: ", reason, more, err));
    }

    /** Prints something that does not keep the call from being done. */
    static void warn(Mistake mistake, CommandLine command) {
        String more = command.getCommandSpec().qualifiedName() + " --help";
        print("trainyard: warning: ", new Reason(mistake.what(), mistake.why(), mistake.fix()), more, command.getErr());
    }

    private static void print(String head, Reason reason, String more, PrintWriter err) {
        err.println(head + reason.what());
        err.println("    why:  " + reason.why());
        if (!reason.fix().isEmpty()) {
            err.println("    fix:  " + reason.fix());
        }
        err.println("    more: " + more);
    }
}
