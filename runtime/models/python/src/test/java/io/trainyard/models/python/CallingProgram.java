package io.trainyard.models.python;

import java.util.concurrent.CountDownLatch;

/** The JVM that {@link OrphanTest} kills: says who its worker is, and has it do something without end. */
final class CallingProgram {

    private CallingProgram() {}

    /**
     * Runs until it is killed.
     *
     * @param args {@code idle}, or the function to call
     */
    public static void main(String[] args) throws InterruptedException {
        PythonScript script = PythonScript.resource(CallingProgram.class, "scales.py");
        try (PythonBridge python =
                PythonBridge.open(script, PythonEnvironment.standard().workers(1))) {
            System.out.println((long) python.call("pid", PythonInput.empty()).number());
            System.out.println("computing");
            if (args[0].equals("idle")) {
                new CountDownLatch(1).await();
            }
            python.call(args[0], PythonInput.empty());
        }
    }
}
