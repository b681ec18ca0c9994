package io.trainyard.processor.resolve;

import io.trainyard.processor.problem.Code;
import io.trainyard.schedule.declared.Mistake;

/** The codes under which mistakes in schedules are known. */
final class MistakeCodes {

    private MistakeCodes() {}

    static Code of(Mistake.Kind kind) {
        return switch (kind) {
            case NO_TIME_OF_DAY -> Code.TY201;
            case UNKNOWN_ZONE -> Code.TY202;
            case NO_REGION -> Code.TY203;
            case NO_TIMES -> Code.TY204;
            case NO_DATES -> Code.TY205;
            case REPEATED -> Code.TY206;
            case NO_DATE -> Code.TY207;
            case NO_NTH -> Code.TY208;
            case NO_OFFSET -> Code.TY209;
            case NO_WEEKS -> Code.TY210;
            case SEVERAL_DATES -> Code.TY211;
            case NO_INTERVAL -> Code.TY212;
            case NO_WINDOW -> Code.TY213;
            case UNKNOWN_SYMBOL -> Code.TY214;
            case UNKNOWN_MARKET -> Code.TY215;
            case NO_MARKET -> Code.TY216;
            case TWO_MARKETS -> Code.TY217;
            case NO_MINUTES -> Code.TY218;
            case NO_LATENESS -> Code.TY219;
            case NOTHING_TO_READ -> Code.TY220;
            case UNKNOWN_WORD, NO_ZONE ->
                throw new IllegalStateException("the compiler or the strategy sees to it that there is no " + kind
                        + ": the annotations on the class path and those that the processor was built for differ in"
                        + " version");
        };
    }
}
