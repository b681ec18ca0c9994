package io.trainyard.feeds;

import io.trainyard.feeds.FeedTally.Kind;
import io.trainyard.market.Bar;
import io.trainyard.market.FeedThread;
import io.trainyard.market.LiveFeed;
import io.trainyard.market.Slice;
import io.trainyard.market.Subscription;
import io.trainyard.time.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a feed does on its thread: takes the events of its connection one by one, and acts when it is time to. All its state is
 * this thread's; connections, on threads of theirs, only put events into its inbox.
 */
final class FeedLoop {

    private static final Logger log = LoggerFactory.getLogger(FeedLoop.class);

    private final List<Subscription> subscriptions;
    private final FeedSettings settings;
    private final BarProtocol protocol;
    private final LiveFeed.Sink sink;
    private final Connector connector;
    private final Backoff backoff;
    private final FeedTally tally;
    private final FeedThread thread;
    private final Waiter waiter;
    private final Queue<FeedEvent> inbox = new ConcurrentLinkedQueue<>();
    private final SliceAssembler assembler;
    private final Pulse pulse;

    private @Nullable Connection connection;
    private boolean isOpen;
    private boolean isInterrupted;
    private boolean isOver;
    private int badInARow;
    private Optional<Instant> firstHello = Optional.empty();

    /** When to try to connect, or to give the attempt up. */
    private Duration attemptAt = Waiter.NEVER;

    /** When the open slice has waited long enough. */
    private Duration graceAt = Waiter.NEVER;

