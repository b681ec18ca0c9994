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
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code trainyard store} as it is typed to change a store: put, rm, rollback, pin, unpin, gc, export, import. */
final class StoreChangeTest {

    private static final ObjectKey OTHER = ObjectKey.of("sunday-trend/scale");

    @TempDir
    private Path folder;

    private StoreShell shell;

    @BeforeEach
    void open() {
        shell = new StoreShell(folder.resolve("store"));
    }

    private ModelVersion head() {
        return shell.store().head(LINE).orElseThrow();
    }

    @Test
    void puts_a_file_a_folder_and_the_standard_input() throws Exception {
        Path file = Files.writeString(folder.resolve("line.json"), "{\"slope\":1}");
        Path model = Files.createDirectories(folder.resolve("model/weights"));
        Files.write(model.resolve("1.bin"), new byte[3]);

        assertThat(shell.done("put sunday-trend/line", file.toString()))
                .isEqualTo("Saved version 1 of sunday-trend/line, 11 bytes.\n");
        assertThat(shell.typing("typed").done("put sunday-trend/line -")).contains("version 2");
        assertThat(shell.current(LINE)).isEqualTo("typed");
        shell.done("put net", folder.resolve("model").toString());
        assertThat(FileTree.parse(shell.store()
                                .newest(ObjectKey.of("net"))
                                .orElseThrow()
                                .content())
                        .files())
                .containsOnlyKeys("weights/1.bin");
        assertThat(shell.done("get net -o", folder.resolve("copy").toString())).contains("Wrote version 1 of net");
        assertThat(folder.resolve("copy/weights/1.bin")).hasBinaryContent(new byte[3]);
    }

    @Test
    void what_is_put_has_times_a_note_and_the_form_of_the_version_before() {
        shell.store().commit(LINE, "{}".getBytes(UTF_8), Birth.at(SUNDAY).withCodec("json"));

        shell.typing("{\"a\":1}")
                .done(
                        "put sunday-trend/line - --at 2026-02-01T10:00:00Z --data-end 2026-01-31T10:00:00Z --note",
                        "by hand");

        Birth birth = head().birth();
        assertThat(birth.savedAt()).isEqualTo(Instant.parse("2026-02-01T10:00:00Z"));
        assertThat(birth.dataEnd()).isEqualTo(Instant.parse("2026-01-31T10:00:00Z"));
        assertThat(birth.note()).isEqualTo("by hand");
        assertThat(birth.codec()).isEqualTo("json");
        shell.typing("<a/>").done("put sunday-trend/line - --codec xml");
        assertThat(head().birth().codec()).isEqualTo("xml");
    }

    @Test
    void puts_only_what_was_expected() {
        assertThat(shell.typing("one").done("put sunday-trend/line - --expect 0"))
                .contains("version 1");
        assertThat(shell.typing("two").done("put sunday-trend/line - --expect 1"))
                .contains("version 2");

        Printed late = shell.typing("three").run("put sunday-trend/line - --expect 1");

        assertThat(late.code()).isEqualTo(1);
        assertThat(late.err()).contains("version 1 was to be replaced, and version 2 is the current one");
        assertThat(shell.current(LINE)).isEqualTo("two");
    }

