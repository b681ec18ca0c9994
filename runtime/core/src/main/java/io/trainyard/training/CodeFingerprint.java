package io.trainyard.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells one state of a strategy's code from another: SHA-256 over the class files of the strategy class and of every class that
 * is nested in it, records, lambdas, local and anonymous classes included. It changes with each compilation that comes to
 * other bytes, be it only for other line numbers. It does <em>not</em> cover what the class calls or extends elsewhere: super
 * classes, other classes of the project, libraries, Trainyard itself, the Java platform.
 */
public final class CodeFingerprint {

    private static final ClassValue<Optional<String>> KNOWN = new ClassValue<>() {
        @Override
        protected Optional<String> computeValue(Class<?> type) {
            return compute(type);
        }
    };

    private CodeFingerprint() {}

    /**
     * The fingerprint of a class as it was loaded, computed once: 64 lower-case hexadecimal digits; empty where its class
     * loader does not give out class files.
     */
    public static Optional<String> of(Class<?> strategy) {
        return KNOWN.get(strategy);
    }

    private static Optional<String> compute(Class<?> type) {
        if (type.isHidden()) {
            return Optional.empty();
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Class<?> part : parts(type)) {
                byte[] bytes = classFile(part);
                digest.update((part.getName() + ' ' + bytes.length + '\n').getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (IOException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** The class and what is nested in it, of all that share its outermost class. */
    private static List<Class<?>> parts(Class<?> type) {
        return Stream.<Class<?>>of(type.getNestMembers())
                .filter(one -> one == type || one.getName().startsWith(type.getName() + '$'))
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    private static byte[] classFile(Class<?> type) throws IOException {
        String name = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("there is no class file of " + type.getName());
            }
            return in.readAllBytes();
        }
    }
}
