package io.trainyard.processor.resolve;

import io.trainyard.Cost;
import io.trainyard.processor.model.RunModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Place;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.RunsSource;
import io.trainyard.processor.source.Word;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Resolves the rules for the runs of a training, whose limit is known. */
final class RunsResolver {

    private final Duration limit;
    private final Consumer<Problem> problems;

    private RunsResolver(Duration limit, Consumer<Problem> problems) {
        this.limit = limit;
        this.problems = problems;
    }

    /** The rules; the standard ones for what is not said, or means nothing. */
    static RunModel resolve(Optional<RunsSource> source, Duration limit, Consumer<Problem> problems) {
        return source.map(runs -> new RunsResolver(limit, problems).resolve(runs))
                .orElseGet(RunModel::standard);
    }

    private RunModel resolve(RunsSource runs) {
        RunModel standard = RunModel.standard();
        return new RunModel(
                runs.unaffordable(),
                runs.busy(),
                counted(
                        "retries",
                        runs.retries(),
                        runs.retriesPlace(),
                        "it is how often a run that throws is tried again; 0 is for never.",
                        Math.min(Math.abs((long) runs.retries()), 10)),
                backoff(runs).orElse(standard.backoff()),
                counted(
                        "pauseAfter",
                        runs.pauseAfter(),
                        runs.pauseAfterPlace(),
                        "it is the number of failures in a row after which the training is paused; 0 is for never.",
                        0),
                runs.cost(),
                fixedCost(runs).orElse(standard.fixedCost()),
                runs.modelled());
    }

    private int counted(String element, int number, Place place, String why, long instead) {
        if (number >= 0) {
            return number;
        }
        problems.accept(new Problem(
                Code.TY254, place, element + " = " + number + " is below 0.", why, element + " = " + instead));
        return 0;
    }

    private Optional<Duration> backoff(RunsSource runs) {
        Word word = runs.backoff();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        if (runs.retries() == 0) {
            problems.accept(new Problem(
                    Code.TY253,
                    word.place(),
                    "backoff = \"" + word.text() + "\" has no retries to wait for.",
                    "it is the time between a failure and the first retry, and no run is retried unless retries says so.",
                    "retries = 3"));
        }
        return length(LengthOfTime.BACKOFF, word);
    }

    private Optional<Duration> fixedCost(RunsSource runs) {
        Word word = runs.fixedCost();
        if (word.isEmpty()) {
            if (runs.cost() == Cost.FIXED) {
                problems.accept(new Problem(
                        Code.TY252,
                        runs.costPlace(),
                        "cost = FIXED does not say what a run costs.",
                        "each run is charged the same in a backtest, which fixedCost says.",
                        LengthOfTime.FIXED_COST.fix(limit)));
            }
            return Optional.empty();
        }
        if (runs.cost() != Cost.FIXED) {
            problems.accept(new Problem(
                    Code.TY252,
                    word.place(),
                    "fixedCost = \"" + word.text() + "\" is not what a run costs.",
                    runs.cost() == Cost.LIMIT
                            ? "cost = LIMIT charges the limit in a backtest."
                            : "what a run took is charged unless cost says otherwise.",
                    "cost = Cost.FIXED"));
        }
        Optional<Duration> cost = length(LengthOfTime.FIXED_COST, word);
        cost.filter(length -> length.compareTo(limit) > 0)
                .ifPresent(length -> problems.accept(new Problem(
                        Code.TY255,
                        word.place(),
                        "fixedCost = \"" + word.text() + "\" is more than the limit, " + limit + ".",
                        "a run that takes longer than its limit is cancelled, and charged no more than that.",
                        LengthOfTime.FIXED_COST.fix(limit))));
        return cost;
    }

    private Optional<Duration> length(LengthOfTime kind, Word word) {
        Parsed<Duration> parsed = kind.parse(word.text());
        if (parsed instanceof Parsed.Broken<Duration> broken) {
            problems.accept(broken.at(word.place()));
            return Optional.empty();
        }
        return Optional.of(((Parsed.Value<Duration>) parsed).value());
    }
}
