package io.trainyard.host;

import io.trainyard.time.Alarms;
import io.trainyard.time.MarketClock;
import io.trainyard.time.Stopwatch;
import io.trainyard.time.SystemAlarms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock of the machine that goes faster than others, and alarms that go by it. */
final class FastClock implements MarketClock, Alarms {

    private final Instant start;
    private final int speed;
    private final Duration begin = Stopwatch.system().elapsed();
    private final SystemAlarms alarms = new SystemAlarms("fast-alarms");

    FastClock(Instant start, int speed) {
        this.start = start;
        this.speed = speed;
    }

    @Override
    public Instant now() {
        return start.plus(Stopwatch.system().elapsed().minus(begin).multipliedBy(speed));
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Alarm at(Instant at, Runnable wake) {
        Duration wait = Duration.between(now(), at);
        // a little later rather than a little too early, when nothing would be due yet
        return after(wait.isNegative() ? Duration.ZERO : wait.dividedBy(speed).plusNanos(1), wake);
    }

    @Override
    public Alarm after(Duration delay, Runnable wake) {
        return alarms.after(delay, wake);
    }
}
