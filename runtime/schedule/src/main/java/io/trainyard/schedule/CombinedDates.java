package io.trainyard.schedule;

import io.trainyard.ClosedDates;
import io.trainyard.Hours;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.LocalDate;

/** Date rules made of others. */
sealed interface CombinedDates extends DayRule {

    /** In both rules. */
    record Both(DayRule left, DayRule right) implements CombinedDates {

        @Override
        public long onOrAfter(long day) {
            long candidate = day;
            while (candidate - day <= DAYS_OF_400_YEARS) {
                long first = left.onOrAfter(candidate);
                if (first == NONE) {
                    return NONE;
                }
                candidate = right.onOrAfter(first);
                if (candidate == first) {
                    return first;
                }
                if (candidate == NONE) {
                    return NONE;
                }
            }
            return NONE;
        }

        @Override
        public boolean contains(LocalDate date) {
            return left.contains(date) && right.contains(date);
        }

        @Override
        public DateRule boundOn(LocalDate deployedOn) {
            return left.boundOn(deployedOn).and(right.boundOn(deployedOn));
        }

        @Override
        public String toString() {
            return operand(left) + ", if also " + operand(right);
        }
    }

    /** In one of the rules or both. */
    record Either(DayRule left, DayRule right) implements CombinedDates {

        @Override
        public long onOrAfter(long day) {
            return Math.min(left.onOrAfter(day), right.onOrAfter(day));
        }

        @Override
        public boolean contains(LocalDate date) {
            return left.contains(date) || right.contains(date);
        }

        @Override
        public DateRule boundOn(LocalDate deployedOn) {
            return left.boundOn(deployedOn).or(right.boundOn(deployedOn));
        }

        @Override
        public String toString() {
            return operand(left) + " or " + operand(right);
        }
    }

    /** In the one but not in the other. */
    record Without(DayRule rule, DayRule excluded) implements CombinedDates {

        @Override
        public long onOrAfter(long day) {
            long candidate = rule.onOrAfter(day);
            while (candidate != NONE && excluded.onOrAfter(candidate) == candidate) {
                candidate = candidate - day > DAYS_OF_400_YEARS ? NONE : rule.onOrAfter(candidate + 1);
            }
            return candidate;
        }

        @Override
        public boolean contains(LocalDate date) {
            return rule.contains(date) && !excluded.contains(date);
        }

        @Override
        public DateRule boundOn(LocalDate deployedOn) {
            return rule.boundOn(deployedOn).except(excluded.boundOn(deployedOn));
        }

        @Override
        public String toString() {
            return operand(rule) + ", except " + operand(excluded);
        }
    }

    /** Dates on which a market is closed become the trading day after or before. */
    record Moved(DayRule rule, TradingCalendar calendar, ClosedDates policy, Hours hours) implements CombinedDates {

        @Override
        public long onOrAfter(long day) {
            return policy == ClosedDates.NEXT ? next(day) : previous(day);
        }

        /** Dates after the last trading day before {@code day} move to {@code day} or beyond, none before does. */
        private long next(long day) {
            long tradedBefore = openOnOrBefore(day - 1);
            long date = rule.onOrAfter(tradedBefore == NONE ? day : tradedBefore + 1);
            return date == NONE ? NONE : openOnOrAfter(date);
        }

        /** Moving back keeps the order, so the first date that moves to {@code day} or beyond is the one. */
        private long previous(long day) {
            long date = rule.onOrAfter(day);
            while (date != NONE && date - day <= DAYS_OF_400_YEARS) {
                long moved = openOnOrBefore(date);
                if (moved != NONE && moved >= day) {
                    return moved;
                }
                date = rule.onOrAfter(date + 1);
            }
            return NONE;
        }

        private long openOnOrAfter(long day) {
            return calendar.openOnOrAfter(LocalDate.ofEpochDay(day), hours)
                    .map(LocalDate::toEpochDay)
                    .orElse(NONE);
        }

        private long openOnOrBefore(long day) {
            return calendar.openOnOrBefore(LocalDate.ofEpochDay(day), hours)
                    .map(LocalDate::toEpochDay)
                    .orElse(NONE);
        }

        @Override
        public DateRule boundOn(LocalDate deployedOn) {
            return rule.boundOn(deployedOn).onClosed(calendar, policy, hours);
        }

        @Override
        public String toString() {
            return operand(rule) + ", where " + calendar.name() + " is closed the "
                    + (policy == ClosedDates.NEXT ? "next trading day" : "trading day before")
                    + (hours == Hours.EXTENDED ? ", extended trading included" : "");
        }
    }

    private static String operand(DayRule rule) {
        boolean combined = rule instanceof CombinedDates;
        return combined ? "(" + rule + ")" : rule.toString();
    }
}
