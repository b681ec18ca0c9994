package io.trainyard.console;

import static io.trainyard.console.StoreShell.LINE;
import static io.trainyard.console.StoreShell.SUNDAY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.console.StoreShell.Printed;
import io.trainyard.store.Birth;
import io.trainyard.store.Commit;
import io.trainyard.store.DiskStore;
import io.trainyard.store.FileTree;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.store.TrainedBy;
import io.trainyard.time.WallClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code trainyard store} as it is typed to look into a store: ls, versions, get, usage, verify. */
final class StoreLookTest {

    @TempDir
    private Path folder;

    private StoreShell shell;

    @BeforeEach
    void open() {
        shell = new StoreShell(folder.resolve("store"));
    }

    @Test
    void lists_keys_with_size_version_and_age() {
        Instant threeDaysAgo = WallClock.system().now().minus(Duration.ofHours(73));
        DiskStore store = DiskStore.open(folder.resolve("store"), new Quota(10_000_000, 100), () -> threeDaysAgo);
        store.commit(LINE, new byte[1_234], Birth.at(SUNDAY));
        store.commit(LINE, new byte[59], Birth.at(SUNDAY));
        store.commit(Commit.of(ObjectKey.of("a"), new byte[5], Birth.at(SUNDAY)).asCandidate());

        assertThat(shell.done("ls")).isEqualTo("""
                key                bytes  version  versions  age
                a                      -        -         1    -  candidates only
                sunday-trend/line     59        2         2  3 d
                """);
        assertThat(shell.done("ls sunday")).contains("sunday-trend/line").doesNotContain("candidates");
        JsonNode line = shell.json("ls sunday").path("keys").path(0);
        assertThat(line.path("key").asString()).isEqualTo("sunday-trend/line");
        assertThat(line.path("current").asLong()).isEqualTo(2);
        assertThat(line.path("bytes").asLong()).isEqualTo(1_293);
        assertThat(line.path("savedAt").asString()).isEqualTo("2026-01-04T13:00:00Z");
        assertThat(line.path("committedAt").asString()).isEqualTo(threeDaysAgo.toString());
    }

    @Test
    void says_that_a_store_is_empty_or_no_key_begins_so() {
        shell.store();

        assertThat(shell.done("ls")).isEqualTo("The store is empty.\n");
        assertThat(shell.done("ls sun")).isEqualTo("No key begins with \"sun\".\n");
        assertThat(shell.json("ls").path("keys").size()).isZero();
    }

    @Test
    void marks_what_is_damaged_in_every_list() throws Exception {
        shell.save("one", "two", "three");
        shell.damage(2, 200);
        shell.damage(3, 200);

        assertThat(shell.done("ls")).contains("DAMAGED: version 2, 3 (current)");
        assertThat(shell.json("ls").path("keys").path(0).path("damaged").toString())
                .isEqualTo("[2,3]");
        assertThat(shell.done("versions sunday-trend/line"))
                .contains("current, DAMAGED: the manifest does not match its SHA-256 checksum");
        JsonNode versions = shell.json("versions sunday-trend/line").path("versions");
        assertThat(versions.path(0).path("damage").isNull()).isTrue();
        assertThat(versions.path(2).path("damage").asString()).contains("SHA-256");
        assertThat(versions.path(2).path("current").asBoolean()).isTrue();
        assertThat(versions.path(2).path("sha256").isNull()).isTrue();
    }

