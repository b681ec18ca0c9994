package io.trainyard.schedule.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/**
 * The holidays of the US exchanges as NYSE's rule 7.2 has them: New Year's Day, Martin Luther King, Jr. Day (from 1998),
 * Washington's Birthday, Good Friday, Memorial Day, Juneteenth (from 2022), Independence Day, Labor Day, Thanksgiving
 * Day and Christmas Day. One that falls on a Sunday is kept on the Monday after, one on a Saturday on the Friday before,
 * unless that Friday ends a month or a year: New Year's Day on a Saturday is not kept.
 *
 * @see <a href="https://nyseguide.srorules.com/rules">NYSE rules, rule 7.2, Holidays</a>
 */
final class UsHolidays {

    private UsHolidays() {}

    static boolean isNewYear(LocalDate date) {
        return date.getMonth() == Month.JANUARY
                && ((date.getDayOfMonth() == 1 && !isWeekend(date))
                        || (date.getDayOfMonth() == 2 && date.getDayOfWeek() == MONDAY));
    }

    static boolean isGoodFriday(LocalDate date) {
        return date.getDayOfWeek() == FRIDAY
                && date.getMonthValue() >= 3
                && date.getMonthValue() <= 4
                && date.equals(easter(date.getYear()).minusDays(2));
    }

    static boolean isChristmas(LocalDate date) {
        return isKept(date, Month.DECEMBER, 25);
    }

    static boolean isIndependenceDay(LocalDate date) {
        return isKept(date, Month.JULY, 4);
    }

    /** The holidays on a Monday or a Thursday of the month, and Juneteenth. */
    static boolean isOther(LocalDate date) {
        return switch (date.getMonth()) {
            case JANUARY -> isNth(date, 3, MONDAY) && date.getYear() >= 1998;
            case FEBRUARY -> isNth(date, 3, MONDAY);
            case MAY -> date.getDayOfWeek() == MONDAY && date.getDayOfMonth() > 24;
            case JUNE -> date.getYear() >= 2022 && isKept(date, Month.JUNE, 19);
            case SEPTEMBER -> isNth(date, 1, MONDAY);
            case NOVEMBER -> isNth(date, 4, THURSDAY);
            default -> false;
        };
    }

    static boolean isDayAfterThanksgiving(LocalDate date) {
        return date.getMonth() == Month.NOVEMBER
                && date.getDayOfWeek() == FRIDAY
                && isNth(date.minusDays(1), 4, THURSDAY);
    }

    private static boolean isNth(LocalDate date, int n, DayOfWeek day) {
        return date.getDayOfWeek() == day && (date.getDayOfMonth() - 1) / 7 == n - 1;
    }

    /** Whether a holiday with a fixed date is kept on this one. */
    private static boolean isKept(LocalDate date, Month month, int day) {
        if (date.getMonth() != month || Math.abs(date.getDayOfMonth() - day) > 1) {
            return false;
        }
        DayOfWeek falls = date.withDayOfMonth(day).getDayOfWeek();
        int shift = falls == SATURDAY ? -1 : falls == SUNDAY ? 1 : 0;
        return date.getDayOfMonth() == day + shift;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == SATURDAY || date.getDayOfWeek() == SUNDAY;
    }

    /**
     * Easter Sunday of the Gregorian calendar.
     *
     * @see <a href="https://en.wikipedia.org/wiki/Date_of_Easter#Anonymous_Gregorian_algorithm">the anonymous Gregorian
     *     algorithm (Meeus, Jones, Butcher)</a>
     */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int month = (h + l - 7 * m + 114) / 31;
        int day = (h + l - 7 * m + 114) % 31 + 1;
        return LocalDate.of(year, month, day);
    }

    /**
     * Whether the employment report of the US Bureau of Labor Statistics comes out on this Good Friday: where it is the
     * first Friday of April, as in 2015, 2021, 2023 and 2026.
     *
     * @see <a href="https://www.bls.gov/schedule/news_release/empsit.htm">BLS: schedule of the employment situation</a>
     */
    static boolean isEmploymentReportOnGoodFriday(int year) {
        LocalDate goodFriday = easter(year).minusDays(2);
        LocalDate firstFriday = goodFriday.withDayOfMonth(1).with(TemporalAdjusters.nextOrSame(FRIDAY));
        return goodFriday.getMonth() == Month.APRIL && goodFriday.equals(firstFriday);
    }
}
