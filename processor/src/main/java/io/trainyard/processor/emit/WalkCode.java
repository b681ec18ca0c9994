package io.trainyard.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.trainyard.processor.model.CoreTypes;
import io.trainyard.processor.model.WalkModel;
import io.trainyard.processor.model.WindowLength;
import java.time.Duration;
import java.time.Period;

/** Code for walks forward. */
final class WalkCode {

    private WalkCode() {}

    /*
     * WalkForwardSplits.rolling(Period.ofYears(2), Period.ofMonths(3))
     *     .purge(Duration.ofDays(14))
     *     .embargo(Duration.ofDays(2))
     *     .zone(ZONE)
     */
    static CodeBlock of(WalkModel walk) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.$L($L, $L)$>$>",
                        CoreTypes.WALK_FORWARD_SPLITS,
                        walk.anchored() ? "anchored" : "rolling",
                        of(walk.train()),
                        of(walk.test()));
        if (!walk.step().equals(walk.test())) {
            code.add("\n.step($L)", of(walk.step()));
        }
        if (!walk.purge().isZero()) {
            code.add("\n.purge($L)", ScheduleCode.length(walk.purge()));
        }
        if (!walk.embargo().isZero()) {
            code.add("\n.embargo($L)", ScheduleCode.length(walk.embargo()));
        }
        return code.add("\n.zone($L)$<$<", WiringNames.ZONE).build();
    }

    /*
     * Period.ofMonths(3), Period.of(1, 6, 0), Duration.ofHours(36)
     */
    private static CodeBlock of(WindowLength length) {
        if (length.amount() instanceof Duration duration) {
            return ScheduleCode.length(duration);
        }
        Period period = (Period) length.amount();
        if (period.equals(Period.ofYears(period.getYears()))) {
            return CodeBlock.of("$T.ofYears($L)", Period.class, period.getYears());
        }
        if (period.equals(Period.ofMonths(period.getMonths()))) {
            return CodeBlock.of("$T.ofMonths($L)", Period.class, period.getMonths());
        }
        return period.equals(Period.ofDays(period.getDays()))
                ? CodeBlock.of("$T.ofDays($L)", Period.class, period.getDays())
                : CodeBlock.of(
                        "$T.of($L, $L, $L)", Period.class, period.getYears(), period.getMonths(), period.getDays());
    }
}