    @Test
    void lists_versions_with_all_that_is_known_of_them() {
        DiskStore store = DiskStore.open(
                folder.resolve("store"), new Quota(1_000, 10), () -> Instant.parse("2026-02-03T04:05:06.789Z"));
        Birth birth = Birth.at(SUNDAY)
                .withTrainedBy(new TrainedBy("fit", "run-7", SUNDAY, SUNDAY, Duration.ofMillis(1_500), "c0de"))
                .withDataEnd(SUNDAY.minusSeconds(3_600))
                .withParameters(Map.of("days", "60"))
                .withMetrics(Map.of("sharpe", 0.75))
                .withCodec("json")
                .withNote("first\nlight");
        store.commit(LINE, new byte[3], birth);
        store.commit(LINE, new byte[4], Birth.at(SUNDAY.plusSeconds(60)));
        store.commit(Commit.of(LINE, new byte[5], birth).asCandidate());
        store.pin(LINE, 1, true);

        assertThat(shell.done("versions sunday-trend/line")).isEqualTo("""
                version  bytes  market time           wall time             data until            training
                      1      3  2026-01-04T13:00:00Z  2026-02-03T04:05:06Z  2026-01-04T12:00:00Z  fit       pinned; run run-7; sharpe=0.75; days=60; "first light"
                      2      4  2026-01-04T13:01:00Z  2026-02-03T04:05:06Z  -                     -         current
                      3      5  2026-01-04T13:00:00Z  2026-02-03T04:05:06Z  2026-01-04T12:00:00Z  fit       candidate; run run-7; sharpe=0.75; days=60; "first light"
                """);
        JsonNode first =
                shell.json("versions sunday-trend/line").path("versions").path(0);
        assertThat(first.path("took").asString()).isEqualTo("PT1.5S");
        assertThat(first.path("code").asString()).isEqualTo("c0de");
        assertThat(first.path("codec").asString()).isEqualTo("json");
        assertThat(first.path("metrics").path("sharpe").asDouble()).isEqualTo(0.75);
        assertThat(first.path("pinned").asBoolean()).isTrue();
    }

