package io.trainyard.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.market.Bar;
import io.trainyard.market.LiveFeed;
import io.trainyard.market.Slice;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Writes down what it is called with: a slice as its minute and symbols, {@code 3 X Y}. */
class FeedSink implements LiveFeed.Sink {

    final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

    @Override
    public void slice(Slice slice) {
        calls.add(slice.timeMillis() / 60_000 + " "
                + slice.bars().stream().map(Bar::symbol).collect(Collectors.joining(" ")));
    }

    @Override
    public void interrupted(String reason) {
        calls.add("interrupted: " + reason);
    }

    @Override
    public void resumed() {
        calls.add("resumed");
    }

    @Override
    public void ended() {
        calls.add("ended");
    }

    /** The next calls in their order. */
    void expect(String... expected) throws InterruptedException {
        for (String one : expected) {
            assertThat(next()).isEqualTo(one);
        }
    }

    /** The next call, which tells of a lost connection and contains {@code words}. */
    void expectInterrupted(String words) throws InterruptedException {
        assertThat(next()).startsWith("interrupted: ").contains(words);
    }

    String next() throws InterruptedException {
        String next = calls.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("a call within 20 s").isNotNull();
        return next;
    }
}
