package io.trainyard.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The moment of deployment. */
record Now(@Nullable Instant deployedAt) implements TimeRule {

    @Override
    public List<Instant> on(LocalDate date, WallClock clock) {
        if (deployedAt == null) {
            throw new IllegalStateException("\"" + this
                    + "\" is known once the strategy is deployed: bind the schedule with Schedule.boundAt(deployedAt)");
        }
        return clock.date(deployedAt).equals(date) ? List.of(deployedAt) : List.of();
    }

    @Override
    public TimeRule boundAt(Instant instant) {
        return new Now(instant);
    }

    @Override
    public String toString() {
        return deployedAt == null ? "at the moment of deployment" : "at the moment of deployment (" + deployedAt + ")";
    }
}
