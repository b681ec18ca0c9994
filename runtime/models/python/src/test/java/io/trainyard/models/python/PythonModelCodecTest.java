package io.trainyard.models.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.store.ModelCodec;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class PythonModelCodecTest {

    private static final PythonModel MODEL = new PythonModel(
            true, "5c21", "3.11.2", Map.of("sklearn", "1.2.1", "numpy", "1.24.2"), new byte[] {1, 2, 3}, new byte[] {9
            });
    private final PythonModelCodec codec = new PythonModelCodec();

    @Test
    void gives_back_what_it_wrote() throws Exception {
        PythonModel back = codec.read(codec.write(MODEL), 1);

        assertThat(back).isEqualTo(MODEL).hasSameHashCodeAs(MODEL);
        assertThat(back.versions()).isEqualTo(MODEL.versions());
        assertThat(back.python()).isEqualTo("3.11.2");
        assertThat(codec.write(back)).isEqualTo(codec.write(MODEL));
    }

    @Test
    void reads_nothing_that_is_cut_short_or_goes_on() throws Exception {
        byte[] bytes = codec.write(MODEL);

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> codec.read(cut, 1)).isInstanceOf(IOException.class);
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> codec.read(longer, 1)).hasMessage("1 bytes follow the model");
    }

    @Test
    void refuses_forms_of_later_versions() {
        assertThatThrownBy(() -> codec.read(new byte[0], 2)).hasMessageContaining("form 2");
    }

    @Test
    void is_found_by_the_store() {
        assertThat(ServiceLoader.load(ModelCodec.class))
                .anyMatch(found -> found.id().equals("python") && found.types().contains(PythonModel.class));
    }
}
