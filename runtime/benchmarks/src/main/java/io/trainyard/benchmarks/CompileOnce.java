package io.trainyard.benchmarks;

import java.time.Duration;
import javax.tools.ToolProvider;

/** Runs the compiler once in a process of its own and prints the processor time that the process took. */
final class CompileOnce {

    private CompileOnce() {}

    public static void main(String... arguments) {
        int code = ToolProvider.getSystemJavaCompiler().run(null, System.out, System.err, arguments);
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        System.out.println("cpu " + cpu.toMillis());
        System.exit(code);
    }
}
