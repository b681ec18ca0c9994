package io.trainyard.market.data;

import io.trainyard.market.MarketDataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads files whole. */
final class MarketFiles {

    private MarketFiles() {}

    /**
     * The first CSV file in a zip file, values separated by commas.
     *
     * @throws MarketDataException if it cannot be read or has no CSV file
     */
    static LineScanner unzip(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry csv = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".csv"))
                    .findFirst()
                    .orElseThrow(() -> new MarketDataException(
                            file + " cannot be read", "it has no CSV file in it", "replace it with a good copy"));
            try (InputStream in = zip.getInputStream(csv)) {
                return new LineScanner(file + ", entry " + csv.getName(), in.readAllBytes(), ',');
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * The bytes of a file.
     *
     * @throws MarketDataException if it cannot be read
     */
    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static MarketDataException unreadable(Path file, IOException e) {
        return new MarketDataException(
                file + " cannot be read: " + e.getMessage() + ".\n    fix:  replace it with a good copy", e);
    }
}
