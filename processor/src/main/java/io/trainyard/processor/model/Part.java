package io.trainyard.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.Optional;

/** What the host can hand to a method of a strategy. */
@SuppressWarnings("ImmutableEnumChecker") // a ClassName never changes, only nobody has told Error Prone
public enum Part {
    /** What is known of the market. */
    HISTORY(CoreTypes.HISTORY, "history"),
    /** What the strategy holds. */
    PORTFOLIO(CoreTypes.PORTFOLIO, "portfolio"),
    /** The market's time. */
    CLOCK(CoreTypes.MARKET_CLOCK, "clock"),
    /** What the strategy keeps. */
    STORE(CoreTypes.OBJECT_STORE, "store"),
    /** The run of a training; for trainings only. */
    TRAINING(CoreTypes.TRAINING, "training"),
    /** The walk forward of a training, as of the time of its run; for trainings only. */
    WALK(CoreTypes.WALK, "walk"),
    /** Whether the models are ready; also by its generated type. */
    GUARD(CoreTypes.MODEL_GUARD, "guard"),
    /** The bars that just ended; for handlers only. */
    SLICE(CoreTypes.SLICE, "slice"),
    /** Each of them in turn; for handlers only. */
    BAR(CoreTypes.BAR, "bar");

    private final ClassName type;
    private final String variable;

    Part(ClassName type, String variable) {
        this.type = type;
        this.variable = variable;
    }

    /** Its type. */
    public ClassName type() {
        return type;
    }

    /** What it is called in generated code; the same as the method of {@code HostParts} that gives it, if one does. */
    public String variable() {
        return variable;
    }

    /** Whether {@code HostParts} gives it, once and for the strategy's whole life. */
    public boolean isLent() {
        return this == HISTORY || this == PORTFOLIO || this == CLOCK || this == STORE || this == TRAINING;
    }

    /** Whether it is of the run of a training. */
    public boolean isOfTraining() {
        return this == TRAINING || this == WALK;
    }

    /** Whether it exists only while a slice is handled. */
    public boolean isOfSlice() {
        return this == SLICE || this == BAR;
    }

    /** The part of a type. */
    public static Optional<Part> of(TypeName type, GeneratedNames names) {
        if (type.equals(names.guard())) {
            return Optional.of(GUARD);
        }
        for (Part part : values()) {
            if (part.type.equals(type)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
