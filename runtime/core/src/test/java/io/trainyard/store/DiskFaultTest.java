package io.trainyard.store;

import static io.trainyard.store.StoreBackendContract.LINE;
import static io.trainyard.store.StoreBackendContract.OTHER;
import static io.trainyard.store.StoreBackendContract.SUNDAY;
import static io.trainyard.store.StoreBackendContract.WALL;
import static io.trainyard.store.StoreBackendContract.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.trainyard.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A disk that fails, or a process that dies, at each step of each operation in turn. */
final class DiskFaultTest {

    private static final Quota QUOTA = new Quota(40, 3);
    private static final ObjectKey NEW = ObjectKey.of("brand/new");

    @TempDir
    Path folder;

    private int copies;

    enum Mode {
        /** One step fails, those after it work. */
        ONCE,
        /** All steps from one on fail, and none of them can be taken back. */
        FOREVER,
        /** The process dies before a step. */
        DEATH
    }

    enum Operation {
        SAVE_NEW,
        SAVE_OVER_HISTORY,
        SAVE_CANDIDATE,
        DELETE,
        PIN,
        SWEEP,
        OPEN;

        void run(DiskStore store, Path folder, Disk disk) {
            switch (this) {
                case SAVE_NEW -> store.commit(NEW, bytes("new"), Birth.at(SUNDAY));
                case SAVE_OVER_HISTORY -> store.commit(LINE, bytes("0123456789"), Birth.at(SUNDAY));
                case SAVE_CANDIDATE ->
                    store.commit(Commit.of(LINE, bytes("0123456789"), Birth.at(SUNDAY))
                            .asCandidate());
                case DELETE -> store.delete(LINE);
                case PIN -> store.pin(LINE, 2, true);
                case SWEEP -> store.sweep();
                case OPEN -> DiskStore.open(folder, QUOTA, WALL, disk);
                default -> throw new IllegalStateException();
            }
        }
    }

    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    static final class FaultyDisk extends Disk {
        private int stepsLeft = Integer.MAX_VALUE;
        private Mode mode = Mode.ONCE;
        private boolean struck;

        void failAfter(int steps, Mode how) {
            stepsLeft = steps;
            mode = how;
        }

        void heal() {
            stepsLeft = Integer.MAX_VALUE;
        }

        @Override
        void before(String step, Path path) throws IOException {
            if (stepsLeft-- > 0 || (mode == Mode.ONCE && struck)) {
                return;
            }
            struck = true;
            if (mode == Mode.DEATH) {
                throw new Death();
            }
            throw new FileSystemException(path.toString(), null, "Input/output error at " + step);
        }
    }

