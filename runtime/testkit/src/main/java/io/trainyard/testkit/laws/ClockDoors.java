package io.trainyard.testkit.laws;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** {@link Doors} for {@code Instant::now} and its like, which say nothing of who calls: whoever holds the lambda. */
public final class ClockDoors {

    private static final StackWalker CALLERS = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private ClockDoors() {}

    /** The method for a method reference, empty if there is none. */
    static String name(String owner, String method) {
        return switch (owner.substring(owner.lastIndexOf('/') + 1)) {
            case "System" -> method.equals("nanoTime") ? "nanos" : "millis";
            case "Instant" -> "instant";
            case "LocalDate" -> "date";
            case "LocalDateTime" -> "dateTime";
            default -> "";
        };
    }

    /** In place of {@code System::currentTimeMillis}. */
    public static long millis() {
        return Doors.millis(0, caller());
    }

    /** In place of {@code System::nanoTime}. */
    public static long nanos() {
        return Doors.nanos(0, caller());
    }

    /** In place of {@code Instant::now}. */
    public static Instant instant() {
        return Doors.now(Instant.EPOCH, caller());
    }

    /** In place of {@code LocalDate::now}. */
    public static LocalDate date() {
        return Doors.now(LocalDate.EPOCH, caller());
    }

    /** In place of {@code LocalDateTime::now}. */
    public static LocalDateTime dateTime() {
        return Doors.now(LocalDate.EPOCH.atStartOfDay(), caller());
    }

    /** The nearest frame of code that was loaded anew; the lambda itself may be hidden. */
    private static Class<?> caller() {
        return CALLERS.walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(type -> FreshLoader.worldOf(type) != null)
                        .findFirst())
                .<Class<?>>map(type -> type)
                .orElse(ClockDoors.class);
    }
}
