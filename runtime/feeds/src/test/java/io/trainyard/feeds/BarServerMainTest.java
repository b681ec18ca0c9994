package io.trainyard.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Resolution;
import io.trainyard.market.LiveFeed;
import io.trainyard.market.LiveFeeds;
import io.trainyard.market.Slice;
import io.trainyard.market.Subscription;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BarServerMainTest {

    @Test
    void the_demonstration_streams_a_year_and_ends() throws Exception {
        BarServerMain server = new BarServerMain(0, 2_000);
        server.setDaemon(true);
        server.start();
        server.awaitStart();
        List<Slice> slices = new ArrayList<>();
        FeedSink sink = new FeedSink() {
            @Override
            public void slice(Slice slice) {
                slices.add(slice);
            }
        };
        try (LiveFeed feed = LiveFeeds.open(
                "ws://localhost:" + server.getPort() + "/", List.of(new Subscription("AAPL", Resolution.DAILY)))) {
            feed.start(sink);
            sink.expect("ended");
        } finally {
            server.stop(0);
        }

        assertThat(slices).hasSize(252);
        assertThat(slices.get(0).time()).hasToString("2013-01-02T21:00:00Z");
        assertThat(slices.get(251).bar(0).close()).isEqualTo(561.02);
    }
}
