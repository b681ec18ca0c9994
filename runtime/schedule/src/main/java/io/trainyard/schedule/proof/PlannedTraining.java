package io.trainyard.schedule.proof;

import io.trainyard.schedule.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A training as declared, before it runs.
 *
 * @param name what the user calls it: the name of its method
 * @param schedules when it is due, in the order of the source; an instant on which several agree is one occasion
 * @param limit how long one run may take, which is what it reserves of the budget; positive
 * @param tested how long its models are tested for at most, which is how long they should serve; empty where nobody
 *     says
 */
public record PlannedTraining(String name, List<Schedule> schedules, Duration limit, Optional<Duration> tested) {

    /** How long a run may take where nothing else is said, 10 minutes: QuantConnect's standard limit. */
    public static final Duration STANDARD_LIMIT = Duration.ofMinutes(10);

    /** Refuses a limit that is not positive. */
    public PlannedTraining {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("the limit of " + name + " is how long a run may take, not " + limit
                    + ": write one above zero, such as PT20M");
        }
        schedules = List.copyOf(schedules);
    }

    /** A training of whose tests nobody says anything. */
    public PlannedTraining(String name, List<Schedule> schedules, Duration limit) {
        this(name, schedules, limit, Optional.empty());
    }

    /** The same with other schedules. */
    public PlannedTraining due(List<Schedule> others) {
        return new PlannedTraining(name, others, limit, tested);
    }

    /** The same with another limit. */
    public PlannedTraining within(Duration other) {
        return new PlannedTraining(name, schedules, other, tested);
    }
}
