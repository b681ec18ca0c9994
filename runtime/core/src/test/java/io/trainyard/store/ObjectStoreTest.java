package io.trainyard.store;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.trainyard.Plan;
import io.trainyard.time.ManualClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ObjectStoreTest {

    private static final Instant MONDAY = Instant.parse("2013-10-07T04:00:00Z");

    private final StoreBackend backend = new MemoryStore(Quota.of(Plan.FREE));
    private final ManualClock clock = new ManualClock(MONDAY, UTC);
    private final ObjectStore live = ObjectStore.newest(backend, clock);
    private final ObjectStore backtest = ObjectStore.asOf(backend, clock);

    record Line(double slope) {}

    @Test
    void keeps_text_bytes_json_and_xml() {
        live.saveText("text", "äöü");
        live.saveBytes("bytes", new byte[] {1, 2});
        live.saveJson("json", new Line(2));
        live.saveXml("xml", new Line(3));
        live.saveJson("list", List.of(new Line(4)), new ObjectType<List<Line>>() {});

        assertThat(live.readText("text")).isEqualTo("äöü");
        assertThat(live.readBytes("bytes")).containsExactly(1, 2);
        assertThat(live.readJson("json", Line.class)).isEqualTo(new Line(2));
        assertThat(live.readXml("xml", Line.class)).isEqualTo(new Line(3));
        assertThat(live.readJson("list", new ObjectType<List<Line>>() {})).containsExactly(new Line(4));
        live.saveJson("plain", List.of(new Line(5)));
        live.saveJson("map", Map.of(1, new Line(6)));
        live.saveJson("set", Set.of("a"));
        assertThat(live.readJson("plain", new ObjectType<List<Line>>() {})).containsExactly(new Line(5));
        assertThat(live.readJson("map", new ObjectType<Map<Integer, Line>>() {}))
                .isEqualTo(Map.of(1, new Line(6)));
        assertThat(live.readJson("set", new ObjectType<Set<String>>() {})).containsExactly("a");
        assertThat(live.readText("json")).isEqualTo("{\"slope\":2.0}");
        assertThat(live.keys()).containsExactly("bytes", "json", "list", "map", "plain", "set", "text", "xml");
        assertThat(live.usage().objects()).isEqualTo(8);
        assertThat(live.quota()).isEqualTo(Quota.of(Plan.FREE));
    }

    @Test
    void a_save_is_dated_by_the_market_clock() {
        clock.moveTo(MONDAY.plusSeconds(5));

        ModelVersion saved = backtest.saveText("a", "x");

        assertThat(saved.savedAt()).isEqualTo(MONDAY.plusSeconds(5));
        assertThat(saved.dataEnd()).isNull();
        assertThat(backtest.versions("a")).containsExactly(saved);
    }

    @Test
    void a_backtest_sees_nothing_of_its_future() {
        backend.commit(
                ObjectKey.of("model"), "old".getBytes(java.nio.charset.StandardCharsets.UTF_8), Birth.at(MONDAY));
        backend.commit(ObjectKey.of("model"), new byte[0], Birth.at(MONDAY.plusSeconds(60)));
        backend.commit(ObjectKey.of("later"), new byte[0], Birth.at(MONDAY.plusSeconds(60)));

        assertThat(backtest.readText("model")).isEqualTo("old");
        assertThat(backtest.versions("model")).hasSize(1);
        assertThat(backtest.keys()).containsExactly("model");
        assertThat(backtest.containsKey("later")).isFalse();
        assertThat(live.keys()).containsExactly("later", "model");
        assertThat(live.readText("model")).isEmpty();

        clock.moveTo(MONDAY.plusSeconds(60));
        assertThat(backtest.readText("model")).isEmpty();
        assertThat(backtest.keys("l")).containsExactly("later");
    }

    @Test
    void reading_the_future_says_when_it_would_have_been_there() {
        backend.commit(ObjectKey.of("model"), new byte[0], Birth.at(MONDAY.plusSeconds(60)));

        assertThatExceptionOfType(MissingObjectException.class)
                .isThrownBy(() -> backtest.readBytes("model"))
                .withMessageContaining("there is no object \"model\"")
                .withMessageContaining("as of 2013-10-07T04:00:00Z")
                .withMessageContaining("version 1 was saved at 2013-10-07T04:01:00Z");
    }

    @Test
    void a_backtest_deletes_what_it_can_see_only() {
        backend.commit(ObjectKey.of("model"), new byte[1], Birth.at(MONDAY));
        backend.commit(ObjectKey.of("model"), new byte[2], Birth.at(MONDAY.plusSeconds(60)));
        backend.commit(ObjectKey.of("later"), new byte[3], Birth.at(MONDAY.plusSeconds(60)));

        backtest.clear();

        assertThat(backtest.keys()).isEmpty();
        assertThat(live.keys()).containsExactly("later", "model");
        assertThat(live.readBytes("model")).hasSize(2);
        assertThat(backtest.delete("model")).isFalse();
    }

    @Test
    void clear_leaves_nothing() {
        live.saveText("a", "x");
        live.saveText("b/c", "x");

        live.clear();

        assertThat(live.keys()).isEmpty();
        assertThat(live.usage()).isEqualTo(new Usage(0, 0, 0, 0));
    }

    @Test
    void a_missing_key_names_the_one_that_was_meant() {
        live.saveText("sunday-trend/line", "x");

        assertThatExceptionOfType(MissingObjectException.class)
                .isThrownBy(() -> live.readText("sunday-trend/lime"))
                .withMessage("""
                        there is no object "sunday-trend/lime"
                            why:  nothing is saved under this key
                            fix:  "sunday-trend/line" is there; is that the one?
                            more: keys() lists what is there""");
        assertThatExceptionOfType(MissingObjectException.class)
                .isThrownBy(() -> live.readText("weights"))
                .withMessageContaining("containsKey(\"weights\")");
    }

    @Test
    void a_value_of_another_format_is_an_error_with_its_key() {
        live.saveBytes("weights", new byte[] {(byte) 0xff});

        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> live.readText("weights"))
                .withMessageStartingWith("\"weights\": these 1 bytes are no text");
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> live.readJson("weights", Line.class))
                .withMessageStartingWith("\"weights\": these bytes are no ");
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> live.saveJson("lambda", (Runnable) () -> {}))
                .withMessageStartingWith("\"lambda\": this ");
        assertThat(live.containsKey("lambda")).isFalse();
    }

    static Stream<Consumer<ObjectStore>> operations() {
        String bad = "a/../../outside.txt";
        return Stream.of(
                store -> store.containsKey(bad),
                store -> store.readText(bad),
                store -> store.readBytes(bad),
                store -> store.readJson(bad, Line.class),
                store -> store.readXml(bad, Line.class),
                store -> store.saveText(bad, ""),
                store -> store.saveBytes(bad, new byte[0]),
                store -> store.saveJson(bad, 1),
                store -> store.saveXml(bad, 1),
                store -> store.delete(bad),
                store -> store.versions(bad),
                store -> store.keys(bad));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_operation_checks_the_key(Consumer<ObjectStore> operation) {
        for (ObjectStore store : List.of(live, backtest)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> operation.accept(store))
                    .withMessageContaining("cannot be used in the object store");
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void null_values_are_refused_and_leave_no_key() {
        assertThatNullPointerException()
                .isThrownBy(() -> live.saveBytes("k", null))
                .withMessageContaining("\"k\"");
        assertThatNullPointerException().isThrownBy(() -> live.saveText("k", null));
        assertThatNullPointerException().isThrownBy(() -> live.saveJson("k", null));
        assertThatNullPointerException().isThrownBy(() -> live.saveXml("k", null));
        assertThatNullPointerException().isThrownBy(() -> live.containsKey(null));
        assertThatNullPointerException().isThrownBy(() -> live.saveBytes(null, new byte[0]));
        assertThat(live.containsKey("k")).isFalse();
        assertThat(live.usage().objects()).isZero();
    }
}
