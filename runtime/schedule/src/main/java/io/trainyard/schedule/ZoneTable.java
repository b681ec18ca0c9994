package io.trainyard.schedule;

import io.trainyard.Gap;
import io.trainyard.Overlap;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The offsets of a zone as arrays, to turn seconds of wall time into seconds of UTC without an allocation. One table per
 * zone, shared by all schedules. Reaches to the year 2100; what lies after it, and zones whose clock changes lie so close
 * that an array cannot tell them apart, are read from the zone's rules.
 */
final class ZoneTable {

    /** What {@link #resolve} answers to a wall time in a gap that is skipped. */
    static final long SKIPPED = Long.MIN_VALUE;

    private static final long HORIZON = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
    private static final long TWO_DAYS = 2 * 86_400L;
    private static final long MAXIMAL_OFFSET = ZoneOffset.MAX.getTotalSeconds();
    private static final Map<ZoneId, ZoneTable> TABLES = new ConcurrentHashMap<>();

    private final ZoneRules rules;
    /** From when each offset is valid, in seconds of UTC. */
    private final long[] starts;
    /** The same in seconds of wall time: the first reading after the clock change. */
    private final long[] localStarts;

    private final int[] offsets;
    /** From here on, in seconds of UTC, the arrays know nothing. */
    private final long end;

    private final int minimalOffset;
    private final int maximalOffset;

    private ZoneTable(ZoneRules rules) {
        this.rules = rules;
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        if (!rules.isFixedOffset()) {
            ZoneOffsetTransition next = rules.nextTransition(Instant.MIN);
            while (next != null && next.toEpochSecond() < HORIZON) {
                transitions.add(next);
                next = rules.nextTransition(next.getInstant());
            }
        }
        int size = transitions.size() + 1;
        starts = new long[size];
        localStarts = new long[size];
        offsets = new int[size];
        starts[0] = Long.MIN_VALUE;
        localStarts[0] = Long.MIN_VALUE;
        offsets[0] = (transitions.isEmpty()
                        ? rules.getOffset(Instant.EPOCH)
                        : transitions.get(0).getOffsetBefore())
                .getTotalSeconds();
        for (int i = 1; i < size; i++) {
            starts[i] = transitions.get(i - 1).toEpochSecond();
            offsets[i] = transitions.get(i - 1).getOffsetAfter().getTotalSeconds();
            localStarts[i] = starts[i] + offsets[i];
        }
        end = rules.isFixedOffset() ? Long.MAX_VALUE : isRegular() ? HORIZON : Long.MIN_VALUE;
        minimalOffset = Arrays.stream(offsets).min().orElseThrow();
        maximalOffset = Arrays.stream(offsets).max().orElseThrow();
    }

    /** The table of a zone; made once. */
    static ZoneTable of(ZoneId zone) {
        ZoneTable table = TABLES.get(zone);
        return table != null ? table : TABLES.computeIfAbsent(zone, any -> new ZoneTable(any.getRules()));
    }

    /** Whether the readings that one clock change skips or repeats never meet those of the next. */
    private boolean isRegular() {
        for (int i = 2; i < starts.length; i++) {
            long lastAffected = starts[i - 1] + Math.max(offsets[i - 2], offsets[i - 1]);
            long firstAffected = starts[i] + Math.min(offsets[i - 1], offsets[i]);
            if (lastAffected >= firstAffected) {
                return false;
            }
        }
        return true;
    }

    /** The smallest offset from UTC that the zone ever has, in seconds. */
    int minimalOffset() {
        return minimalOffset;
    }

    /** The largest offset from UTC that the zone ever has, in seconds. */
    int maximalOffset() {
        return maximalOffset;
    }

    /** Where in the table an instant lies, in seconds of UTC; negative where the table does not reach. */
    int indexOf(long second) {
        return second >= end ? -1 : lastAtOrBefore(starts, second);
    }

    int offset(int index) {
        return offsets[index];
    }

    /** The offset at an instant. */
    int offsetAt(long second) {
        int index = indexOf(second);
        return index < 0 ? rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds() : offsets[index];
    }

    /** Whether no clock change lies within two days of an instant. */
    boolean isCalm(int index, long second) {
        return index >= 0
                && (index == 0 || second - starts[index] > TWO_DAYS)
                && (index + 1 < starts.length ? starts[index + 1] : end) - TWO_DAYS > second;
    }

    /** From which second of wall time on the offset at {@code index} is the only one that reads so. */
    long calmFrom(int index) {
        return index == 0 ? Long.MIN_VALUE : starts[index] + Math.max(offsets[index - 1], offsets[index]);
    }

    /** Until which second of wall time, not included, the offset at {@code index} is the only one that reads so. */
    long calmUntil(int index) {
        if (index + 1 < starts.length) {
            return starts[index + 1] + Math.min(offsets[index], offsets[index + 1]);
        }
        return end == Long.MAX_VALUE ? end : end - MAXIMAL_OFFSET;
    }

    /**
     * The second of UTC at which the zone's clock reads {@code local} seconds.
     *
     * @return {@link #SKIPPED} in a gap that is skipped; with {@link Overlap#BOTH} the earlier
     */
    long resolve(long local, Gap gap, Overlap overlap) {
        if (end != Long.MAX_VALUE && (end == Long.MIN_VALUE || local >= end - MAXIMAL_OFFSET)) {
            return resolveByRules(local, gap, overlap);
        }
        int index = lastAtOrBefore(localStarts, local);
        if (index + 1 < starts.length && local - offsets[index] >= starts[index + 1]) {
            return gap == Gap.SKIP ? SKIPPED : starts[index + 1];
        }
        boolean repeated = index > 0 && local - offsets[index - 1] < starts[index];
        return local - offsets[repeated && overlap != Overlap.LATER ? index - 1 : index];
    }

    private long resolveByRules(long local, Gap gap, Overlap overlap) {
        LocalDateTime reading = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
        ZoneOffsetTransition transition = rules.getTransition(reading);
        if (transition == null) {
            return local - rules.getOffset(reading).getTotalSeconds();
        }
        if (transition.isGap()) {
            return gap == Gap.SKIP ? SKIPPED : transition.toEpochSecond();
        }
        ZoneOffset offset = overlap == Overlap.LATER ? transition.getOffsetAfter() : transition.getOffsetBefore();
        return local - offset.getTotalSeconds();
    }

    private static int lastAtOrBefore(long[] ascending, long value) {
        int low = 0;
        int high = ascending.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (ascending[middle] <= value) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
