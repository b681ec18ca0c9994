package io.trainyard.learning.splits;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.learning.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** No split leaks, and none throws away more than it has to: against the definition, pair by pair. */
final class SplitLawsTest {

    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    @Provide
    Arbitrary<List<Span>> samples() {
        Arbitrary<Span> sample = Combinators.combine(
                        Arbitraries.integers().between(0, 2000),
                        Arbitraries.integers().between(0, 300))
                .as((start, length) -> new Span(hour(start), hour(start + length)));
        return sample.list().ofMinSize(12).ofMaxSize(60).map(spans -> {
            List<Span> sorted = new ArrayList<>(spans);
            sorted.sort(Comparator.comparing(Span::start));
            return sorted;
        });
    }

    @Property(tries = 200)
    void k_folds_purge_and_embargo_exactly(
            @ForAll("samples") List<Span> samples,
            @ForAll @IntRange(min = 2, max = 6) int folds,
            @ForAll @IntRange(min = 0, max = 200) int embargoHours) {
        Duration embargo = Duration.ofHours(embargoHours);
        List<Fold> split = new PurgedKFold(folds, embargo).split(samples);
        assertThat(split).hasSize(folds);
        split.forEach(fold -> exact(samples, fold, embargo));
        assertThat(split.stream()
                        .flatMapToInt(fold -> Arrays.stream(fold.test()))
                        .toArray())
                .containsExactly(IntStream.range(0, samples.size()).toArray());
    }

    @Property(tries = 200)
    void combinatorial_splits_purge_and_embargo_exactly(
            @ForAll("samples") List<Span> samples,
            @ForAll @IntRange(min = 2, max = 6) int blocks,
            @ForAll @IntRange(min = 1, max = 5) int tested,
            @ForAll @IntRange(min = 0, max = 200) int embargoHours) {
        Assume.that(tested < blocks);
        Duration embargo = Duration.ofHours(embargoHours);
        CombinatorialPurgedSplits way = new CombinatorialPurgedSplits(blocks, tested, embargo);
        List<Fold> split = way.split(samples);
        assertThat(split).hasSize(way.folds());
        split.forEach(fold -> exact(samples, fold, embargo));
    }

    /** What is left to train on is what the definition leaves, no sample more and none less. */
    private static void exact(List<Span> samples, Fold fold, Duration embargo) {
        Set<Integer> test = Arrays.stream(fold.test()).boxed().collect(Collectors.toCollection(TreeSet::new));
        int[] expected = IntStream.range(0, samples.size())
                .filter(i -> !test.contains(i))
                .filter(i -> test.stream().noneMatch(j -> leaks(samples.get(i), samples.get(j), embargo)))
                .toArray();
        assertThat(fold.train()).containsExactly(expected);
    }

    private static boolean leaks(Span train, Span test, Duration embargo) {
        boolean embargoed = train.start().isAfter(test.end())
                && !train.start().isAfter(test.end().plus(embargo));
        return train.overlaps(test) || embargoed;
    }

    @Property(tries = 200)
    void a_walk_forward_never_looks_ahead(
            @ForAll("samples") List<Span> samples,
            @ForAll boolean anchored,
            @ForAll @IntRange(min = 0, max = 5) int purgeDays,
            @ForAll @IntRange(min = 0, max = 5) int embargoDays,
            @ForAll @IntRange(min = 1, max = 20) int stepDays) {
        Duration train = Duration.ofDays(20);
        Duration test = Duration.ofDays(7);
        Duration embargo = Duration.ofDays(embargoDays);
        WalkForwardSplits walk = (anchored
                        ? WalkForwardSplits.anchored(train, test)
                        : WalkForwardSplits.rolling(train, test))
                .step(Duration.ofDays(stepDays))
                .purge(Duration.ofDays(purgeDays))
                .embargo(embargo);
        for (Fold fold : walk.split(samples)) {
            Instant firstTest = samples.get(fold.test()[0]).start();
            for (int i : fold.train()) {
                assertThat(samples.get(i).end().plus(embargo)).isBefore(firstTest);
                assertThat(samples.get(i).start().plus(embargo).plusSeconds(86400L * purgeDays))
                        .isBefore(firstTest);
                for (int j : fold.test()) {
                    assertThat(samples.get(i).overlaps(samples.get(j))).isFalse();
                }
            }
        }
    }

    @Property(tries = 200)
    void a_walk_as_of_an_instant_knows_nothing_later(
            @ForAll("samples") List<Span> samples,
            @ForAll boolean anchored,
            @ForAll @IntRange(min = 0, max = 2500) int nowHours,
            @ForAll @IntRange(min = 0, max = 5) int purgeDays,
            @ForAll @IntRange(min = 0, max = 5) int embargoDays,
            @ForAll @IntRange(min = 1, max = 20) int stepDays) {
        Duration train = Duration.ofDays(20);
        Duration test = Duration.ofDays(7);
        Duration embargo = Duration.ofDays(embargoDays);
        Instant now = hour(nowHours);
        Instant labelled = now.minus(Duration.ofDays(purgeDays));
        Walk walk = (anchored ? WalkForwardSplits.anchored(train, test) : WalkForwardSplits.rolling(train, test))
                .step(Duration.ofDays(stepDays))
                .purge(Duration.ofDays(purgeDays))
                .embargo(embargo)
                .asOf(now);
        List<Fold> folds = walk.folds(samples);
        for (Fold fold : folds) {
            for (int j : fold.test()) {
                assertThat(samples.get(j).end()).isBeforeOrEqualTo(now);
                assertThat(samples.get(j).start()).isBefore(labelled);
                for (int i : fold.train()) {
                    assertThat(samples.get(i).end().plus(embargo))
                            .isBefore(samples.get(j).start());
                }
            }
        }
        // what is not known yet could be anything
        List<Span> known =
                samples.stream().filter(sample -> !sample.end().isAfter(now)).toList();
        if (known.size() == samples.size()) {
            List<Span> more = new ArrayList<>(samples);
            more.add(new Span(hour(2600), hour(2700)));
            assertThat(walk.folds(more)).hasToString(folds.toString());
        }
    }

    @Property(tries = 100)
    void tests_of_a_walk_follow_each_other_without_gap_or_overlap(
            @ForAll @IntRange(min = 1, max = 24) int trainMonths, @ForAll @IntRange(min = 1, max = 12) int testMonths) {
        List<Window> windows = WalkForwardSplits.rolling(Period.ofMonths(trainMonths), Period.ofMonths(testMonths))
                .windows(START, START.plus(Duration.ofDays(2000)));
        for (int k = 1; k < windows.size(); k++) {
            assertThat(windows.get(k).testFrom()).isEqualTo(windows.get(k - 1).testTo());
            assertThat(windows.get(k).trainTo()).isEqualTo(windows.get(k).testFrom());
        }
        assertThat(windows).isNotEmpty();
    }

    private static Instant hour(int hours) {
        return START.plus(Duration.ofHours(hours));
    }
}
