package io.trainyard.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.trainyard.Better;
import io.trainyard.Busy;
import io.trainyard.Cost;
import io.trainyard.Unaffordable;
import io.trainyard.processor.model.AgeModel;
import io.trainyard.processor.model.CoreTypes;
import io.trainyard.processor.model.GateModel;
import io.trainyard.processor.model.RunModel;
import io.trainyard.processor.model.TrainingModel;

/** Code for the rules of runs and for the ages and gates of models: what differs from the standard. */
final class PolicyCode {

    private PolicyCode() {}

    /*
     * Duration.ofMinutes(10)
     * RunPolicy.standard().within(Duration.ofMinutes(10)).unaffordable(Unaffordable.DEFER).pausedAfter(4)
     */
    static CodeBlock of(TrainingModel training) {
        RunModel runs = training.runs();
        RunModel standard = RunModel.standard();
        CodeBlock limit = ScheduleCode.length(training.limit());
        if (runs.equals(standard)) {
            return limit;
        }
        CodeBlock.Builder code = CodeBlock.builder().add("$T.standard()\n$>$>.within($L)", CoreTypes.RUN_POLICY, limit);
        if (runs.unaffordable() != standard.unaffordable()) {
            code.add(
                    "\n.unaffordable($T.$L)",
                    Unaffordable.class,
                    runs.unaffordable().name());
        }
        if (runs.busy() != standard.busy()) {
            code.add("\n.busy($T.$L)", Busy.class, runs.busy().name());
        }
        if (runs.retries() != standard.retries()) {
            code.add("\n.retrying($L, $L)", runs.retries(), ScheduleCode.length(runs.backoff()));
        }
        if (runs.pauseAfter() != standard.pauseAfter()) {
            code.add("\n.pausedAfter($L)", runs.pauseAfter());
        }
        if (runs.cost() == Cost.FIXED) {
            code.add("\n.charged($L)", ScheduleCode.length(runs.fixedCost()));
        } else if (runs.cost() != standard.cost()) {
            code.add("\n.charged($T.$L)", Cost.class, runs.cost().name());
        }
        if (runs.modelled()) {
            code.add("\n.modelled(true)");
        }
        return code.add("$<$<").build();
    }

    /*
     * Freshness.stale(Duration.ofDays(14))
     * new Freshness(Duration.ofDays(14), Duration.ofDays(28))
     */
    static CodeBlock of(AgeModel age) {
        if (age.expired().isEmpty()) {
            return CodeBlock.of(
                    "$T.stale($L)",
                    CoreTypes.FRESHNESS,
                    ScheduleCode.length(age.stale().orElseThrow()));
        }
        return CodeBlock.of(
                "new $T($L, $L)",
                CoreTypes.FRESHNESS,
                ScheduleCode.length(age.stale().or(age::expired).orElseThrow()),
                ScheduleCode.length(age.expired().get()));
    }

    /*
     * PromotionGate.on("rmse", Better.LOWER).by(0.01).atMost(0.5)
     */
    static CodeBlock of(GateModel gate) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.on($S, $T.$L)",
                        CoreTypes.PROMOTION_GATE,
                        gate.metric(),
                        Better.class,
                        gate.better().name());
        if (gate.by() > 0) {
            code.add(".by($L)", gate.by());
        }
        gate.atLeast().ifPresent(bound -> code.add(".atLeast($L)", bound));
        gate.atMost().ifPresent(bound -> code.add(".atMost($L)", bound));
        return code.build();
    }
}