    @Test
    void compares_two_versions() {
        DiskStore store = shell.store();
        store.commit(LINE, "same".getBytes(UTF_8), Birth.at(SUNDAY).withMetrics(Map.of("sharpe", 0.5)));
        store.commit(LINE, "same".getBytes(UTF_8), Birth.at(SUNDAY).withMetrics(Map.of("sharpe", 0.7)));
        store.commit(LINE, "same".getBytes(UTF_8), Birth.at(SUNDAY).withMetrics(Map.of("sharpe", 0.7)));

        assertThat(shell.done("versions sunday-trend/line --diff 1 2")).isEqualTo("""
                               version 1  version 2
                metric sharpe  0.5        0.7
                """);
        assertThat(shell.done("versions sunday-trend/line --diff 2 3"))
                .isEqualTo("Versions 2 and 3 have the same content and come from the same.\n");
        assertThat(shell.json("versions sunday-trend/line --diff 1 2")
                        .path("differences")
                        .path(0)
                        .path("what")
                        .asString())
                .isEqualTo("metric sharpe");
        Printed missing = shell.run("versions sunday-trend/line --diff 1 9");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err())
                .contains("there is no version 9 of \"sunday-trend/line\"")
                .contains("take one that is there: 1, 2, 3");
    }

    @Test
    void prints_the_bytes_of_the_current_version_or_of_another_one() {
        shell.save("one", "two", "three");

        assertThat(shell.run("get sunday-trend/line").bytes()).asString().isEqualTo("three");
        assertThat(shell.run("get sunday-trend/line --version 1").bytes())
                .asString()
                .isEqualTo("one");
        assertThat(shell.run("get sunday-trend/line --as-of 2026-01-04T08:01:30-05:00")
                        .bytes())
                .asString()
                .isEqualTo("two");
        assertThat(shell.run("get sunday-trend/line").out()).isEmpty();
    }

    @Test
    void prints_bytes_that_are_no_text_as_they_are() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        shell.store().commit(LINE, all, Birth.at(SUNDAY));

        assertThat(shell.run("get sunday-trend/line").bytes()).isEqualTo(all);
    }

    @Test
    void writes_a_file_but_never_over_one() throws Exception {
        shell.save("one", "two");
        Path file = folder.resolve("line.json");

        assertThat(shell.done("get sunday-trend/line -o", file.toString()))
                .isEqualTo("Wrote version 2 of sunday-trend/line, 3 bytes, to " + file + ".\n");
        Printed again = shell.run("get sunday-trend/line --version 1 -o", file.toString());

        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err())
                .contains("nothing was written to " + file)
                .contains("why:")
                .contains("fix:");
        assertThat(file).hasContent("two");
        assertThat(shell.run("get sunday-trend/line -o", folder.toString()).err())
                .contains("it is a folder");
        assertThat(shell.run("get sunday-trend/line -o", folder + "/none/x").err())
                .contains("NoSuchFileException");
    }

    @Test
    void writes_a_model_of_several_files_into_a_folder() throws Exception {
        byte[] tree = FileTree.of(Map.of("config.json", "{}".getBytes(UTF_8), "weights/1.bin", new byte[7]))
                .toBytes();
        shell.store().commit(LINE, tree, Birth.at(SUNDAY).withCodec(FileTree.CODEC));
        Path model = folder.resolve("model");

        Printed nowhere = shell.run("get sunday-trend/line");
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).contains("is a model of several files: say into which folder, -o FOLDER");
        assertThat(shell.done("get sunday-trend/line -o", model.toString())).contains("Wrote version 1");
        assertThat(model.resolve("config.json")).hasContent("{}");
        assertThat(model.resolve("weights/1.bin")).hasBinaryContent(new byte[7]);
        Printed again = shell.run("get sunday-trend/line -o", model.toString());
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("it is not empty");
    }

    @Test
    void a_damaged_version_is_not_printed_and_the_last_good_one_is_named() throws Exception {
        shell.save("one", "two");
        shell.damage(2, -1);

        Printed printed = shell.run("get sunday-trend/line");

        assertThat(printed.code()).isEqualTo(1);
        assertThat(printed.bytes()).isEmpty();
        assertThat(printed.err())
                .contains("version 2 of \"sunday-trend/line\" is damaged")
                .contains("version 1, saved at 2026-01-04T13:00:00Z, is the last good one");
    }

    @Test
    void says_what_is_seen_when_nothing_is() {
        shell.save("one");
        shell.store()
                .commit(Commit.of(ObjectKey.of("x"), new byte[1], Birth.at(SUNDAY))
                        .asCandidate());

        assertThat(shell.run("get sunday-trend/line --as-of 2026-01-04T12:59:59Z")
                        .err())
                .contains("nobody could see a version")
                .contains("the first one was saved at 2026-01-04T13:00:00Z");
        assertThat(shell.run("get x").err())
                .contains("\"x\" has no current version")
                .contains("--version 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "versions sunday-tred/line",
                "get sunday-tred/line",
                "rm sunday-tred/line --yes",
                "rollback sunday-tred/line 1",
                "pin sunday-tred/line 1",
                "unpin sunday-tred/line 1"
            })
    void a_missing_key_suggests_the_nearest(String command) {
        shell.save("one");

        Printed printed = shell.run(command);

        assertThat(printed.code()).isEqualTo(1);
        assertThat(printed.err()).isEqualTo("""
                trainyard: there is no object "sunday-tred/line"
                    why:  no version was saved under this key, or it was deleted
                    fix:  "sunday-trend/line" is there; is that the one?
                    more: trainyard store ls --help
                """);
    }

    @Test
    void says_how_full_the_store_is() {
        shell.save("one", "three");
        shell.store().pin(LINE, 1, true);
        Path real = shell.store().folder();

        assertThat(shell.done("usage --plan prime")).isEqualTo("Store      " + real + """

                Stored     8 of 52,428,800 bytes, 1 of 1,000 objects (plan PRIME)
                History    3 bytes in 1 version, of it 3 pinned
                """);
        assertThat(shell.done("usage --quota 100/2")).contains("8 of 100 bytes, 1 of 2 objects (--quota)");
        JsonNode usage = shell.json("usage");
        assertThat(usage.path("usage").path("bytes").asLong()).isEqualTo(5);
        assertThat(usage.path("usage").path("pinnedBytes").asLong()).isEqualTo(3);
        assertThat(usage.path("quota").path("maxBytes").asLong()).isEqualTo(5_242_880);
    }

    @Test
    void verifies_every_byte() {
        shell.save("one", "two");

        assertThat(shell.done("verify")).isEqualTo("2 versions of 6 bytes are whole; 0 damaged.\n");
        assertThat(shell.done("verify nothing")).contains("0 versions");
    }

    @Test
    void verify_finds_damage_names_the_last_good_version_and_says_so_by_its_exit_code() throws Exception {
        shell.save("one", "two", "three");
        shell.damage(1, -1);
        shell.damage(3, -1);

        Printed printed = shell.run("verify sunday");

        assertThat(printed.code()).isEqualTo(1);
        assertThat(printed.err()).isEmpty();
        assertThat(printed.out()).isEqualTo("""
                DAMAGED  version 1 of sunday-trend/line: the bytes do not match their CRC-32C checksum
                         no version before it is whole
                DAMAGED  version 3 of sunday-trend/line, the current one: the bytes do not match their CRC-32C checksum
                         version 2 is the last good one: trainyard store rollback sunday-trend/line 2
                1 version of 3 bytes is whole; 2 damaged.
                """);
        JsonNode damaged = shell.json("verify").path("damaged");
        assertThat(damaged.path(0).path("lastGood").isNull()).isTrue();
        assertThat(damaged.path(1).path("lastGood").asLong()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    get ../line                                 | key "../line" cannot be used in the object store
                    get sunday-trend/line --version 1 --as-of 2026-01-04T13:00:00Z | each name a version: give one of them
                    get sunday-trend/line --as-of Sunday        | 'Sunday' is not an instant: write date, time and offset
                    get sunday-trend/line --json                | --json would mix with the bytes
                    get                                         | Missing required parameter: 'KEY'
                    versions sunday-trend/line --diff 1         | --diff
                    usage --plan gold                           | --plan
                    usage --quota many                          | 'many' is not a quota: write BYTES/OBJECTS
                    usage --plan free --quota 1/1               | give one of them
                    ls //                                       | prefix "//" cannot be used in the object store
                    """)
    void a_wrong_call_is_refused_in_words(String command, String says) {
        shell.save("one");

        Printed printed = shell.run(command);

        assertThat(printed.code()).isEqualTo(2);
        assertThat(printed.out()).isEmpty();
        assertThat(printed.err()).contains(says).doesNotContain("\tat ");
    }

    @Test
    void a_store_that_is_not_there_is_not_made() {
        Path typo = folder.resolve("stoer");

        Printed printed = shell.runElsewhere("ls --store", typo.toString());

        assertThat(printed.code()).isEqualTo(2);
        assertThat(printed.err())
                .contains("there is no store in the folder " + typo)
                .contains("there is no such folder")
                .contains("See: trainyard store ls --help");
        assertThat(typo).doesNotExist();
    }

    @Test
    void a_place_that_nobody_knows_and_a_password_for_all_to_read_are_refused() {
        Printed unknown = shell.runElsewhere("ls --store gopher://burrow/models");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("--store gopher://burrow/models is no folder, and no other place that is known")
                .contains("why:  it begins with none of file:, jdbc:postgresql:, s3://")
                .contains("fix:  write a path, a file: URI, jdbc:postgresql://")
                .contains("more: trainyard store --help");

        for (String location : List.of(
                "jdbc:postgresql://host/db?user=trader&password=hush",
                "jdbc:postgresql://host/db?user=trader&sslpassword=hush",
                "jdbc:postgresql://trader:hush@host/db",
                "s3://bucket/models?catalogue=jdbc:postgresql://host/db%3Fpassword=hush",
                "s3://bucket/models?catalogue=jdbc%3Apostgresql%3A%2F%2Fhost%2Fdb%3FPassword%3Dhush")) {
            Printed password = shell.runElsewhere("ls --store", location);
            assertThat(password.code()).as(location).isEqualTo(2);
            assertThat(password.err())
                    .contains("came with a password")
                    .contains("set PGPASSWORD")
                    .doesNotContain("hush");
        }
    }

    @Test
    void a_folder_of_stores_stands_for_the_only_one_in_it() throws Exception {
        shell.save("one");
        Files.createDirectories(folder.resolve("other"));

        assertThat(shell.runElsewhere("ls --store", folder.toString()).out()).contains("sunday-trend/line");
        assertThat(shell.runElsewhere("ls --store", folder.toUri().toString()).out())
                .contains("sunday-trend/line");

        new StoreShell(folder.resolve("second")).store();
        Printed printed = shell.runElsewhere("ls --store", folder.toString());
        assertThat(printed.code()).isEqualTo(2);
        assertThat(printed.err())
                .contains("it has the stores of 2 strategies in it")
                .contains("--store " + folder.resolve("second") + " or --store " + folder.resolve("store"));
    }

    @Test
    void looking_never_drops_history_whatever_the_plan() {
        shell.store().commit(LINE, new byte[4_000_000], Birth.at(SUNDAY));
        shell.store().commit(LINE, new byte[4_000_000], Birth.at(SUNDAY));

        shell.done("ls --plan free");
        shell.done("usage --plan free");
        shell.done("verify --quota 1/1");

        assertThat(shell.numbers(LINE)).containsExactly(1L, 2L);
    }

    @Test
    void says_what_there_is_to_do() {
        assertThat(shell.runElsewhere("--help").out())
                .contains("ls", "versions", "get", "put", "rm", "rollback", "pin", "unpin", "usage", "verify", "gc")
                .contains("export", "import", "Exit codes: 0 done, 1 damage was found or the command was refused");
        assertThat(shell.runElsewhere("get --help").out()).contains("--as-of", "--store", "--json");
        assertThat(shell.runElsewhere("list").code()).isEqualTo(2);
    }
}
