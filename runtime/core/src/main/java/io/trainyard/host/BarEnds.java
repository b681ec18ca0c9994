package io.trainyard.host;

import io.trainyard.Hours;
import io.trainyard.Resolution;
import io.trainyard.market.Subscription;
import io.trainyard.schedule.calendar.Markets;
import io.trainyard.schedule.calendar.Session;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells at which instants bars may end: where a training is due at one of them, its bar may be on the way. */
final class BarEnds {

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final List<Bars> all;

    /**
     * Of these subscriptions.
     *
     * @param strategy its class loader finds markets that are not built in; bars of one that nobody knows may end at any minute
     */
    BarEnds(List<Subscription> subscriptions, Class<?> strategy) {
        this.all = subscriptions.stream()
                .map(one -> new Bars(one.resolution(), calendar(one.market(), strategy)))
                .toList();
    }

    private static @Nullable TradingCalendar calendar(String market, Class<?> strategy) {
        try {
            return Markets.named(market, strategy);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether a bar of any subscription may end at {@code instant}. */
    boolean mayBeAt(Instant instant) {
        return all.stream()
                .anyMatch(one -> one.calendar == null
                        ? isWhole(instant.toEpochMilli(), MINUTE)
                        : mayEnd(one.resolution, one.calendar, instant));
    }

    private static boolean mayEnd(Resolution resolution, TradingCalendar calendar, Instant instant) {
        LocalDate date = instant.minusNanos(1).atZone(calendar.zone()).toLocalDate();
        for (LocalDate day = date.minusDays(1); !day.isAfter(date.plusDays(1)); day = day.plusDays(1)) {
            for (Session session : calendar.sessions(day)) {
                if (mayEnd(resolution, session, instant)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean mayEnd(Resolution resolution, Session session, Instant instant) {
        if (!session.opens().isBefore(instant) || session.closes().isBefore(instant)) {
            return false;
        }
        return switch (resolution) {
            case DAILY -> session.isIn(Hours.REGULAR) && session.closes().equals(instant);
            case HOUR ->
                session.closes().equals(instant)
                        || isWhole(instant.toEpochMilli(), HOUR)
                        || isWhole(Duration.between(session.opens(), instant).toMillis(), HOUR);
            case MINUTE -> isWhole(instant.toEpochMilli(), MINUTE);
        };
    }

    private record Bars(Resolution resolution, @Nullable TradingCalendar calendar) {}

    private static boolean isWhole(long millis, long unit) {
        return millis % unit == 0;
    }
}
