package io.trainyard.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Writes down what it is called with. */
class RecordingSink implements LiveFeed.Sink {

    static final String ENDED = "ended";

    final BlockingQueue<Object> calls = new LinkedBlockingQueue<>();

    @Override
    public void slice(Slice slice) {
        calls.add(slice.time().toString());
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
        calls.add(ENDED);
    }

    /** The next calls in their order. */
    void expect(Object... expected) throws InterruptedException {
        for (Object one : expected) {
            assertThat(calls.poll(20, TimeUnit.SECONDS)).isEqualTo(one);
        }
    }
}
