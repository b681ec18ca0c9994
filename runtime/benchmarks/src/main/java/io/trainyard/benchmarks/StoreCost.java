package io.trainyard.benchmarks;

import io.trainyard.store.Birth;
import io.trainyard.store.DiskStore;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.ObjectStore;
import io.trainyard.store.Quota;
import io.trainyard.time.ManualClock;
import io.trainyard.time.Stopwatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What durable saves and reads cost, beside plain files and two embedded databases, on one disk and in turns, so that a
 * machine whose speed drifts slows all of them; how a save depends on how many objects there are; and what it takes to
 * restore ten fields. Ratios are taken round by round.
 *
 * <p>Arguments: the folder (one of the system's), how many rounds (100), how many objects are many (100,000).
 */
final class StoreCost {

    private static final int[] SIZES = {1 << 10, 1 << 20, 50 << 20};
    static final int FIELDS = 10;

    private final Path folder;
    private final Stopwatch stopwatch = Stopwatch.system();
    private final Random random = new Random(1);

    private StoreCost(Path folder) {
        this.folder = folder;
    }

    /** A model as strategies have them. */
    record Line(double slope, double intercept, List<Double> residuals) {}

    public static void main(String... arguments) throws IOException {
        Path parent = Path.of(arguments.length > 0 ? arguments[0] : System.getProperty("java.io.tmpdir"));
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        int many = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100_000;
        Path folder = Files.createTempDirectory(Files.createDirectories(parent), "store-cost");
        try {
            StoreCost cost = new StoreCost(folder);
            cost.restore();
            cost.sizes(rounds);
            cost.counts(rounds, many);
        } finally {
            delete(folder);
        }
    }

    private void sizes(int rounds) throws IOException {
        for (int size : SIZES) {
            Map<String, StorePeers> peers = StorePeers.all(folder.resolve("size-" + size));
            Map<String, List<Double>> saves = new LinkedHashMap<>();
            Map<String, List<Double>> reads = new LinkedHashMap<>();
            int turns = size > 1 << 20 ? Math.max(5, rounds / 5) : rounds;
            int warmUp = size > 1 << 20 ? 3 : size > 1 << 10 ? 50 : 300;
            for (int round = -warmUp; round < turns; round++) {
                byte[] bytes = new byte[size];
                random.nextBytes(bytes);
                for (Map.Entry<String, StorePeers> peer : peers.entrySet()) {
                    note(saves, round, peer.getKey(), () -> peer.getValue().save("key", bytes));
                }
                for (Map.Entry<String, StorePeers> peer : peers.entrySet()) {
                    note(reads, round, peer.getKey(), () -> peer.getValue().read("key"));
                }
            }
            again(size, peers);
            peers.values().forEach(StorePeers::close);
            print("save of " + size + " bytes", saves);
            print("read of " + size + " bytes", reads);
        }
    }

    /** Reads again and again, as a strategy that asks for its model at each bar: by hundreds, to see past the clock. */
    private void again(int size, Map<String, StorePeers> peers) throws IOException {
        int times = size > 1 << 20 ? 1 : size > 1 << 10 ? 20 : 500;
        Map<String, List<Double>> reads = new LinkedHashMap<>();
        for (int round = -20; round < 50; round++) {
            for (Map.Entry<String, StorePeers> peer : peers.entrySet()) {
                note(reads, round, peer.getKey(), () -> {
                    for (int i = 0; i < times; i++) {
                        peer.getValue().read("key");
                    }
                });
            }
        }
        print(times + " reads of " + size + " bytes in a row", reads);
    }

    private void counts(int rounds, int many) throws IOException {
        DiskStore few = filled(100);
        DiskStore full = filled(many);
        Map<String, List<Double>> saves = new LinkedHashMap<>();
        byte[] bytes = new byte[1 << 10];
        for (int round = -3; round < 3 * rounds; round++) {
            random.nextBytes(bytes);
            ObjectKey key = ObjectKey.of("group-1/object-" + (round + 3) % 50);
            note(saves, round, "among 100 objects", () -> few.commit(key, bytes, Birth.at(Instant.EPOCH)));
            note(saves, round, "among " + many + " objects", () -> full.commit(key, bytes, Birth.at(Instant.EPOCH)));
        }
        print("save of 1024 bytes", saves);
    }

    private DiskStore filled(int objects) {
        DiskStore store = DiskStore.open(folder.resolve("filled-" + objects), new Quota(1L << 40, 1_000_000));
        for (int i = 0; i < objects; i++) {
            store.commit(
                    ObjectKey.of("group-" + i % 100 + "/object-" + i / 100), new byte[100], Birth.at(Instant.EPOCH));
        }
        return store;
    }

    private void restore() throws IOException {
        Path place = folder.resolve("restore");
        ManualClock clock = new ManualClock(Instant.EPOCH, ZoneOffset.UTC);
        if (Files.notExists(place)) {
            ObjectStore store = ObjectStore.newest(DiskStore.open(place, new Quota(1 << 30, 1_000)), clock);
            List<Double> residuals = random.doubles(250).boxed().toList();
            for (int i = 0; i < FIELDS; i++) {
                store.saveJson("strategy/field-" + i, new Line(i, 1, residuals));
            }
        }
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = -20; round < 200; round++) {
            note(times, round, "newest, of " + FIELDS + " fields", () -> readAll(place, clock, false));
            note(times, round, "as of, of " + FIELDS + " fields", () -> readAll(place, clock, true));
        }
        print("opening a store and restoring", times);
        Path plain = Files.createDirectories(folder.resolve("restore-plain"));
        ObjectStore store = ObjectStore.newest(DiskStore.open(place, new Quota(1 << 30, 1_000)), clock);
        for (int i = 0; i < FIELDS; i++) {
            Files.write(plain.resolve("field-" + i), store.readBytes("strategy/field-" + i));
        }
        Map<String, List<Double>> cold = new LinkedHashMap<>();
        for (int round = 0; round < 10; round++) {
            for (Map.Entry<String, Path> how : new TreeMap<>(Map.of("files", plain, "store", place)).entrySet()) {
                cold.computeIfAbsent(how.getKey(), name -> new ArrayList<>()).add(cold(how.getValue(), how.getKey()));
            }
        }
        print("restoring " + FIELDS + " fields in a process that has just begun", cold);
    }

    private static double cold(Path place, String how) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdRestore.class.getName(),
                        place.toString(),
                        how)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader()) {
            return Double.parseDouble(String.valueOf(out.readLine()));
        }
    }

    private static void readAll(Path place, ManualClock clock, boolean asOf) {
        DiskStore backend = DiskStore.open(place, new Quota(1 << 30, 1_000));
        ObjectStore store = asOf ? ObjectStore.asOf(backend, clock) : ObjectStore.newest(backend, clock);
        for (int i = 0; i < FIELDS; i++) {
            store.readJson("strategy/field-" + i, Line.class);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private void note(Map<String, List<Double>> times, int round, String who, Work work) throws IOException {
        long before = stopwatch.elapsed().toNanos();
        work.run();
        double millis = (stopwatch.elapsed().toNanos() - before) / 1e6;
        if (round >= 0) {
            times.computeIfAbsent(who, name -> new ArrayList<>()).add(millis);
        }
    }

    private static void print(String what, Map<String, List<Double>> times) {
        List<Double> limit = times.values().iterator().next();
        System.out.println(
                what + ", milliseconds: median (tenth, nine tenths), and round by round of the first: median");
        times.forEach((who, taken) -> {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < taken.size(); i++) {
                ratios.add(taken.get(i) / limit.get(i));
            }
            System.out.printf(
                    Locale.ROOT,
                    "  %-34s %9.3f (%.3f, %.3f)   %5.2f, of the tenths %5.2f%n",
                    who,
                    part(taken, 0.5),
                    part(taken, 0.1),
                    part(taken, 0.9),
                    part(ratios, 0.5),
                    part(taken, 0.1) / part(limit, 0.1));
        });
    }

    private static double part(List<Double> values, double quantile) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(quantile * (sorted.size() - 1))));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
