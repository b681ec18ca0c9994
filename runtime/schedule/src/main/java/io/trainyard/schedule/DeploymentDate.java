package io.trainyard.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The date of deployment or one counted from it. */
record DeploymentDate(int daysLater, @Nullable LocalDate deployedOn) implements DayRule {

    @Override
    public long onOrAfter(long day) {
        if (deployedOn == null) {
            throw new IllegalStateException("\"" + this
                    + "\" is known once the strategy is deployed: bind the schedule with Schedule.boundAt(deployedAt)");
        }
        long only = deployedOn.toEpochDay() + daysLater;
        return only >= day ? only : NONE;
    }

    @Override
    public DateRule boundOn(LocalDate date) {
        return new DeploymentDate(daysLater, date);
    }

    @Override
    public String toString() {
        String words = daysLater == 0 ? "on the day of deployment" : "on the day after deployment";
        return deployedOn == null ? words : words + " (" + deployedOn.plusDays(daysLater) + ")";
    }
}
