package io.trainyard.testkit.laws;

import io.trainyard.testkit.laws.Deaths.Death;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@link Law#REPLAY}, {@link Law#RESTART} and {@link Law#ROUND_TRIP}: the host does it another way. */
final class ModeTrial {

    private ModeTrial() {}

    static Verdict replay(Subject subject) {
        Optional<Difference> difference =
                Difference.of(subject.usual(), subject.actor().replay(subject.stage()));
        if (difference.isEmpty()) {
            return new Verdict.Kept(Law.REPLAY, "a replay in virtual time");
        }
        return subject.broken(
                Law.REPLAY,
                "live, in a replay of the same bars in virtual time, it decides otherwise than in a backtest",
                "backtest",
                "replay",
                difference.get(),
                "live, trainings run on threads of their own; what a ThreadLocal holds, or the name of a thread says, is another there",
                "hand over what a training has found by the value that it returns",
                "");
    }

    static Verdict restart(Subject subject) {
        Lives whole = Lives.whole(subject.stage(), subject.definition());
        Transcript usual = whole.live(subject.actor());
        List<Death> deaths = new Deaths(
                        subject.definition(),
                        subject.stage(),
                        whole.returning(),
                        whole.durable().steps())
                .some(subject.random(Law.RESTART));
        for (int i = 0; i < deaths.size(); i++) {
            Death death = deaths.get(i);
            Transcript expected = death.lost() == null ? usual : failing(subject, death.lost());
            Transcript other = whole.after(death.steps(), death.at()).live(subject.actor());
            Optional<Difference> difference = Difference.of(expected, other);
            if (difference.isPresent()) {
                return subject.broken(
                        Law.RESTART,
                        "when its process ends at " + subject.time(death.at()) + ", " + death.where()
                                + ", and another one goes on, it decides otherwise"
                                + (death.lost() == null ? "" : " than if that training had failed"),
                        death.lost() == null ? "not restarted" : "training fails",
                        "restarted",
                        difference.get(),
                        "what is in a field without @Stored, or in a static one, is gone with the process; what has to survive is"
                                + " in the store",
                        "mark the field with @Stored and let a training fill it, save it in the ObjectStore, or reckon it anew from"
                                + " History and Portfolio",
                        "restart " + (i + 1) + " of " + deaths.size());
            }
        }
        long inTrainings =
                deaths.stream().filter(death -> death.where().startsWith("in")).count();
        return new Verdict.Kept(
                Law.RESTART,
                deaths.size() - inTrainings + " restarts between slices, " + inTrainings
                        + " in the middle of trainings");
    }

    private static Transcript failing(Subject subject, DurableLog.Step.Claimed lost) {
        Actor actor = subject.actor().wired(wiring -> new FailingOnce(wiring, lost.training(), lost.due()));
        return Lives.whole(subject.stage(), subject.definition()).live(actor);
    }

    static Verdict roundTrip(Subject subject) {
        List<String> otherBytes = Collections.synchronizedList(new ArrayList<>());
        Transcript other = subject.actor()
                .wired(wiring -> new StoredAgain(wiring, otherBytes))
                .backtest(subject.stage());
        String fix =
                "have every field of the model stored: no transient or ignored ones, no constructor that drops something; a"
                        + " ModelCodec writes all that it reads";
        if (!otherBytes.isEmpty()) {
            return subject.broken(
                    Law.ROUND_TRIP,
                    "the model under \"" + otherBytes.get(0) + "\" is written as other bytes once it was read",
                    "",
                    "what a process reads after a restart is not what was trained",
                    fix,
                    "");
        }
        Optional<Difference> difference = Difference.of(subject.usual(), other);
        if (difference.isPresent()) {
            return subject.broken(
                    Law.ROUND_TRIP,
                    "it decides otherwise with models that were stored and read again",
                    "as trained",
                    "as read",
                    difference.get(),
                    "something of the model does not come back from the store",
                    fix,
                    "");
        }
        return new Verdict.Kept(Law.ROUND_TRIP, "every model read back before it serves, and written once more");
    }
}
