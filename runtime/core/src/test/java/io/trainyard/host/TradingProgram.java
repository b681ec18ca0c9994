package io.trainyard.host;

import io.trainyard.market.LiveFeed;
import io.trainyard.market.ReplayFeed;
import io.trainyard.market.ReplaySpeed;
import io.trainyard.market.Slice;
import io.trainyard.market.Subscription;
import io.trainyard.market.Tape;
import io.trainyard.market.data.BarSource;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.store.DiskStore;
import io.trainyard.store.Quota;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingQuota;
import io.trainyard.training.ledger.DiskLedger;
import io.trainyard.training.ledger.Retention;
import io.trainyard.training.ledger.RunLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Two live strategies on one ledger and one store until somebody kills them: one replays recorded bars in virtual time, one
 * trains beside a market on a fast clock. Run as a process of its own; its arguments are a folder, where the market time of each
 * begins, and where to halt by itself, if anywhere.
 */
final class TradingProgram {

    static final Quota QUOTA = new Quota(50_000_000, 100);
    static final Retention SEGMENTS = new Retention(30_000, 1_000_000);
    static final String REPLAY = "replay";
    static final String BESIDE = "beside";
    static final Duration FIXED_COST = Duration.ofMinutes(4);

    static final RunPolicy REPLAY_POLICY = RunPolicy.standard().charged(FIXED_COST);
    static final TrainingQuota REPLAY_QUOTA =
            new TrainingQuota(Duration.ofMinutes(30), Duration.ofMinutes(9), Duration.ofDays(1));
    static final List<Schedule> REPLAY_SCHEDULES = List.of(daily(10), daily(9), daily(8));

    static final RunPolicy BESIDE_POLICY = RunPolicy.standard().within(Duration.ofSeconds(5));
    static final TrainingQuota BESIDE_QUOTA =
            new TrainingQuota(Duration.ofSeconds(30), Duration.ofMillis(300), Duration.ofSeconds(1));
    static final List<Schedule> BESIDE_SCHEDULES = List.of(every(2), every(3), every(5));
    private static final int SPEED = 10;

    private TradingProgram() {}

    private static Schedule daily(int hour) {
        return Schedule.of(DateRule.everyDay(), TimeRule.at(LocalTime.of(hour, 0)), ZoneOffset.UTC);
    }

    private static Schedule every(int seconds) {
        return Schedule.of(DateRule.everyDay(), TimeRule.every(Duration.ofSeconds(seconds)), ZoneOffset.UTC);
    }

    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[0]);
        DiskStore store = DiskStore.open(folder.resolve("store"), QUOTA);
        RunLedger ledger = DiskLedger.open(folder.resolve("ledger"), InstantSource.system(), SEGMENTS);
        if (args.length > 3) {
            ledger = new HaltingLedger(ledger, args[3], Integer.parseInt(args[4]));
        }
        Instant replayFrom = Instant.parse(args[1]);
        Instant besideFrom = Instant.parse(args[2]);
        LiveRun replay = replay(store, ledger, replayFrom);
        told(REPLAY, replay, replayFrom);
        if (args.length > 3) {
            boolean over = replay.await(Duration.ofMinutes(1));
            throw new IllegalStateException("it did not halt at " + args[3] + ", over: " + over);
        }
        told(BESIDE, beside(store, ledger, besideFrom), besideFrom);
        // all other threads are daemons
        new CountDownLatch(1).await();
    }

    private static LiveRun replay(DiskStore store, RunLedger ledger, Instant from) {
        LocalDate day = from.atZone(ZoneOffset.UTC).toLocalDate();
        BarSource bars = DeclaredByHand.weekdays(
                day.minusDays(10).toString(), day.plusDays(400).toString());
        Tape tape = Tape.of(List.of(bars.load(new Subscription("SPY", io.trainyard.Resolution.DAILY))));
        Instant to = from.plus(Duration.ofDays(390));
        ThreeTrainings strategy = new ThreeTrainings(REPLAY, REPLAY_SCHEDULES, REPLAY_POLICY, TradingProgram::say);
        return new Live(strategy)
                .listener(strategy)
                .past(bars)
                .feed(ReplayFeed.of(tape).from(from).to(to).speed(ReplaySpeed.times(4_000_000)))
                .virtualTime(from, to)
                .quota(REPLAY_QUOTA)
                .store(store)
                .ledger(ledger)
                .start();
    }

    private static LiveRun beside(DiskStore store, RunLedger ledger, Instant from) {
        ThreeTrainings strategy = new ThreeTrainings(BESIDE, BESIDE_SCHEDULES, BESIDE_POLICY, TradingProgram::say);
        FastClock clock = new FastClock(from, SPEED);
        return new Live(strategy)
                .listener(strategy)
                .machine(clock, clock)
                .trainingThreads(2)
                .feed(new Ticks(clock))
                .quota(BESIDE_QUOTA)
                .store(store)
                .ledger(ledger)
                .start();
    }

    private static void told(String strategy, LiveRun run, Instant from) {
        for (Restoration restored : run.restorations()) {
            String version = restored.version() == null
                    ? "0"
                    : String.valueOf(restored.version().number());
            say("restored " + restored.key() + " " + version + " "
                    + (restored.problem() == null ? "whole" : restored.problem()));
        }
        say("deployed " + strategy + " " + from + " -");
    }

    /** One call, so that lines of different threads do not mix. */
    private static void say(String words) {
        System.out.println(words + " .");
    }

    /** A bar every fifty milliseconds. */
    private static final class Ticks implements LiveFeed {
        private final FastClock clock;
        private volatile @Nullable Thread thread;

        Ticks(FastClock clock) {
            this.clock = clock;
        }

        @Override
        public void start(Sink sink) {
            Thread ticks = new Thread(() -> {
                while (thread != null) {
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                    long end = clock.now().toEpochMilli();
                    sink.slice(Slice.of(new io.trainyard.market.Bar("SPY", end - 100, end, 1, 1, 1, 1 + end % 7, 1)));
                }
            });
            thread = ticks;
            ticks.setDaemon(true);
            ticks.start();
        }

        @Override
        public void close() {
            thread = null;
        }
    }
}
