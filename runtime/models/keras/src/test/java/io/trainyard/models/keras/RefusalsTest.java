package io.trainyard.models.keras;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not taken over is said, and named. */
final class RefusalsTest {

    private static final String CONFIG = "config.json";
    private static final String WEIGHTS = "model.weights.h5";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            gru            | "reset_after": true             | "reset_after": false                     | GRU "gru" has reset_after=False
            gru            | "activation": "tanh"            | "activation": "relu"                     | GRU "gru" has activation="relu"
            gru            | "recurrent_activation": "sigmoid" | "recurrent_activation": "hard_sigmoid" | GRU "gru" has recurrent_activation="hard_sigmoid"
            gru            | "stateful": false               | "stateful": true                         | GRU "gru" has stateful=True
            gru            | "return_state": false           | "return_state": true                     | GRU "gru" has return_state=True
            gru            | "recurrent_dropout": 0.0        | "recurrent_dropout": 0.5                 | GRU "gru" has recurrent_dropout=0.5
            lstm           | "dropout": 0.0                  | "dropout": 0.25                          | LSTM "lstm" has dropout=0.25
            dense305       | "activation": "relu"            | "activation": "sparsemax"                | Dense "dense" has activation="sparsemax"
            dense305       | "activation": "relu"            | "activation": {"class_name": "mine"}     | Dense "dense" has activation={"class_name":"mine"}
            dense305       | "dtype": "float32", "units"     | "dtype": "float16", "units"              | Dense "dense" has dtype="float16"
            dense305       | "noise_shape": null             | "noise_shape": [1, 8]                    | Dropout "dropout" has noise_shape=[1,8]
            dense305       | "rate": 0.1                     | "rate": 0.1, "novelty": 3                | Dropout "dropout" has novelty=3
            dense305       | "units": 16                     | "units": -1                              | Dense "dense" has units=-1
            dense305       | "sparse": false                 | "sparse": true                           | InputLayer "input_layer" has sparse=True
            convolutions   | "data_format": "channels_last"  | "data_format": "channels_first"          | has data_format="channels_first"
            normalized     | "renorm": false                 | "renorm": true                           | BatchNormalization "batch_normalization_1" has renorm=True
            normalized     | "axis": -1                      | "axis": 1                                | has axis=1
            dense305       | "class_name": "Dropout"         | "class_name": "Lambda"                   | Lambda "dropout" is a Lambda layer
            dense305       | "class_name": "Dropout"         | "class_name": "Attention"                | Attention "dropout" cannot be taken over
            dense305       | {"module": "keras.layers", "class_name": "Dropout" | {"module": "mine", "class_name": "Dropout" | Dropout "dropout" is no layer of Keras, but of mine
            dense305       | "class_name": "Sequential"      | "class_name": "MyModel"                  | this model is a MyModel of keras
            dense305       | "class_name": "Dropout"         | "class_name": "Sequential"               | Sequential "dropout" is a model inside this model
            branches       | "kwargs": {}                    | "kwargs": {"training": true}             | is called with training=true
            branches       | "keras_history": ["a", 0, 0]    | "keras_history": ["z", 0, 0]             | "z" is used before it is there
            """)
    void what_is_not_taken_over_is_named(String golden, String words, String others, String said) throws Exception {
        byte[] file = Rewritten.golden(golden).saying(CONFIG, words, others).bytes();

        assertRefused(file, said);
    }

    @Test
    void the_shape_of_weights_is_compared_with_the_options() throws Exception {
        assertRefused(
                Rewritten.golden("dense305")
                        .saying(CONFIG, "\"units\": 16", "\"units\": 15")
                        .bytes(),
                "the kernel of Dense \"dense\" has the shape [8, 16]",
                "config.json calls for [8, 15]");
        assertRefused(
                Rewritten.golden("recurrent305")
                        .saying(CONFIG, "\"use_bias\": true", "\"use_bias\": false")
                        .bytes(),
                "LSTM \"lstm\" has 3 arrays of weights instead of 2");
    }

    @Test
    void weights_of_another_model_are_refused() throws Exception {
        assertRefused(
                Rewritten.golden("gru")
                        .with(WEIGHTS, Rewritten.golden("branches").part(WEIGHTS))
                        .bytes(),
                "GRU \"gru\" has 0 arrays of weights instead of 3");
        assertRefused(
                Rewritten.golden("step_normalized")
                        .saying(CONFIG, "\"name\": \"dense_", "\"name\": \"thick_")
                        .bytes(),
                "holds the weights of \"dense_");
    }

    @Test
    void a_layer_that_is_used_twice_is_refused() throws Exception {
        String use = "\"inbound_nodes\": [{";

        assertRefused(
                Rewritten.golden("branches")
                        .saying(CONFIG, use, "\"inbound_nodes\": [{}, {")
                        .bytes(),
                "is used at 2 places of the model",
                "give each place a layer of its own");
    }

    @Test
    void a_file_of_keras_2_is_told_apart() throws Exception {
        byte[] hdf = Rewritten.golden("dense305").part(WEIGHTS);

        assertRefused(hdf, "this is an HDF5 file (.h5), not a .keras file", "with Keras 3");
        assertRefused(
                Rewritten.golden("dense305")
                        .saying("metadata.json", "3.0.5", "2.15.0")
                        .bytes(),
                "was written by Keras 2.15.0");
    }

    @Test
    void a_damaged_file_is_told() throws Exception {
        byte[] whole = Golden.of("dense305").bytes();

        assertRefused("once upon a time".getBytes(UTF_8), "a .keras file is a zip archive, and this is none");
        assertRefused(new byte[0], "is damaged");
        assertRefused(Arrays.copyOf(whole, whole.length / 2), "its zip archive cannot be read");
        assertRefused(Rewritten.golden("dense305").without(CONFIG).bytes(), "there is no config.json in it");
        assertRefused(Rewritten.golden("dense305").without(WEIGHTS).bytes(), "there is no model.weights.h5 in it");
        assertRefused(
                Rewritten.golden("dense305").with(CONFIG, "[1,".getBytes(UTF_8)).bytes(), "config.json is no JSON");
        assertRefused(Rewritten.golden("dense305").with(WEIGHTS, new byte[64]).bytes(), "cannot be read as HDF5");
    }

    @Test
    void one_wrong_byte_anywhere_never_gives_another_error_than_ours() throws Exception {
        byte[] weights = Rewritten.golden("dense305").part(WEIGHTS);
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = weights.clone();
            // where HDF5 keeps its structure and not its numbers
            damaged[random.nextInt(6000)] ^= (byte) (1 << random.nextInt(8));
            byte[] file = Rewritten.golden("dense305").with(WEIGHTS, damaged).bytes();

            Throwable thrown = catchThrowable(() -> read(file));

            assertThat(thrown)
                    .satisfiesAnyOf(
                            none -> assertThat(none).isNull(),
                            ours -> assertThat(ours).isInstanceOf(KerasFileException.class));
        }
    }

    @Test
    void a_flipped_bit_fails_the_checksum_of_its_part() throws Exception {
        byte[] file = Golden.of("dense305").bytes();
        file[file.length / 2] ^= 1;

        assertRefused(file, "its zip archive cannot be read: invalid entry CRC");
    }

    @Test
    void what_only_steers_a_training_in_keras_is_left_behind() throws Exception {
        byte[] file = Rewritten.golden("dense305")
                .saying(CONFIG, "\"kernel_regularizer\": null", "\"kernel_regularizer\": {\"class_name\": \"L2\"}")
                .bytes();

        assertThatCode(() -> read(file)).doesNotThrowAnyException();
    }

    @Test
    void there_is_no_layer_of_another_name() throws Exception {
        try (KerasNetwork network = Golden.of("dense305").network()) {
            assertThatThrownBy(() -> network.layer("lstm"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("there is no layer \"lstm\", but [dense, dropout, dense_1]");
        }
    }

    private static void assertRefused(byte[] file, String... said) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(KerasFileException.class)
                .hasMessageContainingAll(said)
                .hasMessageContainingAll("\n    why:  ", "\n    fix:  ", "\n    more: runtime/models/keras/README.md");
    }

    private static void read(byte[] file) throws Exception {
        KerasNetwork.read(new ByteArrayInputStream(file), Golden.PYTORCH).close();
    }
}
