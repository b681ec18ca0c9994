package io.trainyard.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.market.BarSeries;
import io.trainyard.market.ReplayFeed;
import io.trainyard.market.Subscription;
import io.trainyard.market.Tape;
import io.trainyard.market.data.BarSource;
import io.trainyard.portfolio.Fill;
import io.trainyard.portfolio.Order;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.store.VersionEntry;
import io.trainyard.training.Outcome;
import io.trainyard.training.TrainingQuota;
import io.trainyard.training.TrainingRun;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * One strategy, one tape, twice: by a backtest, and live in virtual time, on its threads.
 *
 * @param strategy makes the strategy anew
 * @param bars its bars
 * @param first the day of its deployment
 * @param last its last day
 * @param quota its training budget
 */
record Replays(Supplier<SeveralByHand> strategy, BarSource bars, LocalDate first, LocalDate last, TrainingQuota quota) {

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(DeclaredByHand.NEW_YORK).toInstant();
    }

    Seen backtest() {
        MemoryStore store = new MemoryStore(Quota.of(Plan.PRIME));
        SeveralByHand one = strategy.get();
        List<String> events = watch(one);
        BacktestResult result = new Backtest(one)
                .bars(bars)
                .from(first)
                .to(last)
                .quota(quota)
                .store(store)
                .run();
        return seen(one, events, result.trainings(), store, result.orders(), result.fills());
    }

    Seen live() throws InterruptedException {
        MemoryStore store = new MemoryStore(Quota.of(Plan.PRIME));
        SeveralByHand one = strategy.get();
        List<String> events = watch(one);
        Tape tape = Tape.of(List.of(bars.load(bars.available().get(0))));
        Instant from = startOf(first);
        Instant to = startOf(last.plusDays(1));
        // a live strategy remembers its last runs only
        List<TrainingRun> trainings = Collections.synchronizedList(new ArrayList<>());
        try (LiveRun run = new Live(one)
                .listener(new HostListener() {
                    @Override
                    public void trained(TrainingRun settled) {
                        trainings.add(settled);
                    }
                })
                .past(bars)
                .feed(ReplayFeed.of(tape).from(from).to(to))
                .virtualTime(from, to)
                .quota(quota)
                .store(store)
                .start()) {
            assertThat(run.await(Duration.ofMinutes(1))).isTrue();
            return seen(one, events, List.copyOf(trainings), store, run.orders(), run.fills());
        }
    }

    /** Trades on what it has learned, and notes with which models each slice was handled. */
    private static List<String> watch(SeveralByHand one) {
        List<String> events = Collections.synchronizedList(new ArrayList<>());
        one.handles(false, (slice, host) -> {
            Map<String, String> models = new TreeMap<>(one.models);
            events.add(slice.time() + " " + models);
            host.portfolio().setHoldings("SPY", Math.floorMod(models.hashCode(), 5) / 5.0);
        });
        return events;
    }

    private static Seen seen(
            SeveralByHand one,
            List<String> events,
            List<TrainingRun> trainings,
            MemoryStore store,
            List<Order> orders,
            List<Fill> fills) {
        return new Seen(
                trainings.stream().map(Replays::text).toList(),
                one.ran.toString(),
                List.copyOf(events),
                store.keys("").stream()
                        .flatMap(key -> store.list(key).stream().map(entry -> text(store, key, entry)))
                        .toList(),
                orders.toString(),
                fills.toString());
    }

    private static String text(TrainingRun run) {
        return run.number() + "." + run.attempt() + " " + run.training() + " due " + run.due() + " settled "
                + run.settledAt() + " " + text(run.outcome());
    }

    /** All but the machine time that it took. */
    private static String text(Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded succeeded) {
            return "stored " + succeeded.versions().stream().map(Replays::text).toList();
        }
        if (outcome instanceof Outcome.NotPromoted held) {
            return "held back " + text(held.candidate()) + ": " + held.reason();
        }
        if (outcome instanceof Outcome.Failed failed) {
            return "failed: " + failed.reason();
        }
        if (outcome instanceof Outcome.OverLimit over) {
            return over.reason();
        }
        return outcome instanceof Outcome.Cancelled cancelled ? cancelled.reason() : outcome.toString();
    }

    private static String text(ModelVersion version) {
        return version.number() + " saved " + version.savedAt() + " from " + version.dataEnd() + " "
                + version.birth().metrics() + " " + version.sha256();
    }

    /** A version with its bytes. */
    private static String text(MemoryStore store, ObjectKey key, VersionEntry entry) {
        var stored = store.version(key, entry.number()).orElseThrow();
        return key + " " + text(stored.version()) + " candidate "
                + stored.version().candidate() + ": " + new String(stored.content(), StandardCharsets.UTF_8);
    }

    /** Bars of a minute from 09:30 to 16:00 in New York on weekdays, on a wave. */
    static BarSource minutes(String from, String to) {
        BarSeries.Builder bars = BarSeries.of("SPY", Resolution.MINUTE);
        LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .filter(date -> date.getDayOfWeek().getValue() < 6)
                .forEach(date -> {
                    long open = DeclaredByHand.at(date, LocalTime.of(9, 30)).toEpochMilli();
                    for (int i = 0; i < 390; i++) {
                        double price = 100 + Math.sin(i / 17.0 + date.getDayOfMonth());
                        bars.add(open + i * 60_000L, open + (i + 1) * 60_000L, price, price, price, price, 1_000);
                    }
                });
        BarSeries series = bars.build();
        return new BarSource() {
            @Override
            public String description() {
                return "minutes from " + from + " to " + to;
            }

            @Override
            public List<Subscription> available() {
                return List.of(new Subscription("SPY", Resolution.MINUTE));
            }

            @Override
            public BarSeries load(Subscription subscription) {
                return series;
            }
        };
    }

    /**
     * Everything that came of a run.
     *
     * @param trainings what became of trainings, machine time left out
     * @param ran which were called, and what the clock showed them
     * @param events the slices that were handled, with the models at that time
     * @param versions everything in the store, with its bytes
     * @param orders the orders
     * @param fills their fills
     */
    record Seen(
            List<String> trainings,
            String ran,
            List<String> events,
            List<String> versions,
            String orders,
            String fills) {}
}
