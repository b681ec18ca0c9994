package io.trainyard.market.data;

import io.trainyard.market.MarketDataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A text read from the first CSV file of a zip file, with where it came from. */
record ZippedText(String source, byte[] bytes) {

    /**
     * Reads a zip file.
     *
     * @throws MarketDataException if it cannot be read or has no CSV file
     */
    static ZippedText of(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry csv = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".csv"))
                    .findFirst()
                    .orElseThrow(() -> new MarketDataException(
                            file + " cannot be read", "it has no CSV file in it", "replace it with a good copy"));
            try (InputStream in = zip.getInputStream(csv)) {
                return new ZippedText(file + ", entry " + csv.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Reads a file that is not zipped.
     *
     * @throws MarketDataException if it cannot be read
     */
    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    LineScanner lines(char separator) {
        return new LineScanner(source, bytes, separator);
    }

    private static MarketDataException unreadable(Path file, IOException e) {
        return new MarketDataException(
                file + " cannot be read: " + e.getMessage() + ".\n    fix:  replace it with a good copy", e);
    }
}
