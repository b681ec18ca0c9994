package io.trainyard.testkit.laws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** {@link Law#NO_LOOK_AHEAD}. */
final class LookAheadTrial implements Trial {

    private static final int CUTS = 6;
    private static final String WHY =
            "what it does then depends on bars that had not ended, so that no live run will do the same";
    private static final String FIX =
            "learn of the market from History, Slice and Bar alone, and keep nothing of it in static fields";

    @Override
    public Verdict of(Subject subject) {
        List<Place> recordings = subject.places(Place.Kind.RECORDING);
        if (!recordings.isEmpty()) {
            return subject.broken(
                    Law.NO_LOOK_AHEAD,
                    "its code opens recorded bars by itself",
                    "      "
                            + String.join(
                                    "\n      ",
                                    recordings.stream().map(Place::toString).toList()),
                    "whoever has a whole recording can read tomorrow's bar in it, and nobody can see from outside whether he does",
                    "subscribe to the bars with @Subscribe, and take them from History, which ends at the market's time",
                    "");
        }
        List<Instant> times = subject.stage().times(subject.definition());
        List<Integer> cuts = cuts(times.size(), subject.random(Law.NO_LOOK_AHEAD));
        for (int i = 0; i < cuts.size(); i++) {
            Instant cut = times.get(cuts.get(i));
            Instant until = times.get(cuts.get(i) + 1);
            String details = "cut " + (i + 1) + " of " + cuts.size() + ": " + subject.time(cut);
            Optional<Verdict> broken = at(subject, cut, until, i % 3 == 1, details);
            if (broken.isPresent()) {
                return broken.get();
            }
        }
        return new Verdict.Kept(
                Law.NO_LOOK_AHEAD,
                cuts.size()
                        + " cuts: the bars end there, go on otherwise, and were others in a run before two of them");
    }

    private static Optional<Verdict> at(
            Subject subject, Instant cut, Instant until, boolean twoInOneProcess, String details) {
        Transcript truncated = subject.actor().backtest(subject.stage().endingAt(cut));
        Optional<Difference> ending = Difference.before(until, subject.usual(), truncated);
        if (ending.isPresent()) {
            return Optional.of(subject.broken(
                    Law.NO_LOOK_AHEAD,
                    "it decides otherwise before " + subject.time(until) + " when the bars end at " + subject.time(cut),
                    "with all bars",
                    "bars end there",
                    ending.get(),
                    WHY,
                    FIX,
                    details));
        }
        Stage changed = subject.stage().changedAfter(cut, subject.seed());
        Optional<Difference> after =
                Difference.before(until, subject.usual(), subject.actor().backtest(changed));
        if (after.isPresent()) {
            return Optional.of(subject.broken(
                    Law.NO_LOOK_AHEAD,
                    "it decides otherwise before " + subject.time(until) + " when bars after " + subject.time(cut)
                            + " are others",
                    "bars as they are",
                    "others after it",
                    after.get(),
                    WHY,
                    FIX,
                    details));
        }
        return twoInOneProcess ? inOneProcess(subject, cut, until, changed, details) : Optional.empty();
    }

    /** Runs over bars that differ after the cut alone, each followed by the same run: what of the future was kept? */
    private static Optional<Verdict> inOneProcess(
            Subject subject, Instant cut, Instant until, Stage changed, String details) {
        Stage again = subject.stage().changedAfter(cut, subject.seed() + 1);
        Actor one = subject.actor();
        one.backtest(subject.stage());
        Actor other = subject.actor();
        other.backtest(changed);
        Optional<Difference> difference = Difference.before(until, one.backtest(again), other.backtest(again));
        return difference.map(found -> subject.broken(
                Law.NO_LOOK_AHEAD,
                "run a second time in one process it decides otherwise before " + subject.time(until)
                        + " when the bars of the first run after " + subject.time(cut) + " were others",
                "after these bars",
                "after others",
                found,
                "it has kept, in a static field for instance, what it saw in the run before, which was tomorrow for this one",
                FIX,
                details));
    }

    /** One slice of each sixth, never the last one. */
    private static List<Integer> cuts(int slices, Random random) {
        List<Integer> cuts = new ArrayList<>();
        for (int i = 0; i < CUTS; i++) {
            int from = (slices - 1) * i / CUTS;
            int to = (slices - 1) * (i + 1) / CUTS;
            if (from < to) {
                cuts.add(from + random.nextInt(to - from));
            }
        }
        return cuts;
    }
}