    @Test
    void without_a_plan_nothing_is_dropped_to_make_room() throws Exception {
        shell.store().commit(LINE, new byte[3_000_000], Birth.at(SUNDAY));
        Path large = Files.write(folder.resolve("large"), new byte[2_500_000]);

        Printed refused = shell.run("put sunday-trend/line", large.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("\"sunday-trend/line\" was not saved, and what was there stays")
                .contains("5,500,000 bytes in 1 objects with its history")
                .contains("--plan prime");
        assertThat(shell.numbers(LINE)).containsExactly(1L);
        shell.done("put sunday-trend/line --plan prime", large.toString());
        assertThat(shell.numbers(LINE)).containsExactly(1L, 2L);
    }

    @Test
    void with_a_plan_the_oldest_history_makes_room_and_what_does_not_fit_is_refused() throws Exception {
        shell.store().commit(LINE, new byte[60], Birth.at(SUNDAY));
        shell.store().commit(LINE, new byte[30], Birth.at(SUNDAY));
        Path fits = Files.write(folder.resolve("fits"), new byte[50]);
        Path tooLarge = Files.write(folder.resolve("large"), new byte[200]);

        shell.done("put sunday-trend/line --quota 100/1", fits.toString());
        assertThat(shell.numbers(LINE)).containsExactly(2L, 3L);
        Printed refused = shell.run("put sunday-trend/line --quota 100/1", tooLarge.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("asked: 200 bytes")
                .contains("limit: 100 bytes")
                .contains("fix:");
        assertThat(shell.run("put other --quota 100/1", fits.toString()).code()).isEqualTo(1);
        assertThat(shell.numbers(LINE)).containsExactly(2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"put x -", "rollback sunday-trend/line 1"})
    void a_plan_that_is_too_small_for_the_store_drops_nothing(String command) {
        shell.store().commit(LINE, new byte[3_000_000], Birth.at(SUNDAY));
        shell.store().commit(LINE, new byte[3_000_000], Birth.at(SUNDAY));

        Printed refused = shell.run(command + " --plan free");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("it holds 6,000,000 bytes with its history, more than the 5,242,880 of plan FREE")
                .contains("say the plan that the strategy runs with");
        assertThat(shell.numbers(LINE)).containsExactly(1L, 2L);
    }

    @Test
    void putting_makes_a_store_only_where_its_folder_is_named_and_new() throws Exception {
        Path old = Files.createDirectories(folder.resolve("full"));
        Files.writeString(old.resolve("thesis.txt"), "text");

        assertThat(shell.typing("x")
                        .runElsewhere("put a - --store", old.toString())
                        .code())
                .isEqualTo(2);
        assertThat(old).isDirectoryNotContaining("glob:**/objects");
        assertThat(shell.typing("x")
                        .runElsewhere("put a - --store", folder.resolve("new").toString())
                        .code())
                .isZero();
        assertThat(DiskStore.isAt(folder.resolve("new"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    put sunday-trend/line no-such-file     | there is no file or folder no-such-file: nothing was saved
                    put sunday-trend/line - --expect -1    | --expect -1 is no version
                    put CON -                              | is the name of a device of Windows
                    put sunday-trend/line -  --at noon     | 'noon' is not an instant
                    rm                                     | say what to remove
                    rm sunday-trend/line --prefix s        | not both
                    rm --prefix s --version 1              | name the key
                    rm --prefix=                           | means all that there is
                    rollback sunday-trend/line             | Missing required parameter: 'N'
                    rollback sunday-trend/line last        | 'last' is not a long
                    pin sunday-trend/line                  | Missing required parameter: 'N'
                    gc --keep -1                           | --keep -1 is negative
                    gc --older-than Sunday                 | 'Sunday' is not an age: write P30D for 30 days
                    gc --older-than -P1D                   | is not an age
                    gc --at 2026-01-04T13:00:00Z           | give both
                    import no-such-file                    | there is no file no-such-file: nothing was imported
                    export - --json                        | --json would mix with the archive
                    """)
    void a_wrong_call_changes_nothing(String command, String says) {
        shell.save("one", "two");

        Printed printed = shell.run(command);

        assertThat(printed.code()).as(printed.err()).isEqualTo(2);
        assertThat(printed.err()).contains(says).doesNotContain("\tat ");
        assertThat(shell.numbers(LINE)).containsExactly(1L, 2L);
    }

    @Test
    void removes_a_key_after_a_yes() {
        shell.save("one", "two");

        Printed printed = shell.typing("y\n").run("rm sunday-trend/line");

        assertThat(printed.code()).isZero();
        assertThat(printed.err()).isEqualTo("Remove 2 versions of sunday-trend/line, 6 bytes? [y/N] ");
        assertThat(printed.out()).isEqualTo("Removed 2 versions of sunday-trend/line, 6 bytes.\n");
        assertThat(shell.store().keys("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "n\n", "yess\n", "of course"})
    void removes_nothing_without_a_yes(String answer) {
        shell.save("one", "two");

        Printed printed = shell.typing(answer).run("rm sunday-trend/line");

        assertThat(printed.code()).isEqualTo(1);
        assertThat(printed.err()).contains("nothing was removed").contains("--yes");
        assertThat(shell.numbers(LINE)).containsExactly(1L, 2L);
    }

    @Test
    void removes_versions_or_all_keys_that_begin_alike() {
        shell.save("one", "two", "three");
        shell.store().commit(OTHER, new byte[1], Birth.at(SUNDAY));
        shell.store().commit(ObjectKey.of("else"), new byte[1], Birth.at(SUNDAY));

        assertThat(shell.done("rm sunday-trend/line --version 3 --version 1 --yes"))
                .isEqualTo("Removed 2 versions of sunday-trend/line, 8 bytes.\n");
        assertThat(shell.numbers(LINE)).containsExactly(2L);
        assertThat(shell.run("rm sunday-trend/line --version 1 --yes").code()).isEqualTo(1);
        JsonNode removed = shell.json("rm --prefix sunday -y");
        assertThat(removed.path("versions").asInt()).isEqualTo(2);
        assertThat(removed.path("removed").findValuesAsString("key"))
                .containsExactly("sunday-trend/line", "sunday-trend/scale");
        assertThat(shell.store().keys("")).containsExactly(ObjectKey.of("else"));
        assertThat(shell.run("rm --prefix sunday --yes").err()).contains("no key begins with \"sunday\"");
    }

    @Test
    void what_is_pinned_is_not_removed_nor_what_would_go_with_it() {
        shell.save("one", "two");
        shell.store().commit(ObjectKey.of("a"), new byte[1], Birth.at(SUNDAY));
        assertThat(shell.done("pin sunday-trend/line 1")).isEqualTo("Version 1 of sunday-trend/line is now pinned.\n");
        assertThat(shell.done("pin sunday-trend/line 1")).contains("was already pinned");

        Printed printed = shell.run("rm sunday-trend/line --yes");

        assertThat(printed.code()).isEqualTo(1);
        assertThat(printed.err()).isEqualTo("""
                trainyard: nothing was removed
                    why:  version 1 of "sunday-trend/line" is pinned, so that nothing takes it away
                    fix:  unpin it first: trainyard store unpin sunday-trend/line 1
                    more: trainyard store rm --help
                """);
        assertThat(shell.numbers(LINE)).containsExactly(1L, 2L);
        assertThat(shell.json("unpin sunday-trend/line 1").path("changed").asBoolean())
                .isTrue();
        shell.done("rm sunday-trend/line --yes");
        assertThat(shell.run("pin a 7").err()).contains("there is no version 7 of \"a\"");
    }

    @Test
    void rolls_back_by_a_new_version() {
        shell.save("one", "two");

        assertThat(shell.done("rollback sunday-trend/line 1"))
                .isEqualTo("Saved version 3 of sunday-trend/line, with the content of version 1.\n");
        assertThat(shell.current(LINE)).isEqualTo("one");
        assertThat(shell.numbers(LINE)).containsExactly(1L, 2L, 3L);
        assertThat(shell.run("rollback sunday-trend/line 3").err()).contains("that is the current version already");
        assertThat(shell.run("rollback sunday-trend/line 9").code()).isEqualTo(1);
        shell.done("rollback sunday-trend/line 2 --at 2026-01-11T13:00:00Z");
        assertThat(head().savedAt()).isEqualTo(Instant.parse("2026-01-11T13:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 200, 3})
    void rolls_back_from_a_current_version_that_is_damaged(int at) throws Exception {
        shell.save("one", "two");
        shell.damage(2, at);

        shell.done("rollback sunday-trend/line 1");

        assertThat(shell.current(LINE)).isEqualTo("one");
        assertThat(shell.run("rollback sunday-trend/line 2").code()).isEqualTo(1);
    }

    @Test
    void a_candidate_is_nothing_to_roll_back_to() {
        shell.save("one");
        shell.store().commit(Commit.of(LINE, new byte[1], Birth.at(SUNDAY)).asCandidate());

        Printed printed = shell.run("rollback sunday-trend/line 2");

        assertThat(printed.code()).isEqualTo(1);
        assertThat(printed.err()).contains("it is a candidate that was never published");
    }

    @Test
    void removes_what_crashes_left_over_and_no_version() throws Exception {
        shell.save("one", "two");
        assertThat(shell.done("gc")).isEqualTo("Crashes had left over 0 bytes.\n");
        assertThat(shell.json("gc").path("freed").asLong()).isZero();
        assertThat(shell.numbers(LINE)).containsExactly(1L, 2L);
    }

    @Test
    void thins_history_out_by_count_or_by_age_or_what_neither_keeps() {
        shell.save("v1", "v2", "v3", "v4", "v5");
        shell.store().pin(LINE, 1, true);

        Printed asked = shell.run("gc --keep 2");
        assertThat(asked.code()).isEqualTo(1);
        assertThat(asked.err()).startsWith("Remove 2 versions of sunday-trend/line, 4 bytes? [y/N] ");
        assertThat(shell.numbers(LINE)).hasSize(5);

        // by age alone 2 and 3 would go, by count alone 2; what was saved at 13:02 is 90 seconds old
        shell.done("gc --keep 3 --older-than PT1M --at 2026-01-04T13:03:30Z --yes");
        assertThat(shell.numbers(LINE)).containsExactly(1L, 3L, 4L, 5L);
        shell.done("gc sunday --older-than PT1M --at 2026-01-04T13:03:30Z --yes");
        assertThat(shell.numbers(LINE)).containsExactly(1L, 4L, 5L);
        assertThat(shell.done("gc --keep 0 --yes")).startsWith("Removed 1 version of sunday-trend/line, 2 bytes.\n");
        assertThat(shell.numbers(LINE)).containsExactly(1L, 5L);
        assertThat(shell.done("gc none --keep 0")).doesNotContain("Removed");
    }

    @Test
    void carries_versions_to_another_store() throws Exception {
        shell.save("one", "two");
        shell.store().commit(OTHER, new byte[9], Birth.at(SUNDAY));
        shell.store().pin(LINE, 1, true);
        Path file = folder.resolve("models.zip");
        StoreShell elsewhere = new StoreShell(folder.resolve("elsewhere"));

        assertThat(shell.done("export", file.toString())).isEqualTo("Wrote 3 versions to " + file + ".\n");
        assertThat(elsewhere.done("import", file.toString())).isEqualTo("Saved 3 versions; 0 were there already.\n");
        assertThat(elsewhere.done("import", file.toString())).isEqualTo("Saved 0 versions; 3 were there already.\n");

        assertThat(elsewhere.store().versions(LINE)).isEqualTo(shell.store().versions(LINE));
        Printed again = shell.run("export", file.toString());
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("there is a file already");
        assertThat(shell.run("export - sunday-trend/s").bytes()).startsWith('P', 'K');
        assertThat(shell.run("export", folder + "/x.zip", "nothing").err()).contains("no key begins with \"nothing\"");
        assertThat(folder.resolve("x.zip")).doesNotExist();
    }

    @Test
    void a_store_with_damage_is_not_exported_by_half() throws Exception {
        shell.save("one", "two");
        shell.damage(2, -1);

        Printed printed = shell.run("export", folder.resolve("models.zip").toString());

        assertThat(printed.code()).isEqualTo(1);
        assertThat(printed.err()).contains("version 2 of \"sunday-trend/line\" is damaged");
        assertThat(folder.resolve("models.zip")).doesNotExist();
    }

    @Test
    void what_cannot_be_imported_leaves_what_is_there() throws Exception {
        shell.save("one", "two");
        Path file = folder.resolve("models.zip");
        shell.done("export", file.toString());
        StoreShell other = new StoreShell(folder.resolve("other"));
        other.save("another");

        Printed conflict = other.run("import", file.toString());
        assertThat(conflict.code()).isEqualTo(1);
        assertThat(conflict.err()).contains("version 1 of \"sunday-trend/line\" was not copied");
        Printed noArchive = other.typing("no archive").run("import -");
        assertThat(noArchive.code()).isEqualTo(1);
        assertThat(noArchive.err()).contains("these bytes are no archive of a store");
        assertThat(other.current(LINE)).isEqualTo("another");

        Printed tooLarge = new StoreShell(folder.resolve("small")).run("import --quota 2/1", file.toString());
        assertThat(tooLarge.code()).isEqualTo(1);
        assertThat(tooLarge.err()).contains("limit: 2 bytes");
    }

    @Test
    void no_command_leaves_anything_beside_the_store() throws Exception {
        shell.save("one", "two");
        shell.done("pin sunday-trend/line 1");
        shell.done("rollback sunday-trend/line 1");
        shell.done("rm sunday-trend/line --version 2 --yes");
        shell.done("gc");

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("store"));
        }
        assertThat(shell.done("verify")).contains("2 versions of 6 bytes are whole");
    }
}
