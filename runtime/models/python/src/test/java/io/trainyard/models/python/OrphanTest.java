package io.trainyard.models.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrphanTest {

    @ParameterizedTest
    @ValueSource(strings = {"idle", "spins"})
    void leaves_no_worker_behind_when_the_jvm_is_killed(String doing) throws Exception {
        Pythons.plain();
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CallingProgram.class.getName(),
                        doing)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            Optional<ProcessHandle> worker = ProcessHandle.of(Long.parseLong(out.readLine()));
            assertThat(out.readLine()).isEqualTo("computing");

            jvm.destroyForcibly().waitFor();

            if (worker.isPresent()) {
                assertThat(worker.get().onExit().thenApply(ended -> "ended").get(60, TimeUnit.SECONDS))
                        .isEqualTo("ended");
            }
        } finally {
            jvm.destroyForcibly();
        }
    }
}
