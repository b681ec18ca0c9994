package io.trainyard.schedule.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import io.trainyard.Hours;
import io.trainyard.schedule.calendar.Session.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * NYSE and Nasdaq. Sources: NYSE rule 7.2 for holidays, NYSE's yearly "holiday calendar and early closings" releases for
 * half days, NYSE's list "Special closings" for the one-off ones: closures, and openings that were put off.
 *
 * <p>Halts and trouble with systems are left out: nobody knew them when the market opened.
 *
 * @see <a href="https://www.nyse.com/publicdocs/nyse/regulation/nyse/NYSE_Rules.pdf">NYSE rules</a>
 */
final class UsEquity implements TradingCalendar {

    static final UsEquity CALENDAR = new UsEquity();

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Set<DayOfWeek> WEEK =
            Collections.unmodifiableSet(EnumSet.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY));

    /** Closed for once. */
    private static final Set<LocalDate> CLOSURES = Set.of(
            // the attacks of 11 September
            LocalDate.of(2001, 9, 11),
            LocalDate.of(2001, 9, 12),
            LocalDate.of(2001, 9, 13),
            LocalDate.of(2001, 9, 14),
            // mourning for President Reagan
            LocalDate.of(2004, 6, 11),
            // mourning for President Ford
            LocalDate.of(2007, 1, 2),
            // hurricane Sandy
            LocalDate.of(2012, 10, 29),
            LocalDate.of(2012, 10, 30),
            // mourning for President George H. W. Bush
            LocalDate.of(2018, 12, 5),
            // mourning for President Carter
            LocalDate.of(2025, 1, 9));

    /** Opened late for once. */
    private static final Map<LocalDate, LocalTime> LATE_OPENS = Map.of(
            // two minutes of silence for the victims of 11 September
            LocalDate.of(2001, 9, 17),
            LocalTime.of(9, 33),
            // a minute of silence for the troops in Afghanistan
            LocalDate.of(2001, 10, 8),
            LocalTime.of(9, 31),
            // the first anniversary of 11 September
            LocalDate.of(2002, 9, 11),
            LocalTime.NOON,
            // silence for the troops in Iraq
            LocalDate.of(2003, 3, 20),
            LocalTime.of(9, 32),
            // silence for President Reagan
            LocalDate.of(2004, 6, 7),
            LocalTime.of(9, 32),
            // silence for President Ford
            LocalDate.of(2006, 12, 27),
            LocalTime.of(9, 32));

    private static final LocalTime PRE_MARKET = LocalTime.of(4, 0);
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime POST_MARKET_END = LocalTime.of(20, 0);
    private static final LocalTime HALF_DAY_CLOSE = LocalTime.of(13, 0);
    private static final LocalTime HALF_DAY_POST_MARKET_END = LocalTime.of(17, 0);

    /** The first two bits. */
    private static final byte KIND = 3;

    private static final byte CLOSED = 1;
    private static final byte FULL = 2;
    private static final byte HALF = 3;
    /** Added on days of summer time. */
    private static final byte SUMMER = 4;
    /** Added on days of a late open. */
    private static final byte LATE = 8;

    private static final int SUMMER_OFFSET = -4 * 3_600;
    private static final int WINTER_OFFSET = -5 * 3_600;

    private static final long FIRST_DAY = LocalDate.of(1998, 1, 1).toEpochDay();
    /** What each day from 1998 to 2099 is, so that the rules are read once only; 37 KB. */
    private static final byte[] DAYS = new byte[(int) (LocalDate.of(2100, 1, 1).toEpochDay() - FIRST_DAY)];

    static {
        for (int i = 0; i < DAYS.length; i++) {
            DAYS[i] = byRule(LocalDate.ofEpochDay(FIRST_DAY + i));
        }
    }

    private UsEquity() {}

    @Override
    public String name() {
        return "NYSE";
    }

    @Override
    public ZoneId zone() {
        return NEW_YORK;
    }

    @Override
    public Set<DayOfWeek> tradingWeek() {
        return WEEK;
    }

    @Override
    public List<Session> sessions(LocalDate date) {
        byte kind = kind(date);
        if (kind == CLOSED) {
            return List.of();
        }
        Instant opens = at(date, opening(date));
        Instant closes = at(date, kind == HALF ? HALF_DAY_CLOSE : CLOSE);
        Instant end = at(date, kind == HALF ? HALF_DAY_POST_MARKET_END : POST_MARKET_END);
        return List.of(
                new Session(Kind.PRE_MARKET, at(date, PRE_MARKET), opens),
                new Session(Kind.REGULAR, opens, closes),
                new Session(Kind.POST_MARKET, closes, end));
    }

    @Override
    public Duration earliestOpen(Hours hours) {
        return Duration.ofSeconds((hours == Hours.REGULAR ? OPEN : PRE_MARKET).toSecondOfDay());
    }

    @Override
    public Duration latestClose(Hours hours) {
        return Duration.ofSeconds((hours == Hours.REGULAR ? CLOSE : POST_MARKET_END).toSecondOfDay());
    }

    @Override
    public boolean isOpen(LocalDate date, Hours hours) {
        return kind(date) != CLOSED;
    }

    @Override
    public Optional<Instant> open(LocalDate date, Hours hours) {
        return kind(date) == CLOSED
                ? Optional.empty()
                : Optional.of(at(date, hours == Hours.REGULAR ? opening(date) : PRE_MARKET));
    }

    @Override
    public Optional<Instant> close(LocalDate date, Hours hours) {
        return switch (kind(date)) {
            case FULL -> Optional.of(at(date, hours == Hours.REGULAR ? CLOSE : POST_MARKET_END));
            case HALF -> Optional.of(at(date, hours == Hours.REGULAR ? HALF_DAY_CLOSE : HALF_DAY_POST_MARKET_END));
            default -> Optional.empty();
        };
    }

    private static LocalTime opening(LocalDate date) {
        return (day(date) & LATE) != 0 ? LATE_OPENS.getOrDefault(date, OPEN) : OPEN;
    }

    /** No clock change of New York falls into these hours, so that one offset holds for all of a date. */
    private static Instant at(LocalDate date, LocalTime time) {
        return at(date, time, (day(date) & SUMMER) != 0 ? SUMMER_OFFSET : WINTER_OFFSET);
    }

    private static Instant at(LocalDate date, LocalTime time, int offset) {
        return Instant.ofEpochSecond(date.toEpochDay() * 86_400 + time.toSecondOfDay() - offset);
    }

    private static byte kind(LocalDate date) {
        return (byte) (day(date) & KIND);
    }

    private static byte day(LocalDate date) {
        long index = date.toEpochDay() - FIRST_DAY;
        return index >= 0 && index < DAYS.length ? DAYS[(int) index] : byRule(date);
    }

    @Override
    public Optional<LocalDate> openOnOrAfter(LocalDate earliest, Hours hours) {
        long index = earliest.toEpochDay() - FIRST_DAY;
        for (long i = Math.max(index, 0); index >= 0 && i < DAYS.length; i++) {
            if ((DAYS[(int) i] & KIND) != CLOSED) {
                return Optional.of(i == index ? earliest : LocalDate.ofEpochDay(FIRST_DAY + i));
            }
        }
        return TradingCalendar.super.openOnOrAfter(earliest, hours);
    }

    private static byte byRule(LocalDate date) {
        boolean summer = NEW_YORK.getRules().isDaylightSavings(at(date, LocalTime.NOON, WINTER_OFFSET));
        return (byte) (trading(date) + (summer ? SUMMER : 0) + (LATE_OPENS.containsKey(date) ? LATE : 0));
    }

    private static byte trading(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        if (day == SATURDAY
                || day == SUNDAY
                || UsHolidays.isNewYear(date)
                || UsHolidays.isGoodFriday(date)
                || UsHolidays.isIndependenceDay(date)
                || UsHolidays.isChristmas(date)
                || UsHolidays.isOther(date)
                || CLOSURES.contains(date)) {
            return CLOSED;
        }
        return isHalfDay(date) ? HALF : FULL;
    }

    /**
     * Whether trading ends at 13:00: the day after Thanksgiving; Christmas Eve and the eve of Independence Day where they
     * are trading days from Monday to Thursday. Independence Day on a Thursday was followed by a half Friday instead until
     * 2012, of which only 2002 lies in the years here; 26 December 2003 was a half day as well.
     */
    static boolean isHalfDay(LocalDate date) {
        boolean untilThursday = date.getDayOfWeek().compareTo(THURSDAY) <= 0;
        Month month = date.getMonth();
        int day = date.getDayOfMonth();
        if (month == Month.JULY && date.getYear() == 2002) {
            return day == 5;
        }
        if (month == Month.JULY) {
            return day == 3 && untilThursday;
        }
        if (month == Month.DECEMBER) {
            return (day == 24 && untilThursday) || (day == 26 && date.getYear() == 2003);
        }
        return UsHolidays.isDayAfterThanksgiving(date);
    }

    @Override
    public String toString() {
        return name();
    }
}
