package io.trainyard.models.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.store.ModelCodecContract;
import io.trainyard.store.ModelEnvelope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** A small network that learns to multiply. */
final class TensorFlowCodecTest extends ModelCodecContract<TensorFlowModel> {

    @Override
    protected Class<TensorFlowModel> type() {
        return TensorFlowModel.class;
    }

    @Override
    protected String id() {
        return "tensorflow";
    }

    @Override
    protected TensorFlowModel train() {
        TensorFlowModel model = SmallNetwork.build();
        SmallNetwork.fit(model, 100);
        return model;
    }

    @Override
    protected Optional<TensorFlowModel> trainOn(TensorFlowModel model) {
        SmallNetwork.fit(model, 20);
        return Optional.of(model);
    }

    @Override
    protected double[] predict(TensorFlowModel model) {
        double[][] said = model.predict(SmallNetwork.rows(30));
        double[] predictions = new double[said.length];
        for (int row = 0; row < said.length; row++) {
            predictions[row] = said[row][0];
        }
        return predictions;
    }

    @Test
    void learns() {
        try (TensorFlowModel model = SmallNetwork.build()) {
            double before = SmallNetwork.fit(model, 1);

            assertThat(SmallNetwork.fit(model, 500)).isLessThan(before / 4);
        }
    }

    @Test
    void leaves_nothing_in_the_temporary_folder() throws Exception {
        TensorFlowCodec codec = new TensorFlowCodec();
        String[] before = ours();
        try (TensorFlowModel model = SmallNetwork.build()) {
            codec.read(codec.write(model), codec.version()).close();
            model.copy().close();
        }

        assertThat(ours()).containsExactly(before);
    }

    private static String[] ours() {
        String[] names = Path.of(System.getProperty("java.io.tmpdir"))
                .toFile()
                .list((folder, name) -> name.startsWith("trainyard-tensorflow-"));
        return names == null ? new String[0] : names;
    }

    @Test
    void a_copy_trains_while_the_original_stays() throws Exception {
        try (TensorFlowModel model = train();
                TensorFlowModel copy = model.copy()) {
            double[] before = predict(model);
            assertThat(predict(copy)).containsExactly(before);

            SmallNetwork.fit(copy, 5);

            assertThat(predict(model)).containsExactly(before);
            assertThat(predict(copy)).isNotEqualTo(before);
        }
    }

    @Test
    void what_was_read_is_stored_again(@TempDir Path folder) throws Exception {
        TensorFlowCodec codec = new TensorFlowCodec();
        try (TensorFlowModel model = train();
                TensorFlowModel again = codec.read(codec.write(model), 1);
                TensorFlowModel third = codec.read(codec.write(again), 1)) {
            assertThat(predict(third)).containsExactly(predict(model));
            assertThat(third.signatures()).containsExactly("serving_default", "train");
            third.export(folder);
        }
        try (SavedModelBundle bundle = SavedModelBundle.load(folder.toString())) {
            assertThat(bundle.signatures()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../escaped", "variables/../../escaped", "/tmp/escaped", ".", "variables/.."})
    void unpacks_nothing_beside_its_folder(String name) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(1);
        }
        byte[] bytes = new ModelEnvelope("tensorflow", "x", zip.toByteArray()).toBytes();
        String[] before = ours();

        assertThatThrownBy(() -> new TensorFlowCodec().read(bytes, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not inside a folder of its own");
        assertThat(ours()).containsExactly(before);
    }

    @Test
    void refuses_bytes_that_are_no_model() {
        byte[] bytes = new ModelEnvelope("tensorflow", "x", new byte[] {1, 2, 3}).toBytes();

        assertThatThrownBy(() -> new TensorFlowCodec().read(bytes, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no SavedModel");
    }

    @Test
    void says_which_signatures_and_inputs_there_are() {
        try (TensorFlowModel model = SmallNetwork.build()) {
            assertThatThrownBy(() -> model.run("fit", Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("it has no signature fit, but [serving_default, train]: call one of those");
            assertThatThrownBy(() -> model.run("train", Map.of("x", new double[1][2])))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("takes [x, y], and not [x]");
            assertThatThrownBy(() -> model.predict(new double[1][3]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("and not 1 rows of 3");
            assertThatThrownBy(() -> model.predict(new double[][] {{1, 2}, {3}}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no matrix");
        }
    }

    @Test
    void refuses_what_it_could_not_store(@TempDir Path folder) throws Exception {
        try (TensorFlowModel model = SmallNetwork.build()) {
            model.export(folder);
        }
        Files.createDirectories(folder.resolve("assets"));
        Files.writeString(folder.resolve("assets/words.txt"), "up\ndown\n");

        assertThatThrownBy(() -> TensorFlowModel.load(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it has assets, [words.txt]");
        assertThatThrownBy(() -> TensorFlowModel.build(tf -> {
                    tf.withName("speed").varHandleOp(TFloat32.class, Shape.scalar());
                    return List.of(
                            Signature.builder().output("y", tf.constant(1f)).build());
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the variable speed would not be saved");
        assertThatThrownBy(() -> TensorFlowModel.build(tf -> List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can be called by nobody");
    }
}
