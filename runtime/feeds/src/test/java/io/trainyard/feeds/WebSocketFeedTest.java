package io.trainyard.feeds;

import static io.trainyard.Resolution.MINUTE;
import static io.trainyard.feeds.BarServer.bar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.market.Slice;
import io.trainyard.market.Subscription;
import io.trainyard.time.ManualWaiter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.java_websocket.WebSocket;
import org.java_websocket.enums.Opcode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server on loopback; the waits of the feed are in virtual time. */
@Timeout(60)
class WebSocketFeedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Subscription X = new Subscription("X", MINUTE);
    private static final Subscription Y = new Subscription("Y", MINUTE);
    private static final String HELLO = "{\"type\":\"hello\",\"protocol\":1,\"time\":\"1970-01-01T00:00:30Z\"}";

    private final ManualWaiter waiter = new ManualWaiter();
    private final FeedSink sink = new FeedSink();
    private BarServer server;

    @BeforeEach
    void startServer() throws Exception {
        server = BarServer.start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void subscribes_and_brings_bars_as_slices() throws Exception {
        try (WebSocketFeed feed = feed(X, Y)) {
            feed.start(sink);
            WebSocket client = server.client();
            assertThat(server.heard())
                    .isEqualTo(
                            "{\"type\":\"subscribe\",\"protocol\":1,\"bars\":["
                                    + "{\"symbol\":\"X\",\"resolution\":\"MINUTE\"},{\"symbol\":\"Y\",\"resolution\":\"MINUTE\"}]}");

            client.send(HELLO);
            client.send(bar("Y", 1));
            client.send(bar("X", 1));
            client.send("[" + bar("X", 2) + "," + bar("Y", 2) + ",{\"type\":\"news\"}]");
            client.send("{\"type\":\"end\"}");

            sink.expect("1 X Y", "2 X Y", "ended");
            assertThat(server.goodBye()).isEqualTo(1000);
            assertThat(feed.counts()).isEqualTo(new FeedCounts(1, 4, 2, 0, 0, 0, 0));
        }
    }

    @Test
    void a_slice_waits_for_the_others_until_a_later_bar_or_the_end_of_its_grace() throws Exception {
        try (WebSocketFeed feed = feed(X, Y)) {
            feed.start(sink);
            WebSocket client = server.client();

            client.send(bar("X", 1));
            client.send(bar("X", 2));
            sink.expect("1 X");
            assertThat(waiter.awaitWaiting(PATIENCE)).isEqualTo(Duration.ofMillis(250));
            waiter.advance(Duration.ofMillis(250));
            sink.expect("2 X");

            client.send(bar("Y", 2));
            client.send(bar("Y", 3));
            client.send(bar("X", 3));
            sink.expect("3 X Y");
            assertThat(feed.counts().late()).isEqualTo(1);
        }
    }

    @Test
    void no_bar_is_lost_or_doubled_when_the_server_dies_and_comes_back() throws Exception {
        int port = server.port();
        try (WebSocketFeed feed = feed(X)) {
            feed.start(sink);
            server.client().send("[" + HELLO + "," + bar("X", 1) + "," + bar("X", 2) + "]");
            sink.expect("1 X", "2 X");
            server.close();
            sink.expectInterrupted("");

            waitForRetry(500, 250); // nobody is there
            waitForRetry(1_000, 500);
            Duration wait = retry(2_000, 1_000);
            server = BarServer.start(port);
            waiter.advance(wait);

            WebSocket client = server.client();
            assertThat(server.heard()).contains("\"since\":\"1970-01-01T00:02:00Z\"");
            for (int minute = 1; minute <= 5; minute++) { // more than it was asked for
                client.send(bar("X", minute));
            }
            sink.expect("resumed", "3 X", "4 X", "5 X");
            assertThat(feed.counts()).isEqualTo(new FeedCounts(2, 5, 5, 1, 1, 0, 0));
        }
    }

    @Test
    void a_bar_that_waits_for_another_when_the_connection_breaks_gets_it_from_the_next() throws Exception {
        try (WebSocketFeed feed = feed(X, Y)) {
            feed.start(sink);
            WebSocket client = server.client();
            client.send("[" + bar("X", 1) + "," + bar("Y", 1) + "," + bar("X", 2) + "]");
            sink.expect("1 X Y");
            client.close();
            sink.expectInterrupted("the server closed");
            waitForRetry(500, 250);

            client = server.client();
            client.send("[" + HELLO + "," + bar("X", 2) + "," + bar("Y", 2) + "]");

            sink.expect("resumed", "2 X Y");
            assertThat(feed.counts().duplicates()).isEqualTo(1);
        }
    }

    @Test
    void asks_for_what_it_missed_before_the_first_bar() throws Exception {
        try (WebSocketFeed feed = feed(X)) {
            feed.start(sink);
            WebSocket client = server.client();
            assertThat(server.heard()).doesNotContain("since");
            client.send("[" + HELLO + ",{\"type\":\"error\",\"message\":\"bye\",\"fatal\":true}]");
            sink.expect("interrupted: the server refuses: bye");
            waitForRetry(500, 250);
            server.client();

            assertThat(server.heard()).contains("\"since\":\"1970-01-01T00:00:30Z\"");
        }
    }

    @Test
    void waits_longer_with_each_failure_up_to_the_ceiling_and_starts_anew_when_bars_come() throws Exception {
        FeedSettings settings = FeedSettings.defaults().withWaits(Duration.ofSeconds(1), Duration.ofSeconds(3));
        try (WebSocketFeed feed = feed(X).settings(settings)) {
            feed.start(sink);
            for (long longest : new long[] {1_000, 2_000, 3_000, 3_000}) {
                WebSocket client = server.client();
                client.send(HELLO); // friendly, and of no use
                client.close(1013, "busy");
                waitForRetry(longest, longest / 2);
            }
            server.client().send("[" + bar("X", 1) + ",{\"type\":\"error\",\"fatal\":true}]");
            sink.expect(
                    "interrupted: the server closed, code 1013: busy",
                    "resumed",
                    "interrupted: the server closed, code 1013: busy",
                    "resumed",
                    "interrupted: the server closed, code 1013: busy",
                    "resumed",
                    "interrupted: the server closed, code 1013: busy",
                    "resumed",
                    "1 X",
                    "interrupted: the server refuses: an error without words");
            waitForRetry(1_000, 500);
            server.client();
        }
    }

    @Test
    void pings_a_silent_server_and_leaves_one_that_does_not_answer() throws Exception {
        server.withoutPongs();
        try (WebSocketFeed feed = feed(X)) {
            feed.start(sink);
            WebSocket client = server.client();
            client.send(bar("X", 1));
            sink.expect("1 X");

            assertThat(waiter.awaitWaiting(PATIENCE)).isEqualTo(Duration.ofSeconds(5));
            waiter.advance(Duration.ofSeconds(5));
            server.ping();
            assertThat(waiter.awaitWaiting(PATIENCE)).isEqualTo(Duration.ofSeconds(15));
            waiter.advance(Duration.ofSeconds(10));

            sink.expect("interrupted: nothing was heard for PT15S");
            waitForRetry(500, 250);
            server.client();
        }
    }

    @Test
    void an_answered_ping_keeps_the_connection() throws Exception {
        try (WebSocketFeed feed = feed(X)) {
            feed.start(sink);
            WebSocket client = server.client();
            client.send(bar("X", 1));
            sink.expect("1 X");
            for (int i = 1; i <= 6; i++) {
                awaitWaitingUntil(Duration.ofSeconds(5L * i));
                waiter.advance(Duration.ofSeconds(5));
                server.ping();
            }
            client.send(bar("X", 2));

            sink.expect("2 X");
            assertThat(feed.counts().connections()).isEqualTo(1);
        }
    }

    @Test
    void a_server_that_breaks_its_promise_of_heartbeats_is_left_even_if_it_answers_pings() throws Exception {
        try (WebSocketFeed feed = feed(X)) {
            feed.start(sink);
            WebSocket client = server.client();
            client.send("{\"type\":\"hello\",\"heartbeat\":\"PT4S\"}");
            client.send(bar("X", 1));
            sink.expect("1 X");
            for (int i = 1; i <= 2; i++) {
                awaitWaitingUntil(Duration.ofSeconds(5L * i));
                waiter.advance(Duration.ofSeconds(5));
                server.ping();
            }
            awaitWaitingUntil(Duration.ofSeconds(12));
            waiter.advance(Duration.ofSeconds(2));

            sink.expect("interrupted: nothing was heard for PT12S");
        }
    }

    @Test
    void garbage_is_counted_and_the_connection_kept() throws Exception {
        try (WebSocketFeed feed = feed(X)) {
            feed.start(sink);
            WebSocket client = server.client();
            for (String garbage : List.of(
                    "<html>",
                    "",
                    "{",
                    "[1, 2]",
                    "null",
                    "{\"type\":7}",
                    "{\"type\":\"bar\"}",
                    bar("X", 1).replace("\"open\":1.0", "\"open\":\"1.0\""),
                    bar("X", 1).replace("\"open\":1.0", "\"open\":1e999"),
                    bar("X", 1).replace("\"start\":0", "\"start\":60001"),
                    "{\"type\":\"hello\",\"heartbeat\":\"soon\"}",
                    "[".repeat(100_000))) {
                client.send(garbage);
            }
            client.send(new byte[] {1, 2, 3});
            client.send("{\"type\":\"error\",\"message\":\"no bars of Z\"}");
            client.send(bar("Z", 1));
            client.send(bar("X", 1));

            sink.expect("1 X");
            assertThat(feed.counts()).isEqualTo(new FeedCounts(1, 1, 1, 0, 0, 1, 13));
        }
    }

    @Test
    void too_much_garbage_in_a_row_is_reported_and_the_connection_given_up() throws Exception {
        try (WebSocketFeed feed = feed(X).settings(FeedSettings.defaults().withBadInARow(3))) {
            feed.start(sink);
            WebSocket client = server.client();
            client.send("a");
            client.send("b");
            client.send(bar("X", 1));
            client.send("c");
            client.send("d");
            client.send("e");

            sink.expect("1 X");
            sink.expectInterrupted("3 messages in a row could not be read, the last one: no JSON: ");
            waitForRetry(500, 250);
            client = server.client();
            client.send(bar("X", 2));
            sink.expect("resumed", "2 X");

            for (int i = 0; i < 3; i++) { // they can be read, and make no sense
                client.send(bar("X", 3).replace("\"high\":2.0", "\"high\":1e999"));
            }
            sink.expectInterrupted("3 messages in a row could not be read, the last one: no bar that can be");
        }
    }

    @Test
    void a_message_in_many_frames_is_one_and_a_huge_one_is_dropped() throws Exception {
        try (WebSocketFeed feed = feed(X).settings(FeedSettings.defaults().withLongestMessage(50_000))) {
            feed.start(sink);
            WebSocket client = server.client();
            byte[] bytes = bar("X", 1).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                client.sendFragmentedFrame(Opcode.TEXT, java.nio.ByteBuffer.wrap(bytes, i, 1), i == bytes.length - 1);
            }
            client.send(bar("X", 2) + " ".repeat(40_000));
            client.send(bar("X", 3) + " ".repeat(5_000_000));
            client.send(bar("X", 4));

            sink.expect("1 X", "2 X", "4 X");
            assertThat(feed.counts()).isEqualTo(new FeedCounts(1, 3, 3, 0, 0, 0, 1));
        }
    }

    @Test
    void a_slow_host_makes_the_server_wait_and_gets_every_bar() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        FeedSink slow = new FeedSink() {
            @Override
            public void slice(Slice slice) {
                super.slice(slice);
                blocked.countDown();
                awaitQuietly(release);
            }
        };
        int bars = 400;
        String padding = " ".repeat(100_000); // 40 MB: more than the buffers of two sockets hold
        try (WebSocketFeed feed = feed(X).settings(FeedSettings.defaults().withWindow(4))) {
            feed.start(slow);
            WebSocket client = server.client();
            for (int minute = 1; minute <= bars; minute++) {
                client.send(bar("X", minute) + padding);
            }
            blocked.await();
            waiter.advance(Duration.ofHours(1)); // nobody listened: the server was not silent
            assertThat(client.hasBufferedData()).isTrue();
            assertThat(slow.calls).hasSize(1);
            release.countDown();

            slow.expect(IntStream.rangeClosed(1, bars)
                    .mapToObj(minute -> minute + " X")
                    .toArray(String[]::new));
            assertThat(feed.counts().connections()).isEqualTo(1);
        }
    }

    @Test
    void two_feeds_do_not_know_each_other() throws Exception {
        FeedSink other = new FeedSink();
        ManualWaiter otherWaiter = new ManualWaiter();
        WebSocketFeed one = feed(X);
        try (BarServer second = BarServer.start();
                WebSocketFeed two = WebSocketFeed.from(second.uri(), List.of(Y)).waiter(otherWaiter)) {
            one.start(sink);
            two.start(other);
            second.client().send(bar("Y", 1));
            WebSocket client = server.client();
            client.close();
            sink.expectInterrupted("the server closed");
            one.close();

            other.expect("1 Y");
            assertThat(other.calls).isEmpty();
            assertThat(sink.calls).isEmpty();
        }
    }

    @Test
    void closes_with_a_good_bye_and_leaves_no_thread() throws Exception {
        WebSocketFeed feed = feed(X);
        feed.start(sink);
        server.client().send(bar("X", 1));
        sink.expect("1 X");

        feed.close();
        feed.close();

        assertThat(server.goodBye()).isEqualTo(1000);
        assertNoThreads();
        assertThat(sink.calls).isEmpty();
    }

    @Test
    void closes_while_it_connects() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WebSocketFeed feed = WebSocketFeed.from(URI.create("ws://localhost:" + mute.getLocalPort()), List.of(X))
                    .waiter(waiter);
            feed.start(sink);
            try (Socket attempt = mute.accept()) {
                assertThat(attempt.isConnected()).isTrue();

                feed.close();

                assertNoThreads();
                assertThat(sink.calls).isEmpty();
            }
        }
    }

    @Test
    void gives_up_an_attempt_that_takes_too_long() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                WebSocketFeed feed = WebSocketFeed.from(URI.create("ws://localhost:" + mute.getLocalPort()), List.of(X))
                        .waiter(waiter)
                        .random(alwaysAll())) {
            feed.start(sink);
            try (Socket attempt = mute.accept()) {
                assertThat(attempt.isConnected()).isTrue();
                assertThat(waiter.awaitWaiting(PATIENCE)).isEqualTo(Duration.ofSeconds(10));
                waiter.advance(Duration.ofSeconds(10));

                sink.expect("interrupted: no connection within PT10S");
                assertThat(waiter.awaitWaiting(PATIENCE)).isEqualTo(Duration.ofMillis(10_500));
            }
        }
    }

    @Test
    void closes_between_two_attempts_and_while_the_host_blocks() throws Exception {
        WebSocketFeed waiting = feed(X);
        waiting.start(sink);
        server.client().close();
        sink.expectInterrupted("the server closed");
        waiter.awaitWaiting(PATIENCE);
        waiting.close();

        CountDownLatch blocked = new CountDownLatch(1);
        WebSocketFeed blocking = feed(X);
        blocking.start(new FeedSink() {
            @Override
            public void slice(Slice slice) {
                blocked.countDown();
                awaitQuietly(new CountDownLatch(1));
            }
        });
        server.client().send(bar("X", 1));
        blocked.await();
        blocking.close();

        assertNoThreads();
    }

    @Test
    void a_sink_that_fails_ends_the_feed() throws Exception {
        WebSocketFeed feed = feed(X);
        feed.start(new FeedSink() {
            @Override
            public void slice(Slice slice) {
                throw new IllegalStateException("the host is broken");
            }
        });
        server.client().send(bar("X", 1));

        assertThat(server.goodBye()).isEqualTo(1000);
        feed.close();
        assertNoThreads();
    }

    @Test
    void says_what_a_server_answers_that_is_no_server_of_bars() throws Exception {
        try (ServerSocket web = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                WebSocketFeed feed = WebSocketFeed.from(URI.create("ws://localhost:" + web.getLocalPort()), List.of(X))
                        .waiter(waiter)) {
            feed.start(sink);
            try (Socket client = web.accept()) {
                client.getOutputStream()
                        .write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));

                sink.expect("interrupted: no connection: the server answered 401 instead of a WebSocket");
            }
        }
    }

    @Test
    void speaks_the_format_of_a_broker() throws Exception {
        try (WebSocketFeed feed = feed(X).protocol(new BarProtocol() {
                    @Override
                    public List<String> opening(List<BarRequest> wanted) {
                        return List.of(
                                "LOGIN me",
                                "WANT " + wanted.get(0).subscription().symbol());
                    }

                    @Override
                    public List<FeedMessage> decode(String text) {
                        String[] words = text.split(" ", -1);
                        return List.of(new FeedMessage.BarEnded(new io.trainyard.market.Bar(
                                words[0], 0, Long.parseLong(words[1]) * 60_000, 1, 1, 1, 1, 1)));
                    }
                })
                .settings(FeedSettings.defaults().withSince(Instant.EPOCH))) {
            feed.start(sink);
            WebSocket client = server.client();
            assertThat(server.heard()).isEqualTo("LOGIN me");
            assertThat(server.heard()).isEqualTo("WANT X");
            client.send("X seven");
            client.send("X 8");

            sink.expect("8 X");
            assertThat(feed.counts().bad()).isEqualTo(1);
        }
    }

    @Test
    void speaks_tls_with_the_certificates_that_it_is_told_to_trust(@TempDir Path folder) throws Exception {
        SSLContext tls = SelfSigned.localhost(folder);
        try (BarServer secure = BarServer.start(tls)) {
            URI uri = URI.create("wss://localhost:" + secure.port() + "/");
            try (WebSocketFeed distrustful = WebSocketFeed.from(uri, List.of(X)).waiter(waiter)) {
                distrustful.start(sink);
                sink.expectInterrupted("no connection: SSLHandshakeException");
            }
            try (WebSocketFeed feed = WebSocketFeed.from(uri, List.of(X))
                    .settings(FeedSettings.defaults().withTls(tls).withHeader("Authorization", "Bearer secret"))
                    .waiter(waiter)) {
                feed.start(sink);
                secure.client().send(bar("X", 1));
                sink.expect("1 X");
                assertThat(secure.authorization()).isEqualTo("Bearer secret");
            }
        }
    }

    @Test
    void refuses_what_cannot_be() {
        assertThatThrownBy(() -> WebSocketFeed.from(URI.create("http://localhost/"), List.of(X)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WebSocketFeed.from(server.uri(), List.of(X, X)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WebSocketFeed.from(server.uri(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FeedSettings.defaults().withWindow(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FeedSettings.defaults().withGrace(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(FeedSettings.defaults()
                        .withHeader("Authorization", "Bearer secret")
                        .toString())
                .contains("Authorization")
                .doesNotContain("secret");
    }

    private WebSocketFeed feed(Subscription... subscriptions) {
        return WebSocketFeed.from(server.uri(), List.of(subscriptions))
                .waiter(waiter)
                .random(alwaysAll());
    }

    /** Lets the wait for the next attempt pass, once the feed waits for it. */
    private void waitForRetry(long atMostMillis, long atLeastMillis) throws Exception {
        waiter.advance(retry(atMostMillis, atLeastMillis));
    }

    /** How long the feed waits for the next attempt, once it does. */
    private Duration retry(long atMostMillis, long atLeastMillis) throws Exception {
        Duration now = waiter.elapsed();
        Duration wait = waiter.awaitWaiting(PATIENCE).minus(now);
        while (wait.toMillis() > atMostMillis) { // the attempt before has not failed yet
            Thread.onSpinWait();
            wait = waiter.awaitWaiting(PATIENCE).minus(now);
        }
        assertThat(wait.toMillis()).isBetween(atLeastMillis, atMostMillis);
        return wait;
    }

    private void awaitWaitingUntil(Duration expected) throws Exception {
        Duration until = waiter.awaitWaiting(PATIENCE);
        while (!until.equals(expected)) { // the answer to a ping is still on its way
            until = waiter.awaitWaiting(PATIENCE);
            Thread.onSpinWait();
        }
    }

    /** Jitter that leaves nothing out of a wait. */
    private static Random alwaysAll() {
        return new Random() {
            private static final long serialVersionUID = 1L;

            @Override
            public double nextDouble() {
                return Math.nextDown(1.0);
            }
        };
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Threads of the pool of a feed that was shut down end by themselves, soon. */
    private static void assertNoThreads() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("trainyard-feed")) {
                thread.join(PATIENCE.toMillis());
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }
}
