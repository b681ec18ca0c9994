package io.trainyard.models.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PicklingTest {

    private static final PythonScript PICKLES = PythonScript.resource(PicklingTest.class, "pickles.py");
    private static final PythonInput X = PythonInput.empty().vector("x", 1, 2, 6);

    @TempDir
    Path folder;

    private PythonEnvironment plain;

    @BeforeEach
    void find() {
        plain = Pythons.plain();
    }

    @Test
    void stores_no_pickle_where_nothing_is_said() {
        try (PythonBridge python = PythonBridge.open(PICKLES, plain)) {
            assertThatThrownBy(() -> python.train(X))
                    .isInstanceOf(PythonModelException.class)
                    .hasMessageContaining("a trainyard_script.Mean, would be stored as a Python pickle")
                    .hasMessageContaining("define dump(model) and load(data)");
        }
    }

    @Test
    void stores_a_pickle_and_loads_it_in_another_worker() {
        PythonModel model = trained(X);

        try (PythonBridge other = PythonBridge.open(PICKLES, allowing())) {
            assertThat(model.isPickled()).isTrue();
            assertThat(other.call("predict", model, PythonInput.empty()).number())
                    .isEqualTo(3);
        }
    }

    private PythonModel trained(PythonInput input) {
        try (PythonBridge python = PythonBridge.open(PICKLES, allowing())) {
            return python.train(input);
        }
    }

    private PythonEnvironment allowing() {
        return plain.pickling(Pickling.signed(folder.resolve("key"), "collections"));
    }

    @Test
    void loads_no_pickle_of_another_installation() {
        PythonModel model = trained(X);
        PythonEnvironment another = plain.pickling(Pickling.signed(folder.resolve("another-key")));

        try (PythonBridge python = PythonBridge.open(PICKLES, another)) {
            assertThatThrownBy(() -> python.call("predict", model, PythonInput.empty()))
                    .isInstanceOf(PythonModelException.class)
                    .hasMessageContaining("the signature of the model does not hold");
        }
    }

    @Test
    void loads_no_pickle_that_was_changed() throws Exception {
        PythonModelCodec codec = new PythonModelCodec();
        byte[] bytes = codec.write(trained(X));
        bytes[bytes.length - 3] ^= 1;
        PythonModel changed = codec.read(bytes, 1);

        try (PythonBridge python = PythonBridge.open(PICKLES, allowing())) {
            assertThatThrownBy(() -> python.call("predict", changed, PythonInput.empty()))
                    .isInstanceOf(PythonModelException.class)
                    .hasMessageContaining("its bytes were changed");
        }
    }

    @Test
    void loads_no_class_of_a_package_that_was_not_named() {
        PythonModel trap = trained(X.flag("trap", true));

        try (PythonBridge python = PythonBridge.open(PICKLES, allowing())) {
            assertThatThrownBy(() -> python.call("predict", trap, PythonInput.empty()))
                    .isInstanceOf(PythonModelException.class)
                    .hasMessageContaining("posix.getpid is in no package that may be loaded from a pickle");
        }
    }

    @Test
    void makes_a_key_for_its_owner_alone() throws Exception {
        Path key = folder.resolve("deep/key");

        Pickling first = Pickling.signed(key);
        Pickling second = Pickling.signed(key);

        assertThat(Files.size(key)).isEqualTo(32);
        assertThat(second.holds(first.sign(new byte[] {1}), new byte[] {1})).isTrue();
        if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(Files.getPosixFilePermissions(key))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    @Test
    void refuses_a_key_file_that_holds_no_key() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "secret");

        assertThatThrownBy(() -> Pickling.signed(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds 6 bytes, a key has 32");
    }
}
