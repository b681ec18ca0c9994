package io.trainyard.market.data;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days as LEAN writes them, {@code yyyyMMdd}, and as numbers of the same digits, which sort as the days do. */
final class LeanDate {

    private LeanDate() {}

    /** The day at the beginning of the scanner's field. */
    static int read(LineScanner lines) {
        int date = lines.digits(0, 8);
        if (date < 0 || !isDay(date)) {
            throw lines.wrong("date", "a day written yyyyMMdd");
        }
        return date;
    }

    /** The day as a date. */
    static LocalDate local(int date) {
        return LocalDate.of(date / 10_000, date / 100 % 100, date % 100);
    }

    /** Whether there is such a day. */
    static boolean isDay(int date) {
        try {
            return date == number(local(date));
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The day as a number. */
    static int number(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }
}
