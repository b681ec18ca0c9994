package io.trainyard.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each planted fault is caught by the law that is named for it, and the story says what was seen. */
final class PlantedFaultsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RemembersTomorrow        | NO_LOOK_AHEAD   | run a second time in one process it decides otherwise
            ReadsTheRecording        | NO_LOOK_AHEAD   | AaplOf2013.load at io.trainyard.testkit.laws.planted.ReadsTheRecording (ReadsTheRecording.java:19)
            CountsInAStatic          | STATE_IN_FIELDS | second run:
            CountsInAField           | RESTART         | between two slices
            ReadsTheClock            | NO_OTHER_CLOCK  | Instant.now() at io.trainyard.testkit.laws.planted.ReadsTheClock (ReadsTheClock.java:18)
            ReadsTheClockByReference | NO_OTHER_CLOCK  | LocalDate::now at
            IteratesOverIdentity     | NO_HASH_ORDER   | another order:
            IteratesOverSetOf        | NO_HASH_ORDER   | another order:
            RacesWithAThread         | NO_THREAD_ORDER | Thread.start at io.trainyard.testkit.laws.planted.RacesWithAThread (RacesWithAThread.java:23)
            TellsByThreadLocal       | REPLAY          | replay:
            TrainsTooLong            | WITHIN_LIMIT    | may take 50 ms
            TrainsTooOften           | WITHIN_BUDGET   | was refused
            LosesAField              | ROUND_TRIP      | as read:
            ChangesWhenRead          | ROUND_TRIP      | the model under "changes-when-read/mean" is written as other bytes
            FormatsByDefault         | SAME_TWICE      | the default locale
            RollsDice                | SAME_TWICE      | first difference at
            Throws                   | RUNS            | IllegalStateException: three is a crowd
            """)
    void each_is_caught_by_the_law_named_for_it(String name, Law law, String seen) throws ClassNotFoundException {
        Class<?> strategy = Class.forName("io.trainyard.testkit.laws.planted." + name);

        Verdict verdict = Laws.of(strategy).check(law);

        assertThat(verdict).isInstanceOf(Verdict.Broken.class);
        assertThat(((Verdict.Broken) verdict).story())
                .startsWith(name + " breaks the law \"" + law.words() + "\": ")
                .contains(seen, "\n    why:  ", "\n    fix:  ", "\n    again: @StrategyLaws(value = " + name);
    }
}
