package io.trainyard.training.ledger;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks through a ledger's files, no further than the question asks: lines that do not matter are checked, and not parsed. */
final class LedgerReading {

    private final Path folder;
    private final SegmentFolder segments;

    LedgerReading(Path folder, SegmentFolder segments) {
        this.folder = folder;
        this.segments = segments;
    }

    void all(Consumer<LedgerEntry> reader) {
        try {
            segments.readAll(EntryFilter.ALL, reader);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    Activations activations(String strategy) {
        ActivationsReader reader = new ActivationsReader(strategy);
        try {
            segments.readAll(EntryFilter.activations(strategy), reader::read);
        } catch (IOException e) {
            throw failed(e);
        }
        return reader.activations();
    }

    /** From the newest segment back to the one that answers. */
    Optional<Activation> liveAt(String strategy, String key, Instant at) {
        EntryFilter filter = EntryFilter.activations(strategy);
        try {
            List<String> names = segments.names();
            ActivationsReader later = null;
            for (int i = names.size() - 1; i >= 0; i--) {
                ActivationsReader reader = read(names.get(i), strategy, filter);
                if (reader == null) {
                    break;
                }
                reader.followedBy(later);
                Optional<Activation> found = reader.activations().liveAt(key, at);
                if (found.isPresent()) {
                    return found;
                }
                later = reader;
            }
            return Optional.empty();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The activations in one segment; null if a retention has dropped it, and all before it, meanwhile. */
    private @Nullable ActivationsReader read(String name, String strategy, EntryFilter filter) throws IOException {
        ActivationsReader reader = new ActivationsReader(strategy);
        try {
            segments.refuseDamage(name, segments.read(name, filter, reader::read));
            return reader;
        } catch (NoSuchFileException | FileNotFoundException e) {
            return null;
        }
    }

    private LedgerException failed(IOException e) {
        return LedgerException.ofDisk("read", folder, e);
    }
}
