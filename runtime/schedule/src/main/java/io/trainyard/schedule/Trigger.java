package io.trainyard.schedule;

import java.time.Duration;

/**
 * What makes a training run: when it is due, and what becomes of the runs that are missed.
 *
 * @param schedule when it is due
 * @param misfires what becomes of its instants that passed while nobody looked
 */
public record Trigger(Schedule schedule, Misfires misfires) {

    /** What holds where nothing is said: the last missed run is made up for, if it is not more than a week late. */
    public static final Misfires STANDARD_MISFIRES = Misfires.once(Duration.ofDays(7));

    /** A schedule with {@link #STANDARD_MISFIRES}; at deployment, which cannot be missed, with none. */
    public static Trigger of(Schedule schedule) {
        return new Trigger(schedule, schedule instanceof Schedule.AtDeployment ? Misfires.skip() : STANDARD_MISFIRES);
    }

    /** In plain words: {@code every Sunday at 08:00 UTC}, and what is not as usual. */
    @Override
    public String toString() {
        return misfires.equals(of(schedule).misfires) ? schedule.toString() : schedule + ", " + misfires;
    }
}
