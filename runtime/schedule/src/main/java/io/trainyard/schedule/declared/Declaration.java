package io.trainyard.schedule.declared;

import io.trainyard.schedule.Misfires;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.schedule.Trigger;
import io.trainyard.schedule.WallClock;
import java.util.List;

/** A schedule as declared: what was typed, as values, with nothing left to parse. */
public sealed interface Declaration {

    /** The schedule that it is. */
    Schedule toSchedule();

    /** The schedule, and what becomes of runs that are missed. */
    Trigger toTrigger();

    /** Once, at deployment. */
    record AtDeployment() implements Declaration {
        @Override
        public Schedule toSchedule() {
            return Schedule.atDeployment();
        }

        @Override
        public Trigger toTrigger() {
            return Trigger.of(toSchedule());
        }
    }

    /**
     * On dates at times.
     *
     * @param dates on which dates
     * @param times at which times of each, at least one
     * @param clock what both are read from
     * @param misfires what becomes of runs that are missed
     */
    record Recurring(DeclaredDates dates, List<DeclaredTime> times, WallClock clock, Misfires misfires)
            implements Declaration {

        /** Copies the list. */
        public Recurring {
            times = List.copyOf(times);
        }

        @Override
        public Schedule toSchedule() {
            TimeRule rule =
                    TimeRule.anyOf(times.stream().map(DeclaredTime::toRule).toList());
            return Schedule.of(dates.toRule(), rule, clock);
        }

        @Override
        public Trigger toTrigger() {
            return new Trigger(toSchedule(), misfires);
        }
    }
}
