package io.trainyard.console.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes files that were not there, whole or not at all; never over one that was. */
final class NewFile {

    private NewFile() {}

    /** What writes the bytes. */
    @FunctionalInterface
    interface Writing<T> {
        T to(OutputStream out) throws IOException;
    }

    /**
     * Writes the file; if that fails, it is removed again.
     *
     * @throws StoreRefusal if there is something, or it cannot be written
     */
    static <T> T write(Path file, String more, Writing<T> writing) {
        try {
            OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            boolean whole = false;
            try (out) {
                T result = writing.to(out);
                out.flush();
                whole = true;
                return result;
            } finally {
                if (!whole) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (FileAlreadyExistsException e) {
            throw new StoreRefusal(
                    "nothing was written to " + file,
                    Files.isDirectory(file)
                            ? "it is a folder"
                            : "there is a file already, and nothing is written over it",
                    Files.isDirectory(file) ? "name a file in it" : "name another file, or remove that one first",
                    more);
        } catch (IOException e) {
            throw failed("nothing was written to " + file, e, more);
        }
    }

    static StoreRefusal failed(String what, IOException cause, String more) {
        return new StoreRefusal(
                what,
                cause.getClass().getSimpleName() + ": " + cause.getMessage(),
                "look after the file or its folder, then try again",
                more);
    }
}
