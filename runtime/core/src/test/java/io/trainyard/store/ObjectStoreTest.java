package io.trainyard.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.trainyard.Plan;
import io.trainyard.time.ManualClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        backend.commit(ObjectKey.of("model"), "old".getBytes(UTF_8), Birth.at(MONDAY));
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
                store -> store.version(bad, 1),
                store -> store.readText(bad, UTF_8),
                store -> store.saveText(bad, "", UTF_8),
                store -> store.openRead(bad),
                store -> store.openWrite(bad),
                store -> store.saveStream(bad, out -> {}),
                store -> store.saveFrom(bad, Path.of("/")),
                store -> store.saveThrough(bad, path -> {}),
                store -> store.readInto(bad, Path.of("/")),
                store -> store.readThrough(bad, path -> 1),
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

    @Test
    void text_comes_back_in_its_charset_and_in_no_other() {
        live.saveText("latin", "äöü", ISO_8859_1);
        live.saveText("wide", "日本 \ud83d\ude00", UTF_16);

        assertThat(live.readBytes("latin")).hasSize(3);
        assertThat(live.readText("latin", ISO_8859_1)).isEqualTo("äöü");
        assertThat(live.readText("wide", UTF_16)).isEqualTo("日本 \ud83d\ude00");
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> live.readText("latin"))
                .withMessageContaining("not UTF-8");
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> live.saveText("latin", "日本", ISO_8859_1))
                .withMessageContaining("\"latin\": this text cannot be written as ISO-8859-1");
        assertThat(live.versions("latin")).hasSize(1);
    }

    @Test
    void a_stream_is_saved_when_it_is_closed_and_not_before() throws IOException {
        live.saveText("k", "old");
        OutputStream out = live.openWrite("k");
        out.write('n');
        out.write("ew".getBytes(UTF_8));
        assertThat(live.readText("k")).isEqualTo("old");

        out.close();
        out.close();

        assertThat(new String(live.openRead("k").readAllBytes(), UTF_8)).isEqualTo("new");
        assertThat(live.versions("k")).hasSize(2);
        assertThatIOException().isThrownBy(() -> out.write(1));
    }

    @Test
    void a_stream_that_fails_half_way_saves_nothing() {
        live.saveText("k", "old");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> live.saveStream("k", out -> {
                    out.write(1);
                    throw new IOException("no more");
                }))
                .withMessageContaining("no more");
        assertThatIllegalStateException()
                .isThrownBy(() -> live.saveStream("k", out -> {
                    throw new IllegalStateException();
                }));
        assertThat(live.readText("k")).isEqualTo("old");
        live.saveStream("k", out -> out.write("new".getBytes(UTF_8)));
        assertThat(live.readText("k")).isEqualTo("new");
    }

    @Test
    void a_stream_beyond_the_quota_is_refused_while_it_is_written() {
        ObjectStore small = ObjectStore.newest(new MemoryStore(new Quota(10, 1)), clock);

        assertThatExceptionOfType(QuotaExceededException.class)
                .isThrownBy(() -> small.saveStream("k", out -> {
                    for (int i = 0; i < 1_000_000; i++) {
                        out.write(i);
                    }
                }));
        assertThat(small.keys()).isEmpty();
    }

    @Test
    void files_and_folders_are_saved_as_one_version(@TempDir Path folder) throws IOException {
        live.saveThrough("model/net", path -> {
            Files.createDirectories(path.resolve("weights"));
            Files.writeString(path.resolve("weights/1.bin"), "one");
            Files.writeString(path.resolve("config"), "{}");
        });
        live.saveThrough("model/file", path -> Files.writeString(path, "just one"));

        assertThat(live.versions("model/net"))
                .singleElement()
                .satisfies(version -> assertThat(version.birth().codec()).isEqualTo(FileTree.CODEC));
        live.readInto("model/net", folder.resolve("net"));
        assertThat(folder.resolve("net/weights/1.bin")).hasContent("one");
        live.readInto("model/file", folder.resolve("file"));
        assertThat(folder.resolve("file")).hasContent("just one");
        assertThat(live.readText("model/file")).isEqualTo("just one");
        Path[] seen = new Path[1];
        String config = live.readThrough("model/net", path -> {
            seen[0] = path;
            return Files.readString(path.resolve("config"));
        });
        assertThat(config).isEqualTo("{}");
        assertThat(seen[0]).doesNotExist();
        live.saveFrom("copy", folder.resolve("net"));
        assertThat(live.readBytes("copy")).isEqualTo(live.readBytes("model/net"));
    }

    @Test
    void what_a_library_did_not_write_is_not_saved() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> live.saveThrough("k", path -> {}))
                .withMessageContaining("\"k\" was not saved");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> live.saveThrough("k", path -> {
                    Files.writeString(path, "half");
                    throw new IOException("broke");
                }))
                .withMessageContaining("broke");
        assertThat(live.containsKey("k")).isFalse();
    }

    @Test
    void a_version_is_read_by_its_number_unless_that_would_leak() {
        backend.commit(ObjectKey.of("model"), new byte[1], Birth.at(MONDAY).withDataEnd(MONDAY.minusSeconds(60)));
        backend.commit(ObjectKey.of("model"), new byte[2], Birth.at(MONDAY.plusSeconds(60)));
        backend.commit(ObjectKey.of("model"), new byte[3], Birth.at(MONDAY).withDataEnd(MONDAY.plusSeconds(1)));

        assertThat(live.version("model", 2).content()).hasSize(2);
        assertThat(backtest.version("model", 1).content()).hasSize(1);
        assertThatExceptionOfType(LookAheadException.class)
                .isThrownBy(() -> backtest.version("model", 2))
                .withMessage("""
                        version 2 of "model" cannot be read as of 2013-10-07T04:00:00Z
                            why:  version 2 was saved at 2013-10-07T04:01:00Z, which is later
                            fix:  read the key without a number, which gives the newest version that could be known then
                            more: the javadoc of io.trainyard.store.ObjectStore""")
                .satisfies(e -> assertThat(e.version().number()).isEqualTo(2));
        assertThatExceptionOfType(LookAheadException.class)
                .isThrownBy(() -> backtest.version("model", 3))
                .withMessageContaining("version 3 is made from data up to 2013-10-07T04:00:01Z, which is later");
        ObjectStore careful = ObjectStore.asOf(backend, clock, Duration.ofMinutes(2));
        assertThatExceptionOfType(LookAheadException.class)
                .isThrownBy(() -> careful.version("model", 1))
                .withMessageContaining("under an embargo of PT2M");
        assertThat(careful.containsKey("model")).isFalse();
        assertThat(careful.keys()).isEmpty();
        assertThatExceptionOfType(MissingObjectException.class).isThrownBy(() -> live.version("model", 9));
    }

    @Test
    void candidates_are_no_keys() {
        backend.commit(
                Commit.of(ObjectKey.of("model"), new byte[1], Birth.at(MONDAY)).asCandidate());

        assertThat(live.keys()).isEmpty();
        assertThat(live.containsKey("model")).isFalse();
        assertThat(backtest.keys()).isEmpty();
        assertThat(live.version("model", 1).version().candidate()).isTrue();
        assertThatExceptionOfType(MissingObjectException.class).isThrownBy(() -> live.readBytes("model"));
    }

    @Test
    void a_save_says_in_which_form_it_is() {
        assertThat(live.saveText("a", "x").birth().codec()).isEqualTo("text");
        assertThat(live.saveBytes("a", new byte[0]).birth().codec()).isEqualTo("bytes");
        assertThat(live.saveJson("a", new Line(1)).birth().codec()).isEqualTo("json");
        assertThat(live.saveXml("a", new Line(1)).birth().codec()).isEqualTo("xml");
    }
}
