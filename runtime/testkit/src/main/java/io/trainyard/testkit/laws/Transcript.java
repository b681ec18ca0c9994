package io.trainyard.testkit.laws;

import io.trainyard.Cost;
import io.trainyard.Unaffordable;
import io.trainyard.market.Bar;
import io.trainyard.market.BarSeries;
import io.trainyard.market.Tape;
import io.trainyard.portfolio.Fill;
import io.trainyard.portfolio.Order;
import io.trainyard.store.Commit;
import io.trainyard.store.ModelVersion;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.training.Outcome;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingRun;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to, in words that are equal for runs that decide the same: machine time is not in it.
 *
 * @param events in the order of market time
 * @param ending what is known at the end alone: how orders stand, what was withheld
 * @param failure what ended the run early; null if it came to its end
 */
record Transcript(
        List<Event> events, List<String> ending, @Nullable Throwable failure) {

    Transcript {
        events = events.stream()
                .sorted(Comparator.comparing(Event::at).thenComparing(Event::rank))
                .toList();
        ending = List.copyOf(ending);
    }

    /** What {@code failure} says, without the numbers by which the platform tells objects apart. */
    static String words(Throwable failure) {
        return failure.toString().replaceAll("@[0-9a-f]{4,}", "@...");
    }

    static Builder of(StrategyDefinition definition, Tape tape) {
        return new Builder(definition, tape);
    }

    /** Collects. */
    static final class Builder {
        private final StrategyDefinition definition;
        private final Tape tape;
        private final List<Event> events = new ArrayList<>();
        private final List<String> ending = new ArrayList<>();
        private @Nullable Throwable failure;

        private Builder(StrategyDefinition definition, Tape tape) {
            this.definition = definition;
            this.tape = tape;
        }

        Builder trainings(List<TrainingRun> runs) {
            for (TrainingRun run : runs) {
                RunPolicy policy = definition.trainings().stream()
                        .filter(training -> training.name().equals(run.training()))
                        .findFirst()
                        .orElseThrow()
                        .policy();
                String text = run.training() + " due " + at(run.due())
                        + (run.attempt() > 1 ? ", attempt " + run.attempt() : "") + ": " + words(run.outcome());
                events.add(new Event(isTimed(policy) ? run.settledAt() : run.due(), Event.TRAINING, text));
            }
            return this;
        }

        /** Whether the market time at which a run ends does not depend on how fast the machine is. */
        private static boolean isTimed(RunPolicy policy) {
            return policy.cost() != Cost.MEASURED
                    || (!policy.modelled() && policy.unaffordable() != Unaffordable.DEFER);
        }

        /** What was saved by others than trainings. */
        Builder saves(List<Commit> commits) {
            for (Commit commit : commits) {
                if (commit.birth().trainedBy() == null) {
                    events.add(new Event(
                            commit.birth().savedAt(),
                            Event.SAVE,
                            "saved " + commit.key().value() + ", " + commit.content().length + " bytes, "
                                    + mark(commit.sha256())));
                }
            }
            return this;
        }

        Builder orders(List<Order> orders, List<Fill> fills) {
            for (Order order : orders) {
                events.add(new Event(
                        order.placedAt(),
                        Event.ORDER,
                        "order " + order.id() + ", " + side(order.quantity()) + " " + order.symbol()));
                ending.add("order " + order.id() + " is "
                        + order.status().name().toLowerCase(Locale.ROOT)
                        + order.reason().map(reason -> ": " + reason).orElse(""));
            }
            Map<String, Map<Instant, Instant>> ends = new HashMap<>();
            for (Fill fill : fills) {
                Instant known = ends.computeIfAbsent(fill.symbol(), this::ends).getOrDefault(fill.at(), fill.at());
                events.add(new Event(
                        known,
                        Event.FILL,
                        "fill of order " + fill.orderId() + " at " + fill.price() + ", fee " + fill.fee()));
            }
            return this;
        }

        /** When the bars end that begin at an instant: an order is filled at an open that is known at the end of its bar. */
        private Map<Instant, Instant> ends(String symbol) {
            Map<Instant, Instant> ends = new HashMap<>();
            for (BarSeries series : tape.series()) {
                for (int i = 0; series.symbol().equals(symbol) && i < series.size(); i++) {
                    Bar bar = series.bar(i);
                    ends.put(bar.start(), bar.end());
                }
            }
            return ends;
        }

        Builder ending(String line) {
            ending.add(line);
            return this;
        }

        /** It failed, at a market time where that is known. */
        Builder failed(@Nullable Instant at, Throwable cause) {
            failure = cause;
            if (at != null) {
                events.add(new Event(at, Event.FAILURE, "it fails: " + Transcript.words(cause)));
            }
            return this;
        }

        Transcript build() {
            return new Transcript(events, ending, failure);
        }

        private String at(Instant instant) {
            return time(instant, definition);
        }

        private static String side(double quantity) {
            return (quantity > 0 ? "buy " : "sell ") + Math.abs(quantity);
        }

        private static String words(Outcome outcome) {
            if (outcome instanceof Outcome.Succeeded succeeded) {
                return "stored "
                        + String.join(
                                ", ",
                                succeeded.versions().stream()
                                        .map(Builder::words)
                                        .toList());
            }
            if (outcome instanceof Outcome.NotPromoted not) {
                return "not promoted, kept as candidate " + words(not.candidate());
            }
            if (outcome instanceof Outcome.Failed failed) {
                return "failed: " + Transcript.words(failed.cause());
            }
            if (outcome instanceof Outcome.OverLimit) {
                return "over its limit";
            }
            if (outcome instanceof Outcome.Cancelled cancelled) {
                return "cancelled: " + cancelled.reason();
            }
            return outcome instanceof Outcome.Refused ? "refused by the budget" : "skipped";
        }

        private static String words(ModelVersion version) {
            return version.key() + ", version " + version.number() + " of " + version.size() + " bytes, "
                    + mark(version.sha256())
                    + (version.birth().metrics().isEmpty()
                            ? ""
                            : ", " + version.birth().metrics());
        }
    }

    static String mark(String sha256) {
        return "sha256 " + sha256.substring(0, 12);
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    /** An instant in the strategy's zone. */
    static String time(Instant instant, StrategyDefinition definition) {
        try {
            boolean minute = instant.getEpochSecond() % 60 == 0 && instant.getNano() == 0;
            return Objects.requireNonNull(minute ? TIME : SECONDS).format(instant.atZone(definition.zone()));
        } catch (DateTimeException e) {
            return instant.toString();
        }
    }
}
