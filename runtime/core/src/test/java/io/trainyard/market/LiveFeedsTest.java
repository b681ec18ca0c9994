package io.trainyard.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Resolution;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LiveFeedsTest {

    private static final List<Subscription> AAPL = List.of(new Subscription("AAPL", Resolution.DAILY));

    @Test
    void opens_a_replay_of_the_sample_by_its_address() throws Exception {
        RecordingSink sink = new RecordingSink();
        try (LiveFeed feed =
                LiveFeeds.open("replay:sample?speed=max&from=2013-12-27T22:00:00Z&to=2013-12-30T23:00:00Z", AAPL)) {
            feed.start(sink);

            sink.expect("2013-12-30T21:00:00Z", "ended");
        }
    }

    @Test
    void says_which_schemes_there_are() {
        assertThatThrownBy(() -> LiveFeeds.open("carrier-pigeon:home", AAPL)).hasMessage("""
                        no feed for carrier-pigeon:home.
                            why:  the class path has feeds for replay:
                            fix:  write the address with one of these, or add the jar of the feed; trainyard-feeds has ws: and wss:""");
        assertThat(LiveFeeds.providers()).extracting(LiveFeedProvider::usage).anyMatch(usage -> usage.contains("60x"));
    }

    @Test
    void refuses_what_it_does_not_understand(@TempDir Path empty) {
        assertRefused("replay:sample?sped=60x", "option sped in replay:sample?sped=60x is not known");
        assertRefused("replay:sample?speed=fast", "speed \"fast\" cannot be read");
        assertRefused("replay:sample?speed=-1x", "speed \"-1x\" cannot be read");
        assertRefused("replay:sample?from=yesterday", "from=yesterday in");
        assertRefused("replay:sample?speed=1x&speed=2x", "option speed is twice");
        assertRefused("replay:" + empty, "is no folder of market data");
        assertRefused("not an address", "is no address of a feed");
    }

    private static void assertRefused(String address, String why) {
        assertThatThrownBy(() -> LiveFeeds.open(address, AAPL))
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("fix:");
    }
}