    FeedLoop(
            List<Subscription> subscriptions,
            FeedSettings settings,
            BarProtocol protocol,
            LiveFeed.Sink sink,
            Connector connector,
            Backoff backoff,
            FeedTally tally,
            FeedThread thread,
            Waiter waiter) {
        this.subscriptions = subscriptions;
        this.settings = settings;
        this.protocol = protocol;
        this.sink = sink;
        this.connector = connector;
        this.backoff = backoff;
        this.tally = tally;
        this.thread = thread;
        this.waiter = waiter;
        this.assembler = new SliceAssembler(
                subscriptions, settings.since().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE), tally);
        this.pulse = new Pulse(settings.silence());
    }

    /** Returns when the recording is over or the feed was closed. */
    void run() throws InterruptedException {
        try {
            connect();
            while (!isOver && !thread.isClosed()) {
                FeedEvent event = inbox.poll();
                if (event != null) {
                    handle(event);
                } else if (!actInTime(waiter.elapsed())) {
                    waiter.awaitUntil(nextAct());
                }
            }
            if (isOver && !thread.isClosed()) {
                sink.ended();
            }
        } finally {
            Connection last = connection;
            if (last != null) {
                last.close();
            }
        }
    }

    private void connect() {
        attemptAt = waiter.elapsed().plus(settings.connectTimeout());
        isOpen = false;
        badInARow = 0;
        connection = connector.connect(event -> {
            inbox.add(event);
            waiter.wake();
        });
    }

    private void handle(FeedEvent event) {
        Connection current = connection;
        if (current == null || event.connection() != current) {
            return; // of a connection that was given up
        }
        if (event instanceof FeedEvent.Opened) {
            opened(current);
        } else if (event instanceof FeedEvent.Message message) {
            pulse.spoke(waiter.elapsed());
            read(message.text());
            current.request();
        } else if (event instanceof FeedEvent.Unreadable unreadable) {
            pulse.spoke(waiter.elapsed());
            bad(unreadable.reason());
            current.request();
        } else if (event instanceof FeedEvent.SignOfLife) {
            pulse.heard(waiter.elapsed());
            backoff.reset(); // the connection is of use
            alive();
        } else if (event instanceof FeedEvent.Lost lost) {
            lost(lost.reason());
        }
    }

    private void opened(Connection current) {
        isOpen = true;
        attemptAt = Waiter.NEVER;
        pulse.begin(waiter.elapsed());
        tally.add(Kind.CONNECTIONS);
        log.info(
                "connected, asking for {} since {}",
                subscriptions,
                since().map(Instant::toString).orElse("now"));
        Optional<Instant> since = since();
        current.send(protocol.opening(
                subscriptions.stream().map(one -> new BarRequest(one, since)).toList()));
    }

    private Optional<Instant> since() {
        return assembler.closedUntil() == Long.MIN_VALUE
                ? firstHello
                : Optional.of(Instant.ofEpochMilli(assembler.closedUntil()));
    }

    private void read(String text) {
        List<FeedMessage> messages;
        try {
            messages = protocol.decode(text);
        } catch (BadMessageException e) {
            bad(e.getMessage());
            return;
        } catch (RuntimeException e) {
            log.debug("a protocol failed", e);
            bad(e.toString());
            return;
        }
        for (FeedMessage message : messages) {
            if (connection == null || isOver || thread.isClosed()) {
                return;
            }
            take(message);
        }
    }

    private void take(FeedMessage message) {
        if (message instanceof FeedMessage.Complaint complaint) {
            log.warn("the server says: {}", complaint.text());
            if (complaint.fatal()) {
                lost("the server refuses: " + complaint.text());
            }
            return;
        }
        alive();
        if (message instanceof FeedMessage.BarEnded ended) {
            take(ended.bar());
            return;
        }
        badInARow = 0;
        if (message instanceof FeedMessage.Heartbeat) {
            backoff.reset(); // the connection is of use
        } else if (message instanceof FeedMessage.Hello hello) {
            firstHello = firstHello.or(hello::time);
            hello.heartbeat().ifPresent(pulse::promise);
        } else if (message instanceof FeedMessage.End) {
            flush();
            isOver = true;
        }
    }

    private void take(Bar bar) {
        if (bar.endMillis() < bar.startMillis()
                || !Double.isFinite(bar.open() + bar.high() + bar.low() + bar.close() + bar.volume())) {
            bad("no bar that can be: " + bar);
            return;
        }
        badInARow = 0;
        backoff.reset();
        if (!assembler.accepts(bar)) {
            return;
        }
        if (assembler.isLater(bar)) {
            flush();
        }
        if (assembler.add(bar)) {
            flush();
        } else if (graceAt.equals(Waiter.NEVER)) {
            graceAt = waiter.elapsed().plus(settings.grace());
        }
    }

    /** Hands the open slice to the sink, which may block. */
    private void flush() {
        if (assembler.isOpen() && !thread.isClosed()) {
            Slice slice = assembler.take();
            graceAt = Waiter.NEVER;
            sink.slice(slice);
            pulse.spoke(waiter.elapsed()); // the server was not silent: nobody listened
        }
    }

    private void bad(@Nullable String reason) {
        long many = tally.add(Kind.BAD);
        if (FeedTally.isWorthALine(many)) {
            log.warn("dropped a message ({} so far): {}", many, reason);
        }
        badInARow++;
        if (badInARow >= settings.badInARow()) {
            lost(badInARow + " messages in a row could not be read, the last one: " + reason);
        }
    }

    private void alive() {
        if (isInterrupted) {
            isInterrupted = false;
            if (assembler.isOpen()) {
                graceAt = waiter.elapsed().plus(settings.grace());
            }
            log.info("the connection is there again");
            sink.resumed();
        }
    }

    private void lost(String reason) {
        Connection gone = connection;
        if (gone == null) {
            return;
        }
        gone.abandon();
        connection = null;
        isOpen = false;
        graceAt = Waiter.NEVER; // the next connection may bring the bars that are missing
        Duration wait = backoff.next();
        attemptAt = waiter.elapsed().plus(wait);
        log.warn("{}; trying again in {} ms", reason, wait.toMillis());
        if (!isInterrupted && !thread.isClosed()) {
            isInterrupted = true;
            sink.interrupted(reason);
        }
    }

    private boolean actInTime(Duration now) {
        if (now.compareTo(attemptAt) >= 0) {
            if (connection == null) {
                connect();
            } else {
                lost("no connection within " + settings.connectTimeout());
            }
            return true;
        }
        if (now.compareTo(graceAt) >= 0) {
            flush();
            return true;
        }
        if (isOpen && connection != null) {
            if (pulse.isSilent(now)) {
                lost("nothing was heard for " + pulse.silence(now));
                return true;
            }
            if (pulse.wantsPing(now)) {
                connection.ping();
                return true;
            }
        }
        return false;
    }

    private Duration nextAct() {
        Duration next = attemptAt.compareTo(graceAt) < 0 ? attemptAt : graceAt;
        return isOpen && pulse.next().compareTo(next) < 0 ? pulse.next() : next;
    }
}
