package io.trainyard.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The instants of several rules. */
record AnyTime(List<TimeRule> rules) implements TimeRule {

    @Override
    public List<Instant> on(LocalDate date, WallClock clock) {
        return rules.stream()
                .flatMap(rule -> rule.on(date, clock).stream())
                .sorted()
                .distinct()
                .toList();
    }

    @Override
    public Reach reach(WallClock clock) {
        return rules.stream().map(rule -> rule.reach(clock)).reduce(Reach::and).orElse(Reach.WIDE);
    }

    @Override
    public TimeRule boundAt(Instant deployedAt) {
        return new AnyTime(rules.stream().map(rule -> rule.boundAt(deployedAt)).toList());
    }

    @Override
    public String toString() {
        return Words.list(rules.stream().map(TimeRule::toString).toList());
    }
}
