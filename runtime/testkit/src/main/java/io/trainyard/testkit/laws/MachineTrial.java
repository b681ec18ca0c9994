package io.trainyard.testkit.laws;

import java.util.List;
import java.util.Optional;

/** {@link Law#NO_OTHER_CLOCK}, {@link Law#NO_HASH_ORDER} and {@link Law#NO_THREAD_ORDER}: one thing of the machine is another. */
final class MachineTrial {

    private static final int CLOCKS = 4;
    private static final int HASHES = 6;

    private MachineTrial() {}

    static Verdict clock(Subject subject) {
        for (long seed = 2; seed < 2 + CLOCKS; seed++) {
            Transcript other = subject.actor(World.standard().withClock(seed)).backtest(subject.stage());
            Optional<Difference> difference = Difference.of(subject.usual(), other);
            if (difference.isPresent()) {
                return subject.broken(
                        Law.NO_OTHER_CLOCK,
                        "it decides otherwise when the clock of the machine shows another time"
                                + at(subject, Place.Kind.CLOCK),
                        "one clock",
                        "another clock",
                        difference.get(),
                        "the time of the machine has nothing to do with that of the market: not in a backtest, and live only as"
                                + " long as nothing is late",
                        "take the time from MarketClock or Slice.time(), and what is left of a training from"
                                + " Training.remainingTime()",
                        "");
            }
        }
        List<Place> places = subject.places(Place.Kind.CLOCK);
        return new Verdict.Kept(
                Law.NO_OTHER_CLOCK,
                CLOCKS + " other clocks; "
                        + (places.isEmpty() ? "its code reads none" : "its code reads them: " + places.get(0)));
    }

    static Verdict hashes(Subject subject) {
        Transcript descending =
                subject.actor(World.standard().withHashesDescending()).backtest(subject.stage());
        Optional<Difference> difference = Difference.of(subject.usual(), descending);
        for (int i = 0; i < HASHES && difference.isEmpty(); i++) {
            // each run has a thread of its own, whose objects get other identity hash codes: those of enums and arrays,
            // too
            difference = Difference.of(subject.usual(), subject.actor().backtest(subject.stage()));
        }
        if (difference.isEmpty()) {
            return new Verdict.Kept(
                    Law.NO_HASH_ORDER,
                    "hash codes in reverse, Set.of and Map.of in reverse, " + HASHES + " further runs");
        }
        return subject.broken(
                Law.NO_HASH_ORDER,
                "it decides otherwise when objects without a hashCode() of their own have other hash codes, or Set.of and Map.of"
                        + " another order",
                "one order",
                "another order",
                difference.get(),
                "such hash codes are others in every process, and with them the order in which a HashSet or a HashMap gives out what"
                        + " it holds",
                "take LinkedHashSet, TreeSet, List or EnumMap where the order matters, or give the class an equals and a hashCode;"
                        + " a record has both",
                "");
    }

    static Verdict threads(Subject subject) {
        List<Place> places = subject.places(Place.Kind.THREAD);
        if (places.isEmpty()) {
            return new Verdict.Kept(Law.NO_THREAD_ORDER, "its code starts no thread");
        }
        Transcript late =
                subject.actor(World.standard().withTurn(World.Turn.LATE)).backtest(subject.stage());
        Optional<Difference> difference = Difference.of(subject.usual(), late);
        if (difference.isEmpty()) {
            return new Verdict.Kept(Law.NO_THREAD_ORDER, "its threads come late; it starts them by " + places.get(0));
        }
        return subject.broken(
                Law.NO_THREAD_ORDER,
                "it decides otherwise when the threads that it starts come late" + at(subject, Place.Kind.THREAD),
                "come at once",
                "come late",
                difference.get(),
                "nobody promises when a thread has its turn: each run may end otherwise",
                "wait for the result where it is needed, or make it a training of its own, which has a thread when it is live",
                "");
    }

    private static String at(Subject subject, Place.Kind kind) {
        List<Place> places = subject.places(kind);
        return places.isEmpty()
                ? ""
                : ": " + String.join(", ", places.stream().map(Place::toString).toList());
    }
}
