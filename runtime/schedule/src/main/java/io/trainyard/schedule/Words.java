package io.trainyard.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How rules, proofs and what prints them speak. */
public final class Words {

    private Words() {}

    /** Monday, Wednesday and Friday. */
    public static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** 1 day, 2 days. */
    public static String count(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    /** first, second; 11th, 21st. */
    public static String ordinal(int number) {
        return switch (number) {
            case 1 -> "first";
            case 2 -> "second";
            case 3 -> "third";
            case 4 -> "fourth";
            case 5 -> "fifth";
            default -> number + ending(number);
        };
    }

    private static String ending(int number) {
        if (number / 10 % 10 == 1) {
            return "th";
        }
        return switch (number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    /** 1 hour 30 minutes; exact, whatever the length. */
    public static String length(Duration duration) {
        if (duration.isZero()) {
            return "0 seconds";
        }
        List<String> parts = new ArrayList<>();
        add(parts, duration.toDays(), "day");
        add(parts, duration.toHoursPart(), "hour");
        add(parts, duration.toMinutesPart(), "minute");
        if (duration.toNanosPart() == 0) {
            add(parts, duration.toSecondsPart(), "second");
        } else {
            String fraction =
                    String.valueOf(1_000_000_000L + duration.toNanosPart()).substring(1);
            parts.add(duration.toSecondsPart() + "." + fraction.replaceAll("0+$", "") + " seconds");
        }
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, long number, String word) {
        if (number != 0) {
            parts.add(count(number, word));
        }
    }
}
