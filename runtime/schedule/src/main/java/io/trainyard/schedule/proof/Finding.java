package io.trainyard.schedule.proof;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * Something about a strategy's schedules that its author should know.
 *
 * @param code which kind it is
 * @param training the training concerned
 * @param schedule which of its schedules, counted from 0; empty where it is about the training as a whole
 * @param instants the first three concerned, ascending; empty where there is none
 * @param what what is the matter
 * @param why how that comes
 * @param fix what to write instead
 */
public record Finding(
        Code code, String training, OptionalInt schedule, List<Instant> instants, String what, String why, String fix) {

    /** How many instants a finding names. */
    static final int NAMED = 3;

    /** Copies the list. */
    public Finding {
        instants = List.copyOf(instants);
    }

    /** What the proofs look for. */
    public enum Code {
        /** A schedule has no instant within the horizon. */
        NEVER_DUE("TY501", Severity.ERROR),
        /** A run reserves more than the whole bucket holds. */
        LIMIT_ABOVE_CAPACITY("TY507", Severity.ERROR),
        /** A run would be refused if every run before it took its limit. */
        BUDGET_EXCEEDED("TY506", Severity.ERROR),
        /** A schedule fires during a regular session of a market that the strategy subscribes to. */
        DUE_IN_SESSION("TY502", Severity.WARNING),
        /** A wall time is skipped by a clock change. */
        WALL_TIME_SKIPPED("TY503", Severity.WARNING),
        /** A wall time is repeated by a clock change. */
        WALL_TIME_REPEATED("TY504", Severity.WARNING),
        /** A training can still be running when another, or the same, is due. */
        OVERLAPPING_TRAININGS("TY505", Severity.WARNING),
        /** Two schedules of a training have the same instants. */
        DUPLICATE_SCHEDULE("TY508", Severity.WARNING),
        /** All instants of a schedule are instants of another of the same training. */
        SCHEDULE_CONTAINED("TY509", Severity.WARNING),
        /** A model serves longer until the next run of its training than it was tested for. */
        SERVED_UNTESTED("TY511", Severity.WARNING),
        /** The schedules fire too often to look at the whole horizon. */
        PROVED_PARTLY("TY510", Severity.WARNING);

        private final String number;
        private final Severity severity;

        Code(String number, Severity severity) {
            this.number = number;
            this.severity = severity;
        }

        /** Under which it is told and can be looked up, by the compiler as on the command line: {@code TY501}. */
        public String number() {
            return number;
        }

        /** How serious it is where nobody says otherwise. */
        public Severity severity() {
            return severity;
        }
    }

    /** How serious a finding is. */
    public enum Severity {
        /** The strategy cannot do what its schedules say. */
        ERROR,
        /** It can, and its author may not have meant it. */
        WARNING
    }
}
