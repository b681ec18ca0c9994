package io.trainyard.schedule;

import io.trainyard.Gap;
import io.trainyard.Overlap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How a wall clock is read: in which zone, and what becomes of a reading that a clock change skips or repeats. Without
 * a word a skipped reading is the {@linkplain Gap#NEXT_VALID first instant after the gap} and a repeated one the
 * {@linkplain Overlap#LATER later} of the two instants, as in LEAN: a training then has the most data.
 */
public final class WallClock {

    /** One for each zone: most schedules have no other. */
    private static final Map<ZoneId, WallClock> DEFAULTS = new ConcurrentHashMap<>();

    private final ZoneId zone;
    private final Gap gap;
    private final Overlap overlap;
    private final ZoneTable table;

    private WallClock(ZoneId zone, Gap gap, Overlap overlap) {
        this.zone = zone;
        this.gap = gap;
        this.overlap = overlap;
        this.table = ZoneTable.of(zone);
    }

    /** The clock of a zone, with {@link Gap#NEXT_VALID} and {@link Overlap#LATER}. */
    public static WallClock of(ZoneId zone) {
        return DEFAULTS.computeIfAbsent(zone, any -> new WallClock(any, Gap.NEXT_VALID, Overlap.LATER));
    }

    /** The same zone with another answer to skipped readings. */
    public WallClock with(Gap other) {
        return new WallClock(zone, other, overlap);
    }

    /** The same zone with another answer to repeated readings. */
    public WallClock with(Overlap other) {
        return new WallClock(zone, gap, other);
    }

    /** The same answers in another zone. */
    public WallClock in(ZoneId other) {
        return other.equals(zone) ? this : new WallClock(other, gap, overlap);
    }

    /** Where the clock hangs. */
    public ZoneId zone() {
        return zone;
    }

    /** What becomes of a skipped reading. */
    public Gap gap() {
        return gap;
    }

    /** What becomes of a repeated reading. */
    public Overlap overlap() {
        return overlap;
    }

    /** The instants that a reading stands for: none, one or, with {@link Overlap#BOTH}, two, ascending. */
    public List<Instant> instants(LocalDateTime reading) {
        long local = reading.toEpochSecond(ZoneOffset.UTC);
        long first = table.resolve(local, gap, overlap);
        if (first == ZoneTable.SKIPPED) {
            return List.of();
        }
        // a reading in a gap becomes the gap's end, which has no fraction of a second
        boolean shown = first + table.offsetAt(first) == local;
        Instant instant = Instant.ofEpochSecond(first, shown ? reading.get(ChronoField.NANO_OF_SECOND) : 0);
        if (overlap == Overlap.BOTH) {
            long second = table.resolve(local, gap, Overlap.LATER);
            if (second != first) {
                return List.of(instant, Instant.ofEpochSecond(second, reading.get(ChronoField.NANO_OF_SECOND)));
            }
        }
        return List.of(instant);
    }

    /** The first instant of a date. */
    public Instant start(LocalDate date) {
        return Instant.ofEpochSecond(table.resolve(date.toEpochDay() * 86_400, Gap.NEXT_VALID, Overlap.EARLIER));
    }

    /** The date that the clock shows at an instant. */
    public LocalDate date(Instant instant) {
        long second = instant.getEpochSecond();
        return LocalDate.ofEpochDay(Math.floorDiv(second + table.offsetAt(second), 86_400L));
    }

    ZoneTable table() {
        return table;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WallClock that && zone.equals(that.zone) && gap == that.gap && overlap == that.overlap;
    }

    @Override
    public int hashCode() {
        return (zone.hashCode() * 31 + gap.hashCode()) * 31 + overlap.hashCode();
    }

    /** The zone, and what differs from the defaults: {@code America/New_York (skipped wall times are left out)}. */
    @Override
    public String toString() {
        String skipped = gap == Gap.SKIP ? "skipped wall times are left out" : "";
        String repeated = overlap == Overlap.LATER
                ? ""
                : "repeated wall times count " + (overlap == Overlap.BOTH ? "twice" : "the first time");
        String both = skipped.isEmpty() || repeated.isEmpty() ? skipped + repeated : skipped + ", " + repeated;
        return both.isEmpty() ? zone.toString() : zone + " (" + both + ")";
    }
}
