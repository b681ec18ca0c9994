package io.trainyard.schedule.calendar;

import io.trainyard.Hours;
import io.trainyard.schedule.calendar.Session.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A market from its hours: what a week looks like, and the dates that differ. On a holiday there is no session. An early
 * close ends the date at its hour, a late open begins it at its hour: what lies before or after is cut off, nothing else.
 * A date with an early close and a later late open is closed in between.
 *
 * <p>Hours are wall times of {@link #zone}, counted from the midnight at which a date begins; a session of a date may begin
 * before it (as on the evening before) and end after the next one, by a day at most.
 */
public final class MarketHours implements TradingCalendar {

    private static final long DAY = Duration.ofDays(1).toNanos();

    private final String name;
    private final ZoneId zone;
    private final Map<DayOfWeek, List<Segment>> week;
    private final Set<DayOfWeek> tradingWeek;
    private final Set<LocalDate> holidays;
    private final Map<LocalDate, Long> earlyCloses;
    private final Map<LocalDate, Long> lateOpens;

    private MarketHours(Builder builder) {
        this.name = builder.name;
        this.zone = builder.zone;
        this.week = builder.sortedWeek();
        this.tradingWeek = week.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(week.keySet()));
        this.holidays = Set.copyOf(builder.holidays);
        this.earlyCloses = Map.copyOf(builder.earlyCloses);
        this.lateOpens = Map.copyOf(builder.lateOpens);
    }

    /** Nothing is traded yet. */
    public static Builder builder(String name, ZoneId zone) {
        return new Builder(name, zone);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public Set<DayOfWeek> tradingWeek() {
        return tradingWeek;
    }

    /** The dates on which there is no session although their day of the week has one. */
    public Set<LocalDate> holidays() {
        return holidays;
    }

    /** The wall times from which on the market is closed on some dates. */
    public Map<LocalDate, LocalTime> earlyCloses() {
        return times(earlyCloses);
    }

    /** The wall times until which the market is closed on some dates. */
    public Map<LocalDate, LocalTime> lateOpens() {
        return times(lateOpens);
    }

    private static Map<LocalDate, LocalTime> times(Map<LocalDate, Long> nanos) {
        Map<LocalDate, LocalTime> times = new TreeMap<>();
        nanos.forEach((date, nano) -> times.put(date, LocalTime.ofNanoOfDay(nano)));
        return Collections.unmodifiableMap(times);
    }

    /** The sessions of each day of the week, ascending. */
    Map<DayOfWeek, List<Segment>> week() {
        return week;
    }

    @Override
    public List<Session> sessions(LocalDate date) {
        List<Segment> segments = week.getOrDefault(date.getDayOfWeek(), List.of());
        if (segments.isEmpty() || holidays.contains(date)) {
            return List.of();
        }
        long early = earlyCloses.getOrDefault(date, Long.MAX_VALUE);
        long late = lateOpens.getOrDefault(date, Long.MIN_VALUE);
        List<Session> sessions = new ArrayList<>(segments.size() + 1);
        for (Segment segment : segments) {
            if (late <= early) {
                add(sessions, segment, date, Math.max(segment.from, late), Math.min(segment.to, early));
            } else {
                add(sessions, segment, date, segment.from, Math.min(segment.to, early));
                add(sessions, segment, date, Math.max(segment.from, late), segment.to);
            }
        }
        return Collections.unmodifiableList(sessions);
    }

    private void add(List<Session> sessions, Segment segment, LocalDate date, long from, long to) {
        if (from < to) {
            Instant opens = WallClockReading.instant(date, from, zone);
            Instant closes = WallClockReading.instant(date, to, zone);
            // a clock change can swallow a short session whole
            if (opens.isBefore(closes)) {
                sessions.add(new Session(segment.kind, opens, closes));
            }
        }
    }

    @Override
    public Duration earliestOpen(Hours hours) {
        return Duration.ofNanos(segments(hours).mapToLong(Segment::from).min().orElse(0));
    }

    @Override
    public Duration latestClose(Hours hours) {
        return Duration.ofNanos(segments(hours).mapToLong(Segment::to).max().orElse(0));
    }

    private Stream<Segment> segments(Hours hours) {
        return week.values().stream()
                .flatMap(List::stream)
                .filter(segment -> hours == Hours.EXTENDED || segment.kind == Kind.REGULAR);
    }

    @Override
    public boolean isOpen(LocalDate date, Hours hours) {
        if (holidays.contains(date)) {
            return false;
        }
        if (!earlyCloses.containsKey(date) && !lateOpens.containsKey(date)) {
            for (Segment segment : week.getOrDefault(date.getDayOfWeek(), List.of())) {
                if (hours == Hours.EXTENDED || segment.kind == Kind.REGULAR) {
                    return true;
                }
            }
            return false;
        }
        return TradingCalendar.super.isOpen(date, hours);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MarketHours that
                && name.equals(that.name)
                && zone.equals(that.zone)
                && week.equals(that.week)
                && holidays.equals(that.holidays)
                && earlyCloses.equals(that.earlyCloses)
                && lateOpens.equals(that.lateOpens);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, zone, week, holidays, earlyCloses, lateOpens);
    }

    @Override
    public String toString() {
        return name;
    }

    /** From and to in nanoseconds of wall time after the date's midnight. */
    record Segment(Kind kind, long from, long to) {

        static final Comparator<Segment> ORDER = Comparator.comparingLong(Segment::from)
                .thenComparingLong(Segment::to)
                .thenComparing(Segment::kind);
    }

    /** Collects the hours of a market. Not safe for use by several threads. */
    public static final class Builder {

        private final String name;
        private final ZoneId zone;
        private final Map<DayOfWeek, List<Segment>> week = new EnumMap<>(DayOfWeek.class);
        private final Set<LocalDate> holidays = new HashSet<>();
        private final Map<LocalDate, Long> earlyCloses = new HashMap<>();
        private final Map<LocalDate, Long> lateOpens = new HashMap<>();

        private Builder(String name, ZoneId zone) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a market has a name: its rules are printed with it");
            }
            this.name = name;
            this.zone = zone;
        }

        /** A regular session on each of {@code days}; {@code to} at midnight is the midnight that ends the date. */
        public Builder regular(LocalTime from, LocalTime to, DayOfWeek... days) {
            return session(Kind.REGULAR, sinceMidnight(from), endOf(to), days);
        }

        /** A pre-market session on each of {@code days}; {@code to} at midnight is the midnight that ends the date. */
        public Builder preMarket(LocalTime from, LocalTime to, DayOfWeek... days) {
            return session(Kind.PRE_MARKET, sinceMidnight(from), endOf(to), days);
        }

        /** A post-market session on each of {@code days}; {@code to} at midnight is the midnight that ends the date. */
        public Builder postMarket(LocalTime from, LocalTime to, DayOfWeek... days) {
            return session(Kind.POST_MARKET, sinceMidnight(from), endOf(to), days);
        }

        /**
         * A session on each of {@code days}, in wall time counted from the midnight at which the date begins: minus six
         * hours is 18:00 of the evening before, 24 hours the midnight at its end.
         *
         * @throws IllegalArgumentException if it does not end after it begins, or lies more than a day off its date
         */
        public Builder session(Kind kind, Duration from, Duration to, DayOfWeek... days) {
            if (from.compareTo(to) >= 0) {
                throw new IllegalArgumentException("a session of " + name + " ends after it begins, not from " + from
                        + " to " + to + "; one that runs past midnight ends at more than 24 hours");
            }
            if (from.toNanos() < -DAY || to.toNanos() > 2 * DAY) {
                throw new IllegalArgumentException("a session of " + name + " from " + from + " to " + to
                        + " lies more than a day off its date: give it to the date on which it ends");
            }
            for (DayOfWeek day : days) {
                week.computeIfAbsent(day, any -> new ArrayList<>())
                        .add(new Segment(kind, from.toNanos(), to.toNanos()));
            }
            return this;
        }

        /** Dates without a session. */
        public Builder closed(LocalDate... dates) {
            return closed(Arrays.asList(dates));
        }

        /** Dates without a session. */
        public Builder closed(Collection<LocalDate> dates) {
            holidays.addAll(dates);
            return this;
        }

        /** A date on which the market closes at {@code time}. */
        public Builder earlyClose(LocalDate date, LocalTime time) {
            earlyCloses.put(date, time.toNanoOfDay());
            return this;
        }

        /** A date on which the market opens at {@code time}. */
        public Builder lateOpen(LocalDate date, LocalTime time) {
            lateOpens.put(date, time.toNanoOfDay());
            return this;
        }

        /**
         * The market.
         *
         * @throws IllegalArgumentException if two sessions overlap, of one day of the week or of two
         */
        public MarketHours build() {
            return new MarketHours(this);
        }

        private Map<DayOfWeek, List<Segment>> sortedWeek() {
            Map<DayOfWeek, List<Segment>> sorted = new EnumMap<>(DayOfWeek.class);
            week.forEach((day, segments) -> {
                List<Segment> ascending = new ArrayList<>(segments);
                ascending.sort(Segment.ORDER);
                for (int i = 1; i < ascending.size(); i++) {
                    if (ascending.get(i).from < ascending.get(i - 1).to) {
                        throw new IllegalArgumentException("two sessions of " + name + " on " + day + " overlap");
                    }
                }
                sorted.put(day, List.copyOf(ascending));
            });
            // a session reaches a day into the next date, and one of the date after begins a day before it
            sorted.forEach((day, segments) -> {
                refuseOverlap(day, segments, sorted, 1);
                refuseOverlap(day, segments, sorted, 2);
            });
            return sorted;
        }

        private void refuseOverlap(
                DayOfWeek day, List<Segment> segments, Map<DayOfWeek, List<Segment>> sorted, int days) {
            List<Segment> later = sorted.getOrDefault(day.plus(days), List.of());
            if (!later.isEmpty() && segments.get(segments.size() - 1).to > later.get(0).from + days * DAY) {
                throw new IllegalArgumentException(
                        "the last session of " + name + " on " + day + " overlaps the first on " + day.plus(days));
            }
        }

        private static Duration sinceMidnight(LocalTime time) {
            return Duration.ofNanos(time.toNanoOfDay());
        }

        private static Duration endOf(LocalTime time) {
            return time.equals(LocalTime.MIDNIGHT) ? Duration.ofDays(1) : sinceMidnight(time);
        }
    }
}
