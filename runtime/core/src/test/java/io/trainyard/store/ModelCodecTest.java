package io.trainyard.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.trainyard.Format;
import io.trainyard.Plan;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ModelCodecTest {

    private static final ObjectKey KEY = ObjectKey.of("model");

    private final MemoryStore store = new MemoryStore(Quota.of(Plan.FREE));
    private final ObjectCodec codec =
            new ObjectCodec(new ModelCodecs(List.of(new Models(), new Forests(), new Broken())));

    /** No plain data: Jackson could not make one. */
    interface Model {
        String words();
    }

    static class Tree implements Model {
        private final Thread state;

        Tree(String words) {
            state = new Thread(words);
        }

        @Override
        public String words() {
            return state.getName();
        }
    }

    static final class Forest extends Tree {
        Forest(String words) {
            super(words);
        }
    }

    static final class Odd {}

    static class Models implements ModelCodec<Model> {
        @Override
        public String id() {
            return "models";
        }

        @Override
        public int version() {
            return 2;
        }

        @Override
        public Set<Class<? extends Model>> types() {
            return Set.of(Model.class);
        }

        @Override
        public byte[] write(Model value) {
            return ("2:" + value.words()).getBytes(UTF_8);
        }

        @Override
        public Model read(byte[] bytes, int version) throws IOException {
            String text = new String(bytes, UTF_8);
            return switch (version) {
                case 1 -> new Tree(text);
                case 2 -> new Tree(text.substring(2));
                default -> throw new IOException("models/" + version + " is of a later library");
            };
        }
    }

    static final class Forests extends Models {
        @Override
        public String id() {
            return "forests";
        }

        @Override
        public Set<Class<? extends Model>> types() {
            return Set.of(Forest.class);
        }

        @Override
        public Model read(byte[] bytes, int version) {
            return new Forest(new String(bytes, UTF_8).substring(2));
        }
    }

    static final class Broken implements ModelCodec<Odd> {
        @Override
        public String id() {
            return "broken";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Set<Class<? extends Odd>> types() {
            return Set.of(Odd.class);
        }

        @Override
        public byte[] write(Odd value) {
            return new byte[1];
        }

        @Override
        public Odd read(byte[] bytes, int version) throws IOException {
            throw new IOException("cannot be read back");
        }
    }

    private <T> T stored(Object value, ObjectType<T> type) {
        byte[] bytes = codec.write(value, type, Format.AUTO);
        store.commit(KEY, bytes, Birth.at(Instant.EPOCH).withCodec(codec.form(value, Format.AUTO)));
        return codec.read(store.newest(KEY).orElseThrow(), type, Format.AUTO);
    }

    @Test
    void the_codec_with_the_most_specific_type_wins() {
        ObjectType<Model> declared = ObjectType.of(Model.class);

        assertThat(stored(new Tree("oak"), declared)).isExactlyInstanceOf(Tree.class);
        assertThat(store.head(KEY).orElseThrow().birth().codec()).isEqualTo("models/2");
        assertThat(stored(new Forest("oaks"), declared))
                .isExactlyInstanceOf(Forest.class)
                .extracting(Model::words)
                .isEqualTo("oaks");
        assertThat(store.head(KEY).orElseThrow().birth().codec()).isEqualTo("forests/2");
    }

    @Test
    void a_version_is_read_in_the_form_that_it_was_written_in() {
        store.commit(KEY, "oak".getBytes(UTF_8), Birth.at(Instant.EPOCH).withCodec("models/1"));

        assertThat(codec.read(store.newest(KEY).orElseThrow(), ObjectType.of(Model.class), Format.AUTO)
                        .words())
                .isEqualTo("oak");
    }

    @Test
    void json_that_was_saved_before_there_was_a_codec_is_still_json() {
        store.commit(KEY, "[1,2]".getBytes(UTF_8), Birth.at(Instant.EPOCH).withCodec("json"));

        assertThat(codec.read(store.newest(KEY).orElseThrow(), new ObjectType<List<Integer>>() {}, Format.AUTO))
                .containsExactly(1, 2);
    }

    @Test
    void bytes_of_a_codec_that_is_not_there_say_which_one_it_was() {
        store.commit(KEY, new byte[1], Birth.at(Instant.EPOCH).withCodec("onnx/3"));

        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> codec.read(store.newest(KEY).orElseThrow(), ObjectType.of(Model.class), Format.AUTO))
                .withMessageContaining("written by the codec onnx/3, which is not on the class path");
        store.commit(KEY, new byte[1], Birth.at(Instant.EPOCH).withCodec("models/3"));
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> codec.read(store.newest(KEY).orElseThrow(), ObjectType.of(Model.class), Format.AUTO))
                .withMessageContaining("models/3 is of a later library");
    }

    @Test
    void what_does_not_come_back_or_has_no_codec_is_refused_at_save() {
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> codec.write(new Odd(), ObjectType.of(Odd.class), Format.AUTO))
                .withMessageContaining("cannot be stored by the codec broken");
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> new ObjectCodec(new ModelCodecs(List.of()))
                        .write(new Tree("oak"), ObjectType.of(Tree.class), Format.AUTO));
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> codec.write(new Tree("oak"), ObjectType.of(Forest.class), Format.AUTO));
    }

    @Test
    void two_codecs_for_one_type_or_with_one_id_are_refused() {
        ModelCodec<Model> twin = new Models() {
            @Override
            public String id() {
                return "twins";
            }
        };
        ObjectCodec torn = new ObjectCodec(new ModelCodecs(List.of(new Models(), twin)));

        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> torn.form(new Tree("oak"), Format.AUTO))
                .withMessageContaining("2 codecs");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> new ModelCodecs(List.of(new Models(), new Models())))
                .withMessageContaining("\"models\"");
    }

    @Test
    void codecs_of_the_class_path_are_found() {
        assertThat(ModelCodecs.found(String.class).byId("of-the-tests")).isPresent();
    }

    /** Named in META-INF/services. */
    public static final class OfTheTests implements ModelCodec<Odd> {
        @Override
        public String id() {
            return "of-the-tests";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Set<Class<? extends Odd>> types() {
            return Set.of();
        }

        @Override
        public byte[] write(Odd value) {
            return new byte[0];
        }

        @Override
        public Odd read(byte[] bytes, int version) {
            return new Odd();
        }
    }
}
