package io.trainyard.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trainyard.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What each codec of a library's models does, tried with a model that the library trains. Found as users find it: by
 * {@link java.util.ServiceLoader}, from the class of the model.
 *
 * @param <T> the class of the model, as a field would declare it
 */
public abstract class ModelCodecContract<T> {

    private static final ObjectKey KEY = ObjectKey.of("contract/model");
    private static final Instant NOW = Instant.parse("2024-03-10T12:00:00Z");
    private static final int SAVES = 20;
    private static final Quota ROOM = new Quota(1 << 30, 100);

    @TempDir
    Path folder;

    private final ObjectCodec codec = new ObjectCodec();

    /** The class of the model, as a field would declare it. */
    protected abstract Class<T> type();

    /** Trains a model, the same at each call. */
    protected abstract T train() throws Exception;

    /** Trains a model on; empty where the library cannot. */
    protected Optional<T> trainOn(T model) throws Exception {
        return Optional.empty();
    }

    /** What a model says to some inputs, the same at each call; from any thread. */
    protected abstract double[] predict(T model) throws Exception;

    /** Whether the library trains to the same bytes twice. */
    protected boolean repeatable() {
        return true;
    }

    /** The id of the codec that is to be found for the class. */
    protected abstract String id();

    @Test
    void is_found_for_its_class() throws Exception {
        assertThat(codec.form(train(), Format.AUTO)).startsWith(id() + "/");
    }

    /** A service file cannot tell the compiler, which sees the first of that name only. */
    @Test
    void tells_the_compiler_what_it_is_for() {
        ClassLoader loader = type().getClassLoader();
        for (ModelCodec<?> codec : ServiceLoader.load(ModelCodec.class, loader)) {
            if (codec.id().equals(id())) {
                assertThat(codec.types())
                        .isNotEmpty()
                        .allSatisfy(type -> assertThat(loader.getResource("io/trainyard/codecs/" + type.getName()))
                                .isNotNull());
            }
        }
    }

    @Test
    void predicts_to_the_same_bit_after_a_reload() throws Exception {
        T model = train();
        double[] before = predict(model);

        T again = reloaded(model);

        assertThat(again).isNotSameAs(model);
        assertThat(before).isNotEmpty();
        assertThat(Arrays.stream(before).distinct().count())
                .as("distinct predictions")
                .isGreaterThan(1);
        assertThat(bits(predict(again))).isEqualTo(bits(before));
        assertThat(bits(predict(model))).as("of the model that was saved").isEqualTo(bits(before));
    }

    @Test
    void predicts_to_the_same_bit_in_another_jvm() throws Exception {
        T model = train();
        save(DiskStore.open(folder, ROOM), model);

        Process jvm = new ProcessBuilder(Stream.concat(
                                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString()),
                                Stream.of(
                                        "-XX:+UseSerialGC",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Elsewhere.class.getName(),
                                        getClass().getName(),
                                        folder.toString()))
                        .toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(jvm.getInputStream().readAllBytes(), UTF_8);
        assertThat(jvm.waitFor()).isZero();

        assertThat(printed.strip().lines().reduce((first, last) -> last)).contains(bits(predict(model)));
    }

    @Test
    void trains_to_the_same_bytes_twice() throws Exception {
        assumeTrue(repeatable(), "skipped: this library does not train to the same bytes twice");

        assertThat(bytes(train())).isEqualTo(bytes(train()));
    }

    @Test
    void trains_on_alike_after_a_reload() throws Exception {
        T model = train();
        T again = reloaded(model);
        Optional<T> more = trainOn(model);
        assumeTrue(more.isPresent(), "skipped: this library does not train a model on");

        assertThat(bits(predict(trainOn(again).orElseThrow()))).isEqualTo(bits(predict(more.get())));
    }

    @Test
    void offers_the_version_before_where_a_byte_is_damaged() throws Exception {
        T model = train();
        DiskStore store = DiskStore.open(folder, ROOM);
        save(store, model);
        Set<Path> before = files();
        save(store, model);
        Set<Path> since = files();
        since.removeAll(before);
        damage(since, bytes(model));

        assertThatThrownBy(() -> store.newest(KEY)).isInstanceOf(DamagedObjectException.class);
        T first = codec.read(store.version(KEY, 1).orElseThrow(), ObjectType.of(type()), Format.AUTO);
        assertThat(bits(predict(first))).isEqualTo(bits(predict(model)));
    }

    private Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Flips one bit in the middle of the model, in the file that holds it. */
    private static void damage(Set<Path> files, byte[] model) throws IOException {
        String sought = new String(model, ISO_8859_1);
        int damaged = 0;
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            int at = new String(bytes, ISO_8859_1).indexOf(sought);
            if (at >= 0) {
                bytes[at + model.length / 2] ^= 1;
                Files.write(file, bytes);
                damaged++;
            }
        }
        assertThat(damaged).as("files that hold the new version").isEqualTo(1);
    }

    @Test
    void is_saved_while_another_thread_predicts() throws Exception {
        T model = train();
        String expected = bits(predict(model));
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try {
            CountDownLatch predicting = new CountDownLatch(1);
            Future<?> predictions = beside.submit(() -> {
                for (int i = 0; i < 10 * SAVES; i++) {
                    assertThat(bits(predict(model))).isEqualTo(expected);
                    predicting.countDown();
                }
                return null;
            });
            predicting.await();
            byte[] bytes = bytes(model);
            for (int i = 0; i < SAVES; i++) {
                assertThat(bytes(model)).isEqualTo(bytes);
            }
            predictions.get(5, TimeUnit.MINUTES);
        } finally {
            beside.shutdownNow();
        }
    }

    private byte[] bytes(T model) {
        return codec.write(model, ObjectType.of(type()), Format.AUTO);
    }

    private T reloaded(T model) throws IOException {
        MemoryStore store = new MemoryStore(ROOM);
        save(store, model);
        return codec.read(store.newest(KEY).orElseThrow(), ObjectType.of(type()), Format.AUTO);
    }

    private ModelVersion save(StoreBackend store, T model) {
        Birth birth = Birth.at(NOW).withCodec(codec.form(model, Format.AUTO));
        return store.commit(Commit.of(KEY, bytes(model), birth));
    }

    private static String bits(double[] values) {
        return DoubleStream.of(values)
                .mapToObj(value -> Long.toHexString(Double.doubleToRawLongBits(value)))
                .collect(Collectors.joining(" "));
    }

    /** The other JVM: reads the model that the store holds, and prints what it predicts. */
    static final class Elsewhere {

        private Elsewhere() {}

        /**
         * Prints predictions, bit for bit.
         *
         * @param args the class of the contract's test, and the folder of the store
         */
        public static void main(String[] args) throws Exception {
            var constructor = Class.forName(args[0]).getDeclaredConstructor();
            constructor.setAccessible(true);
            print((ModelCodecContract<?>) constructor.newInstance(), Path.of(args[1]));
        }

        private static <T> void print(ModelCodecContract<T> contract, Path folder) throws Exception {
            StoredObject stored = DiskStore.open(folder, ROOM).newest(KEY).orElseThrow();
            T model = new ObjectCodec().read(stored, ObjectType.of(contract.type()), Format.AUTO);
            System.out.println();
            System.out.println(bits(contract.predict(model)));
            System.out.flush();
            System.exit(0);
        }
    }
}
