package io.trainyard.console;

import java.io.Console;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Whether somebody watches. */
final class Terminal {

    private Terminal() {}

    /**
     * The launcher script says it by the system property {@code trainyard.terminal}; without it, whether the process has
     * a console that is a terminal.
     */
    static boolean isInteractive() {
        String said = System.getProperty("trainyard.terminal");
        if (said != null) {
            return Boolean.parseBoolean(said);
        }
        return isTerminal(System.console());
    }

    /** Up to Java 21 a console is there only if it is a terminal; from 22 on it is always there, and tells. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            Method method = Console.class.getMethod("isTerminal");
            return (boolean) method.invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
