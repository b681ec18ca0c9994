package io.trainyard.models.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Leave to store models as Python pickles, whose loading runs code. Two things stand between that and a stranger's bytes: a
 * pickle is signed when it is made (HMAC-SHA256, with a key that this installation keeps outside its store) and is loaded only
 * if the signature holds; and it may name classes of the packages given only.
 */
public final class Pickling {

    private static final int KEY_BYTES = 32;

    private final byte[] key;
    private final List<String> packages;

    private Pickling(byte[] key, List<String> packages) {
        this.key = key;
        this.packages = packages;
    }

    /**
     * With the key in a file, which is made with a random key and for its owner's eyes only if there is none.
     *
     * @param keyFile 32 bytes; whoever can read it can make pickles that this installation loads
     * @param packages such as {@code sklearn} and {@code numpy}; those inside them are included, and so is the script itself
     * @throws UncheckedIOException if it can be neither read nor made
     * @throws IllegalArgumentException if the file holds no key
     */
    public static Pickling signed(Path keyFile, String... packages) {
        try {
            if (!Files.exists(keyFile)) {
                make(keyFile);
            }
            byte[] key = Files.readAllBytes(keyFile);
            if (key.length != KEY_BYTES) {
                throw new IllegalArgumentException(keyFile + " holds " + key.length + " bytes, a key has " + KEY_BYTES
                        + ": name another file, or move this one away and train again");
            }
            return new Pickling(key, List.of(packages));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or make the key file " + keyFile, e);
        }
    }

    private static void make(Path keyFile) throws IOException {
        Path folder = keyFile.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path draft = Files.createTempFile(folder, ".key", "");
        try {
            if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            Files.write(draft, key);
            // whole or not at all, and the first of two processes wins
            Files.createLink(keyFile, draft);
        } catch (FileAlreadyExistsException e) {
            // another process was first: its key is the key
        } catch (UnsupportedOperationException e) {
            Files.move(draft, keyFile, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    List<String> packages() {
        return packages;
    }

    byte[] sign(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("each JDK has HmacSHA256", e);
        }
    }

    boolean holds(byte[] signature, byte[] bytes) {
        return MessageDigest.isEqual(signature, sign(bytes));
    }
}
