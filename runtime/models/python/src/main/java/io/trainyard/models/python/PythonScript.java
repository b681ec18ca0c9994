package io.trainyard.models.python;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A Python program whose functions a {@link PythonBridge} calls. It runs once in each worker, as a module
 * {@code trainyard_script}; what it defines is called with arguments by name:
 *
 * <pre>
 * import trainyard
 * from sklearn.linear_model import Ridge
 *
 * def train(x, y, alpha):
 *     model = Ridge(alpha=alpha).fit(x, y)
 *     trainyard.metric("r2", model.score(x, y))
 *     return model
 *
 * def predict(model, x):
 *     return model.predict(x)
 * </pre>
 *
 * <p>Arrays come as numpy arrays of float64, or as {@code array('d')} (a matrix as a list of rows) where there is no numpy.
 * {@code trainyard.progress(fraction, text)}, {@code trainyard.metric(name, value)} and
 * {@code trainyard.parameter(name, value)} reach the training that waits. {@code dump(model)} and {@code load(data)} say how a
 * model becomes bytes and back; a script without them needs {@link PythonEnvironment#pickling}.
 *
 * @param name how tracebacks call it
 * @param source its text
 * @param packages what it cannot do without, as {@code import} names them; looked for before anything runs
 */
public record PythonScript(String name, String source, List<String> packages) {

    /** Copies the list. */
    public PythonScript {
        packages = List.copyOf(packages);
    }

    /**
     * A script among the resources of a class.
     *
     * @param name of the resource, relative to the class's package
     * @throws IllegalArgumentException if there is none
     */
    public static PythonScript resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no resource " + name + " beside " + owner.getName()
                        + ": put it into src/main/resources/"
                        + owner.getPackageName().replace('.', '/'));
            }
            return new PythonScript(name, new String(in.readAllBytes(), StandardCharsets.UTF_8), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the script " + name, e);
        }
    }

    /**
     * A script in a file.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static PythonScript file(Path file) {
        try {
            return new PythonScript(String.valueOf(file.getFileName()), Files.readString(file), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the script " + file, e);
        }
    }

    /** The same, which cannot do without these packages. */
    public PythonScript requires(String... names) {
        return new PythonScript(name, source, List.of(names));
    }

    /** SHA-256 of its text, in hexadecimal digits. */
    public String sha256() {
        return sha256(source.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has SHA-256", e);
        }
    }
}
