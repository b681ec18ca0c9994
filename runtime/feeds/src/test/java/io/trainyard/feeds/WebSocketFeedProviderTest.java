package io.trainyard.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Resolution;
import io.trainyard.market.LiveFeed;
import io.trainyard.market.LiveFeeds;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.Subscription;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebSocketFeedProviderTest {

    private static final List<Subscription> X = List.of(new Subscription("X", Resolution.MINUTE));

    @Test
    void is_found_by_the_scheme_and_takes_its_options_from_the_address() throws Exception {
        FeedSink sink = new FeedSink();
        try (BarServer server = BarServer.start();
                LiveFeed feed = LiveFeeds.open(
                        server.uri() + "?token=a%26b&feed.since=1970-01-01T00:01:00Z&feed.grace=PT1S", X)) {
            feed.start(sink);
            var client = server.client();

            assertThat(client.getResourceDescriptor()).isEqualTo("/bars?token=a%26b");
            assertThat(server.heard()).contains("\"since\":\"1970-01-01T00:01:00Z\"");
            client.send(BarServer.bar("X", 2));
            sink.expect("2 X");
        }
    }

    @Test
    void refuses_options_that_it_does_not_know_without_showing_secrets() {
        assertThatThrownBy(() -> LiveFeeds.open("wss://example.org/bars?token=secret&feed.silent=PT1S", X))
                .isInstanceOf(MarketDataException.class)
                .hasMessage("""
                        option feed.silent in wss://example.org/bars is not known.
                            why:  the options are feed.connect, feed.grace, feed.silence, feed.since
                            fix:  correct its name or leave it out""");
        assertThatThrownBy(() -> LiveFeeds.open("ws:bars", X)).hasMessageContaining("it names no host");
        assertThatThrownBy(() -> LiveFeeds.open("ws://localhost/?feed.grace=-PT1S", X))
                .hasMessageContaining("it is not a positive duration such as PT15S");
    }
}
