package io.trainyard.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Resolution;
import io.trainyard.market.Bar;
import io.trainyard.market.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainyardProtocolTest {

    private final TrainyardProtocol protocol = new TrainyardProtocol();

    @Test
    void asks_as_documented_whatever_the_symbol_is_called() {
        assertThat(protocol.opening(List.of(new BarRequest(
                        new Subscription("A\"B", Resolution.DAILY),
                        Optional.of(Instant.parse("2013-01-03T21:00:00Z"))))))
                .containsExactly("{\"type\":\"subscribe\",\"protocol\":1,\"bars\":[{\"symbol\":\"A\\\"B\","
                        + "\"resolution\":\"DAILY\",\"since\":\"2013-01-03T21:00:00Z\"}]}");
    }

    @Test
    void reads_what_is_documented() throws Exception {
        assertThat(protocol.decode("""
                                [{"type": "hello", "protocol": 1, "time": "2013-01-02T14:30:00Z", "heartbeat": "PT5S"},
                                 {"type": "bar", "symbol": "AAPL", "start": 1357137000000, "end": 1357160400000,
                                    "open": 553.8, "high": 555.0, "low": 541.6, "close": 549, "volume": 20018500},
                                 {"type": "heartbeat"},
                                 {"type": "error", "message": "no bars of XYZ", "fatal": false},
                                 {"type": "end"}]
                                """))
                .containsExactly(
                        new FeedMessage.Hello(
                                Optional.of(Instant.parse("2013-01-02T14:30:00Z")), Optional.of(Duration.ofSeconds(5))),
                        new FeedMessage.BarEnded(
                                new Bar("AAPL", 1357137000000L, 1357160400000L, 553.8, 555.0, 541.6, 549.0, 20018500)),
                        new FeedMessage.Heartbeat(),
                        new FeedMessage.Complaint("no bars of XYZ", false),
                        new FeedMessage.End());
    }

    @Test
    void leaves_room_for_newer_servers_of_the_same_version_only() throws Exception {
        assertThat(protocol.decode("{\"type\":\"quote\",\"bid\":1}")).isEmpty();
        assertThat(protocol.decode("{\"type\":\"heartbeat\",\"mood\":\"good\"}"))
                .containsExactly(new FeedMessage.Heartbeat());
        assertThat(protocol.decode("{\"type\":\"hello\",\"protocol\":2}"))
                .containsExactly(new FeedMessage.Complaint(
                        "the server speaks version 2 of the protocol, this feed version 1", true));
    }

    @Test
    void says_what_is_wrong_with_a_message() {
        String bar = BarServer.bar("X", 1);
        assertBad("", "no object with a type");
        assertBad("nonsense", "no JSON");
        assertBad(bar.replace("\"symbol\":\"X\"", "\"symbol\":7"), "a bar without a symbol");
        assertBad(bar.replace("\"end\":60000", "\"end\":1e30"), "a bar whose end is no number of milliseconds");
        assertBad(bar.replace("\"close\":1.5", "\"close\":null"), "a bar whose close is no number");
        assertBad("{\"type\":\"hello\",\"time\":\"noon\"}", "a hello with a time that is none");
    }

    private void assertBad(String text, String why) {
        assertThatThrownBy(() -> protocol.decode(text))
                .isInstanceOf(BadMessageException.class)
                .hasMessageContaining(why);
    }
}
