package io.trainyard.console;

import io.trainyard.Hours;
import io.trainyard.schedule.calendar.Session;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The sessions of a market on some days; dates outside its trading week are left out.
 *
 * @param name as schedules name it
 * @param title as it calls itself
 * @param zone where its dates and hours are read
 * @param from the first day looked at
 * @param to the last
 * @param days its days
 */
record MarketReport(String name, String title, ZoneId zone, LocalDate from, LocalDate to, List<Day> days) {

    /**
     * A date.
     *
     * @param date which
     * @param sessions when the market is open; empty on a holiday
     * @param differs how it differs from other days of the same name: closed, early close, late open; empty if it does not
     */
    record Day(LocalDate date, List<Open> sessions, List<String> differs) {}

    /**
     * A session.
     *
     * @param kind pre-market, regular or post-market
     * @param opens its first instant, on the market's clock
     * @param closes the first instant after it
     */
    record Open(String kind, OffsetDateTime opens, OffsetDateTime closes) {}

    /**
     * A market in a list.
     *
     * @param name as schedules name it
     * @param title as it calls itself
     * @param zone where its dates and hours are read
     * @param origin where it is from
     */
    record Listed(String name, String title, ZoneId zone, String origin) {

        static Listed of(String name, TradingCalendar market, String origin) {
            return new Listed(name, market.name(), market.zone(), origin);
        }
    }

    static MarketReport of(String name, TradingCalendar market, LocalDate from, LocalDate to) {
        Map<DayOfWeek, Hour> usual = usual(market, from);
        List<Day> days = from.datesUntil(to.plusDays(1))
                .filter(date -> market.tradingWeek().contains(date.getDayOfWeek())
                        || !market.sessions(date).isEmpty())
                .map(date -> day(market, date, Optional.ofNullable(usual.get(date.getDayOfWeek()))))
                .toList();
        return new MarketReport(name, market.name(), market.zone(), from, to, days);
    }

    private static Day day(TradingCalendar market, LocalDate date, Optional<Hour> usual) {
        List<Open> sessions = market.sessions(date).stream()
                .map(session -> open(session, market.zone()))
                .toList();
        List<String> differs = new ArrayList<>();
        Optional<Hour> hours = hours(market, date);
        if (sessions.isEmpty()) {
            differs.add("closed");
        } else if (hours.isEmpty()) {
            differs.add("no regular session");
        } else if (usual.isPresent()) {
            if (hours.get().closes.compareTo(usual.get().closes) < 0) {
                differs.add("early close");
            }
            if (hours.get().opens.compareTo(usual.get().opens) > 0) {
                differs.add("late open");
            }
        }
        return new Day(date, sessions, differs);
    }

    private static Open open(Session session, ZoneId zone) {
        return new Open(
                session.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                session.opens().atZone(zone).toOffsetDateTime(),
                session.closes().atZone(zone).toOffsetDateTime());
    }

    /**
     * First open and last close of the regular sessions of a date, in wall time as if on one day in 1970, so that those of
     * different dates compare.
     */
    private record Hour(LocalDateTime opens, LocalDateTime closes) {}

    private static Optional<Hour> hours(TradingCalendar market, LocalDate date) {
        return market.open(date, Hours.REGULAR).map(opens -> {
            long back = date.toEpochDay();
            LocalDateTime first = LocalDateTime.ofInstant(opens, market.zone());
            LocalDateTime last =
                    LocalDateTime.ofInstant(market.close(date, Hours.REGULAR).orElseThrow(), market.zone());
            return new Hour(first.minusDays(back), last.minusDays(back));
        });
    }

    /** What most days of a name look like in the year around a date. */
    private static Map<DayOfWeek, Hour> usual(TradingCalendar market, LocalDate around) {
        Map<DayOfWeek, Map<Hour, Integer>> counts = new HashMap<>();
        around.minusMonths(6)
                .datesUntil(around.plusMonths(6))
                .forEach(date -> hours(market, date)
                        .ifPresent(hour -> counts.computeIfAbsent(date.getDayOfWeek(), any -> new HashMap<>())
                                .merge(hour, 1, Integer::sum)));
        Map<DayOfWeek, Hour> usual = new HashMap<>();
        counts.forEach((day, hours) -> usual.put(
                day,
                hours.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey()));
        return usual;
    }

    /** Wall time of an instant as the report's text shows it: that of another day with the day's name. */
    static String time(OffsetDateTime instant, LocalDate date) {
        LocalTime time = instant.toLocalTime();
        LocalDate day = instant.toLocalDate();
        if (day.equals(date)) {
            return time.toString();
        }
        if (time.equals(LocalTime.MIDNIGHT) && day.equals(date.plusDays(1))) {
            return "24:00";
        }
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + time;
    }
}