    static Stream<Arguments> cases() {
        return Stream.of(Operation.values())
                .flatMap(operation -> Stream.of(Mode.values()).map(mode -> Arguments.of(operation, mode)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatever_step_fails_it_is_all_done_or_not_done_at_all(Operation operation, Mode mode) throws IOException {
        boolean reached = true;
        int steps = 0;
        for (; reached; steps++) {
            Path copy = prepared();
            FaultyDisk disk = new FaultyDisk();
            DiskStore store = DiskStore.open(copy, QUOTA, WALL, disk);
            SortedMap<String, String> before = state(store);
            SortedMap<String, String> after = afterwards(operation);
            disk.failAfter(steps, mode);

            boolean returned = false;
            boolean certain = true;
            try {
                operation.run(store, copy, disk);
                returned = true;
            } catch (StoreException e) {
                assertThat(e).hasMessageContaining("fix:  ").hasMessageContaining("Input/output error");
                certain = !String.valueOf(e.getMessage()).contains("or it was");
            } catch (Death e) {
                certain = false;
            }
            reached = disk.struck;
            disk.heal();

            String what = operation + " with step " + steps + " failing " + mode;
            SortedMap<String, String> reopened = check(DiskStore.open(copy, QUOTA, WALL), what);
            assertThat(reopened)
                    .as(what)
                    .satisfiesAnyOf(
                            now -> assertThat(now).isEqualTo(before),
                            now -> assertThat(now).isEqualTo(after),
                            now -> assertThat(partlyDeleted(operation, new TreeMap<>(now), before))
                                    .isTrue());
            if (returned) {
                assertThat(reopened).as(what).isEqualTo(after);
            } else if (certain && operation != Operation.DELETE && operation != Operation.PIN) {
                assertThat(reopened).as(what).isEqualTo(before);
            }
            if (mode != Mode.DEATH) {
                // the store that met with the fault goes on as well
                store.commit(OTHER, bytes("goes on"), Birth.at(SUNDAY));
                check(store, what);
                assertThat(state(store)).as(what).isEqualTo(state(DiskStore.open(copy, QUOTA, WALL)));
            }
        }
        assertThat(steps).isGreaterThan(operation == Operation.OPEN || operation == Operation.SWEEP ? 2 : 4);
    }

    /** Deleting goes from the lowest number to the highest, so that readers see the current version to the end. */
    private static boolean partlyDeleted(
            Operation operation, SortedMap<String, String> now, SortedMap<String, String> before) {
        return operation == Operation.DELETE
                && before.entrySet().containsAll(now.entrySet())
                && now.containsKey("sunday-trend/line 2");
    }

    private SortedMap<String, String> afterwards(Operation operation) throws IOException {
        Path copy = prepared();
        DiskStore store = DiskStore.open(copy, QUOTA, WALL);
        operation.run(store, copy, new Disk());
        return check(store, "without a fault");
    }

    private SortedMap<String, String> check(DiskStore store, String what) throws IOException {
        assertThat(StoreCheck.of(store, "").findings()).as(what).isEmpty();
        Usage usage = store.usage();
        assertThat(usage).as(what).isEqualTo(StoreBackendContract.counted(store));
        assertThat(usage.bytes() + usage.historyBytes()).as(what).isLessThanOrEqualTo(QUOTA.maxBytes());
        assertThat(bytesOnDisk(store.folder().resolve("tmp"))).as(what).isZero();
        return state(store);
    }

    private static long bytesOnDisk(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static SortedMap<String, String> state(DiskStore store) {
        SortedMap<String, String> state = new TreeMap<>();
        for (ObjectKey key : store.keys("")) {
            for (VersionEntry entry : store.list(key)) {
                byte[] content =
                        store.version(key, entry.number()).orElseThrow().content();
                state.put(
                        key + " " + entry.number(),
                        new String(content, StandardCharsets.UTF_8) + entry.candidate() + entry.pinned());
            }
        }
        return state;
    }

    /** Two keys with history, so full that the next save has to drop some, and what a dead writer left over. */
    private Path prepared() throws IOException {
        Path template = folder.resolve("template");
        if (!Files.exists(template)) {
            DiskStore store = DiskStore.open(template, QUOTA, WALL);
            store.commit(OTHER, bytes("other"), Birth.at(SUNDAY));
            store.commit(OTHER, bytes("other 2"), Birth.at(SUNDAY));
            store.commit(LINE, bytes("old value"), Birth.at(SUNDAY));
            store.commit(LINE, bytes("current value"), Birth.at(SUNDAY));
            Files.writeString(template.resolve("tmp/draft-07"), "half a save");
        }
        Path copy = folder.resolve("copy-" + copies++);
        try (Stream<Path> files = Files.walk(template)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file, copy.resolve(template.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }

    @Test
    void a_save_that_was_on_the_disk_when_its_name_was_lost_gets_it_back() throws IOException {
        DiskStore store = DiskStore.open(folder, QUOTA, WALL);
        store.commit(LINE, bytes("old"), Birth.at(SUNDAY));
        ModelVersion saved = store.commit(LINE, bytes("acknowledged"), Birth.at(SUNDAY));
        // as if the power had gone before the system wrote down the renaming
        Files.move(folder.resolve("objects/sunday-trend/line%/0000000002-12"), folder.resolve("tmp/draft-00"));

        DiskStore after = DiskStore.open(folder, QUOTA, WALL);

        assertThat(after.newest(LINE).orElseThrow().version()).isEqualTo(saved);
        assertThat(check(after, "after the power went")).hasSize(2);
    }

    @Test
    void a_pinned_copy_that_lost_its_name_is_pinned_when_it_gets_it_back() throws IOException {
        DiskStore origin = DiskStore.open(folder.resolve("origin"), QUOTA, WALL);
        origin.commit(LINE, bytes("champion"), Birth.at(SUNDAY));
        origin.pin(LINE, 1, true);
        ModelVersion pinned = origin.versions(LINE).get(0);
        Path copies = folder.resolve("copies");
        DiskStore.open(copies, QUOTA, WALL).commit(Commit.copy(pinned, bytes("champion")));
        Files.move(copies.resolve("objects/sunday-trend/line%/0000000001-8-pinned"), copies.resolve("tmp/draft-00"));

        DiskStore after = DiskStore.open(copies, QUOTA, WALL);

        assertThat(after.versions(LINE)).containsExactly(pinned);
        after.pin(LINE, 1, false);
        assertThat(DiskStore.open(copies, QUOTA, WALL).versions(LINE)).containsExactly(pinned.withPinned(false));
    }

    @Test
    void a_copy_of_a_deleted_version_that_lost_its_name_gets_it_back() throws IOException {
        DiskStore store = DiskStore.open(folder, QUOTA, WALL);
        ModelVersion saved = store.commit(LINE, bytes("one"), Birth.at(SUNDAY));
        store.delete(LINE);
        store.commit(Commit.copy(saved, bytes("one")));
        Files.move(folder.resolve("objects/sunday-trend/line%/0000000001-3"), folder.resolve("tmp/draft-00"));

        DiskStore after = DiskStore.open(folder, QUOTA, WALL);

        assertThat(after.versions(LINE)).containsExactly(saved);
        assertThat(after.commit(LINE, bytes("two"), Birth.at(SUNDAY)).number()).isEqualTo(2);
    }

    @Test
    void what_goes_because_it_does_not_fit_has_its_number_remembered_whatever_step_fails() throws IOException {
        boolean reached = true;
        for (int steps = 0; reached; steps++) {
            Path place = folder.resolve("steps-" + steps);
            FaultyDisk disk = new FaultyDisk();
            DiskStore store = DiskStore.open(place, new Quota(10, 2), WALL, disk);
            store.commit(LINE, bytes("old"), Birth.at(SUNDAY));
            store.commit(Commit.of(LINE, bytes("worse"), Birth.at(SUNDAY)).asCandidate());
            disk.failAfter(steps, Mode.DEATH);
            try {
                store.commit(OTHER, bytes("seven!!"), Birth.at(SUNDAY));
            } catch (Death e) {
                // the next process goes on
            }
            reached = disk.struck;

            DiskStore after = DiskStore.open(place, new Quota(10, 2), WALL);
            assertThat(after.highest(LINE)).as("death before step %d", steps).isEqualTo(2);
            after.delete(LINE);
            assertThat(after.commit(LINE, bytes("new"), Birth.at(SUNDAY)).number())
                    .isEqualTo(3);
        }
    }

    @Test
    void a_denied_permission_says_what_to_do() throws IOException {
        Disk denying = new Disk() {
            @Override
            void before(String step, Path path) throws IOException {
                if (step.equals("write")) {
                    throw new AccessDeniedException(path.toString());
                }
            }
        };
        DiskStore store = DiskStore.open(folder, QUOTA, WALL, denying);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.commit(LINE, bytes("x"), Birth.at(SUNDAY)))
                .withMessageContaining("\"sunday-trend/line\" was not saved, and what was there stays")
                .withMessageContaining("fix:  give this user the right to read and write the folder");
        assertThat(store.keys("")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_real_disk_that_is_full_or_read_only_says_so_and_keeps_what_it_has(Ending ending)
            throws IOException, InterruptedException {
        Path mount = Files.createDirectory(folder.resolve("mount"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", mount.toString()))
                .as("this test needs the right to mount a small disk")
                .isTrue();
        try {
            DiskStore store = DiskStore.open(mount.resolve("store"), Quota.of(Plan.FREE));
            store.commit(LINE, bytes("old"), Birth.at(SUNDAY));
            int saved = 1;
            if (ending == Ending.FULL) {
                try {
                    for (; saved < 100; saved++) {
                        store.commit(LINE, new byte[100_000], Birth.at(SUNDAY));
                    }
                } catch (StoreException e) {
                    assertThat(e)
                            .hasMessageContaining("was not saved, and what was there stays")
                            .hasMessageContaining("fix:  free space on the disk, then save again");
                }
                assertThat(saved).isBetween(5, 11);
            } else {
                assertThat(run("mount", "-o", "remount,ro", mount.toString())).isTrue();
                assertThatExceptionOfType(StoreException.class)
                        .isThrownBy(() -> store.commit(LINE, bytes("new"), Birth.at(SUNDAY)))
                        .withMessageContaining("was not saved, and what was there stays")
                        .withMessageContaining("fix:  take a folder on a disk that can be written");
                assertThat(store.newest(LINE).orElseThrow().content()).isEqualTo(bytes("old"));
                assertThat(run("mount", "-o", "remount,rw", mount.toString())).isTrue();
            }
            DiskStore reopened = DiskStore.open(mount.resolve("store"), Quota.of(Plan.FREE));
            for (DiskStore one : List.of(store, reopened)) {
                assertThat(one.versions(LINE)).hasSize(saved);
                assertThat(StoreCheck.of(one, "").findings()).isEmpty();
            }
            assertThat(bytesOnDisk(mount.resolve("store/tmp"))).isZero();
            reopened.delete(LINE);
            reopened.commit(LINE, bytes("there is room again"), Birth.at(SUNDAY));
        } finally {
            run("umount", mount.toString());
        }
    }

    enum Ending {
        FULL,
        READ_ONLY
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
