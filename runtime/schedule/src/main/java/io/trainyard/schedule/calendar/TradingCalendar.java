package io.trainyard.schedule.calendar;

import io.trainyard.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When a market is open. A calendar gives the {@linkplain Session sessions} of a trading date; a session may begin on
 * the evening before its date and end after its midnight, where that is how the market counts its days. Sessions that
 * touch are one stretch of trading: there is no close and no open between them.
 *
 * <p>Questions about instants look as far as ten years ahead or back; a market that neither opens nor closes in that
 * time has no next open or close.
 *
 * <p>An implementation gives sessions that ascend and do not overlap, within a date and from date to date, none of which
 * begins more than a day before its date's midnight in {@link #zone} or ends more than a day after the midnight at its
 * end. What it answers must not change: a schedule keeps it for as long as the strategy runs.
 */
public interface TradingCalendar {

    /** The short name of the market, as in "30 minutes after the regular open of NYSE". */
    String name();

    /** Where its dates and hours are read. */
    ZoneId zone();

    /** The days of the week on which it is open when there is no holiday, with regular or extended hours. */
    Set<DayOfWeek> tradingWeek();

    /** The sessions of a trading date, ascending; empty if the market is closed on it. */
    List<Session> sessions(LocalDate date);

    /**
     * How long after the midnight of its date, on the clock of {@link #zone}, the first session of any date can open in these
     * hours: negative on the evening before. Told exactly it saves schedules from looking at dates in vain.
     */
    default Duration earliestOpen(Hours hours) {
        return Duration.ofDays(-1);
    }

    /** How long after the midnight of its date, on the clock of {@link #zone}, the last session of any date can close. */
    default Duration latestClose(Hours hours) {
        return Duration.ofDays(2);
    }

    /** Whether the date has a session in these hours. */
    default boolean isOpen(LocalDate date, Hours hours) {
        for (Session session : sessions(date)) {
            if (session.isIn(hours)) {
                return true;
            }
        }
        return false;
    }

    /** When the first session of the date opens in these hours; empty if there is none. */
    default Optional<Instant> open(LocalDate date, Hours hours) {
        for (Session session : sessions(date)) {
            if (session.isIn(hours)) {
                return Optional.of(session.opens());
            }
        }
        return Optional.empty();
    }

    /** When the last session of the date closes in these hours; empty if there is none. */
    default Optional<Instant> close(LocalDate date, Hours hours) {
        List<Session> sessions = sessions(date);
        for (int i = sessions.size() - 1; i >= 0; i--) {
            if (sessions.get(i).isIn(hours)) {
                return Optional.of(sessions.get(i).closes());
            }
        }
        return Optional.empty();
    }

    /** Whether the market is open at {@code instant} in these hours. */
    default boolean isOpen(Instant instant, Hours hours) {
        return Stretches.isOpen(this, hours, instant);
    }

    /** The first instant strictly after {@code after} at which the market opens in these hours. */
    default Optional<Instant> nextOpen(Instant after, Hours hours) {
        return Stretches.nextOpen(this, hours, after);
    }

    /** The first instant strictly after {@code after} at which the market closes in these hours. */
    default Optional<Instant> nextClose(Instant after, Hours hours) {
        return Stretches.nextClose(this, hours, after);
    }

    /** The last instant strictly before {@code before} at which the market opened in these hours. */
    default Optional<Instant> previousOpen(Instant before, Hours hours) {
        return Stretches.previousOpen(this, hours, before);
    }

    /** The last instant strictly before {@code before} at which the market closed in these hours. */
    default Optional<Instant> previousClose(Instant before, Hours hours) {
        return Stretches.previousClose(this, hours, before);
    }

    /** The first date on or after {@code earliest} that is open in these hours. */
    default Optional<LocalDate> openOnOrAfter(LocalDate earliest, Hours hours) {
        LocalDate date = earliest;
        for (int i = 0; i < Stretches.TEN_YEARS; i++, date = date.plusDays(1)) {
            if (isOpen(date, hours)) {
                return Optional.of(date);
            }
        }
        return Optional.empty();
    }

    /** The last date on or before {@code latest} that is open in these hours. */
    default Optional<LocalDate> openOnOrBefore(LocalDate latest, Hours hours) {
        LocalDate date = latest;
        for (int i = 0; i < Stretches.TEN_YEARS; i++, date = date.minusDays(1)) {
            if (isOpen(date, hours)) {
                return Optional.of(date);
            }
        }
        return Optional.empty();
    }

    /**
     * The same market, closed on further dates as well: for closures that are announced after a release. A session that
     * belongs to one of the dates is not held.
     */
    default TradingCalendar closedAlsoOn(Collection<LocalDate> dates) {
        return dates.isEmpty() ? this : new FurtherClosures(this, Set.copyOf(dates));
    }

    /**
     * US equity: New York Stock Exchange and Nasdaq. Regular hours 09:30 to 16:00 New York, pre-market from 04:00,
     * post-market until 20:00; on half days 13:00 and 17:00. Closures are known from 1998 on, one-off closures included;
     * years ahead follow NYSE's rule 7.2 and its published practice.
     *
     * @see <a href="https://www.nyse.com/markets/hours-calendars">NYSE: holidays and trading hours</a>
     */
    static TradingCalendar usEquity() {
        return UsEquity.CALENDAR;
    }

    /**
     * A crypto market: never closed; its dates begin at midnight UTC. It has no next open and no next close, each date
     * has one session from midnight to midnight.
     */
    static TradingCalendar crypto() {
        return alwaysOpen("crypto", ZoneOffset.UTC);
    }

    /** A market that is never closed and whose dates begin at midnight in {@code zone}. */
    static TradingCalendar alwaysOpen(String name, ZoneId zone) {
        return MarketHours.builder(name, zone)
                .regular(LocalTime.MIN, LocalTime.MIN, DayOfWeek.values())
                .build();
    }

    /**
     * Spot forex: one stretch of trading from Sunday 17:00 to Friday 17:00 New York, without a break at midnight. A
     * trading date runs from 17:00 of the evening before to 17:00, the hour at which positions roll. The dates 25 December
     * and 1 January are not traded, as with the larger brokers (OANDA's hours of operation).
     *
     * @see <a href="https://www.oanda.com/us-en/trading/hours-of-operation/">OANDA: hours of operation</a>
     */
    static TradingCalendar forex() {
        return Forex.CALENDAR;
    }

    /**
     * CME's equity index futures (ES, NQ, RTY and YM with their micros) on Globex: a trading date runs from 18:00 New
     * York of the evening before to 17:00, with a break until 18:00. Its regular session is 09:30 to 17:00, as LEAN counts
     * it, the night before it is pre-market. Trading ends at 13:00 on US holidays, at 13:15 on the half days of US equity;
     * New Year's Day, Good Friday and Christmas are not traded, but Good Friday is, until 09:15, where the US employment
     * report falls on it. Holiday hours follow CME's practice since 2015; earlier years had other hours on holidays.
     *
     * @see <a href="https://www.cmegroup.com/trading-hours.html">CME Group: trading hours and holiday calendar</a>
     */
    static TradingCalendar cmeIndexFutures() {
        return CmeIndexFutures.CALENDAR;
    }
}
