package io.trainyard.testkit.laws;

import io.trainyard.host.Strategies;
import io.trainyard.market.data.BarSource;
import io.trainyard.strategy.StrategyDefinition;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries laws on a strategy; what {@link StrategyLaws} does, for who wants to do it from a test of his own. Each method returns
 * the same object.
 *
 * <pre>{@code
 * Laws.of(SundayTrend.class).check();
 * Laws.of(SundayTrend.class).on(Bars.recorded(file)).check(Law.NO_LOOK_AHEAD);
 * }</pre>
 *
 * For one thread; while it works, the default zone and locale of the JVM are others for moments.
 */
public final class Laws {

    private static final Duration STANDARD_PATIENCE = Duration.ofMinutes(1);

    private final Class<?> strategy;
    private @Nullable BarSource bars;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private Duration patience = STANDARD_PATIENCE;
    private long seed = 1;
    private @Nullable Subject subject;

    private Laws(Class<?> strategy) {
        this.strategy = strategy;
    }

    /**
     * Laws for a strategy, on a random walk of each of its symbols.
     *
     * @throws IllegalArgumentException if the processor has not seen the class
     */
    public static Laws of(Class<?> strategy) {
        return new Laws(strategy);
    }

    /** On these bars; it is deployed after the first third of them where no day is said. */
    public Laws on(BarSource source) {
        bars = source;
        return this;
    }

    /** The day, in the strategy's zone, at whose beginning it is deployed. */
    public Laws from(LocalDate date) {
        from = date;
        return this;
    }

    /** The last day. */
    public Laws to(LocalDate date) {
        to = date;
        return this;
    }

    /** Where cuts and restarts are, and which bars are walked: chosen by this number, 1 where nothing is said. */
    public Laws seed(long number) {
        seed = number;
        return this;
    }

    /** How long one run may take before it is given up, machine time; a minute where nothing is said. */
    public Laws patience(Duration atMost) {
        patience = atMost;
        return this;
    }

    /** Tries all laws. */
    public List<Verdict> check() {
        return Arrays.stream(Law.values()).map(this::check).toList();
    }

    /** Tries one law; what one law has found out is not run again for the next one. */
    public Verdict check(Law law) {
        Subject tried = subject();
        if (law == Law.RUNS) {
            return TrainingTrial.runs(tried);
        }
        Optional<String> untold = tried.untold();
        if (untold.isPresent() && !isTold(law, tried)) {
            return new Verdict.Untold(law, untold.get());
        }
        return trial(law).of(tried);
    }

    /** These look at one run, or say themselves what is not the same twice. */
    private static boolean isTold(Law law, Subject tried) {
        return tried.usual().failure() == null
                && !tried.usual().events().isEmpty()
                && (law == Law.SAME_TWICE || law == Law.WITHIN_LIMIT || law == Law.WITHIN_BUDGET);
    }

    private static Trial trial(Law law) {
        return switch (law) {
            case RUNS -> TrainingTrial::runs;
            case NO_LOOK_AHEAD -> new LookAheadTrial();
            case SAME_TWICE -> RepetitionTrial::twice;
            case STATE_IN_FIELDS -> RepetitionTrial::stateInFields;
            case NO_OTHER_CLOCK -> MachineTrial::clock;
            case NO_HASH_ORDER -> MachineTrial::hashes;
            case NO_THREAD_ORDER -> MachineTrial::threads;
            case REPLAY -> ModeTrial::replay;
            case RESTART -> ModeTrial::restart;
            case ROUND_TRIP -> ModeTrial::roundTrip;
            case WITHIN_LIMIT -> TrainingTrial::limit;
            case WITHIN_BUDGET -> TrainingTrial::budget;
        };
    }

    private Subject subject() {
        if (subject == null) {
            StrategyDefinition definition = Strategies.of(strategy).definition();
            Stage stage;
            if (bars != null) {
                stage = KitBars.stage(definition, bars, from, to, patience);
            } else {
                Stage kit = KitBars.stage(definition, seed, patience);
                stage = new Stage(kit.tape(), from != null ? from : kit.from(), to != null ? to : kit.to(), patience);
            }
            subject = new Subject(strategy, stage, seed);
        }
        return subject;
    }
}
