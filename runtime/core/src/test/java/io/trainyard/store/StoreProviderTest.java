package io.trainyard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.trainyard.Plan;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoreProviderTest {

    private static final Quota QUOTA = Quota.of(Plan.FREE);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "file:", "FILE:", "file://"})
    void a_path_is_a_folder_on_the_disk(String start) {
        Path store = folder.resolve("models");

        StoreBackend opened = StoreProvider.at(start + store, QUOTA);

        assertThat(opened).isInstanceOf(DiskStore.class);
        assertThat(store).isDirectory();
        assertThat(opened.quota()).isEqualTo(QUOTA);
    }

    @Test
    void says_what_it_knows_of_a_location_that_it_does_not_and_keeps_secrets() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> StoreProvider.at("redis://me:secret@host/7?password=secret", QUOTA))
                .withMessage("""
                        the object store "redis://host/7" was not opened
                            why:  nothing here opens what begins so; known are a folder, file:
                            fix:  mend the location, or put the module of the back end on the class path
                            more: the javadoc of io.trainyard.store.StoreProvider""");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> StoreProvider.at(" ", QUOTA))
                .withMessageContaining("it is empty");
    }
}
