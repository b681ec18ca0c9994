package io.trainyard.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.schedule.Trigger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the processor makes of an annotation is what the command line makes of the same words. */
final class SameWordsTest {

    /** In the order of the annotations of {@link SameWords}. */
    private static final List<String> OPTIONS = """
            --day SUNDAY --at 08:00
            --day saturday,wednesday --at 08:00 --at 20:30:15
            --day FRIDAY --nth 3 --at noon
            --day FRIDAY --nth -1 --at midnight
            --date 2026-05-04,2026-07-01 --at 08:00
            --on EVERY_DAY --every PT12H
            --on today --at now
            --on tomorrow,year-end --at 08:00
            --on MONTH_START,QUARTER_END --offset 2 --at 08:00
            --every-weeks 2 --anchor 2026-01-04 --at 09:00
            --day MONDAY --or date=2026-01-02,2026-01-06 --or day=friday,nth=3 --and on=month-start,month-end,offset=4 --except every-weeks=3,anchor=2026-01-05 --at 20:00
            --on TRADING_DAYS --symbol SPY --before-open 45,0 --after-close 0.5
            --on MONTH_END --offset 2 --market us-equity --before-close=-60
            --on WEEK_START --symbol EURUSD --hours extended --after-open 15
            --day MONDAY --symbol SPY --on-closed next --at 18:00
            --date 2026-01-03 --market cme-index --on-closed PREVIOUS --at 18:00
            --on EVERY_DAY --every PT30M --between 18:00,02:00
            --day MONDAY --at 08:00 --zone Asia/Tokyo
            --day SUNDAY --at 02:30 --gap skip --overlap both
            --day SATURDAY --at 08:00 --misfire all --max-lateness P1DT12H
            --day SATURDAY --at 09:00 --misfire skip
            """.lines().toList();

    static List<Arguments> rows() {
        List<Trigger> generated =
                new SameWords_Wiring().definition().trainings().get(0).triggers();
        assertThat(generated).hasSameSizeAs(OPTIONS);
        return IntStream.range(0, OPTIONS.size())
                .mapToObj(i -> Arguments.of(OPTIONS.get(i), generated.get(i)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void makes_equal_schedules_of_the_same_words(String options, Trigger generated) {
        ScheduleCommand command = new ScheduleCommand();
        String zone = options.contains("--zone") ? "" : " --zone America/New_York";
        new CommandLine(command).parseArgs((options + zone + " --from 2026-01-01").split(" "));

        assertThat(command.declared().toTrigger()).isEqualTo(generated);
    }
}
