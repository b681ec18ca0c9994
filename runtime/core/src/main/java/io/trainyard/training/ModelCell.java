package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The status of one stored model, as the host keeps it. Written by the host's thread, read by any. */
public final class ModelCell implements ModelStatus {

    private final String key;
    private volatile boolean ready;
    private volatile Snapshot snapshot = new Snapshot(ModelState.MISSING, null);

    /** A model that is {@link ModelState#MISSING} so far. */
    public ModelCell(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public ModelState state() {
        return snapshot.state;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public Optional<ModelVersion> version() {
        return Optional.ofNullable(snapshot.version);
    }

    /** Whether a version was committed after the one in place. One that comes back from an archive may have a lower number. */
    boolean isOlderThan(ModelVersion version) {
        ModelVersion inPlace = snapshot.version;
        return inPlace == null
                || version.number() > inPlace.number()
                || version.committedAt().isAfter(inPlace.committedAt());
    }

    /** Changes the state; the version that is in place stays the same. */
    void become(ModelState state) {
        become(state, snapshot.version);
    }

    /** Changes the state and says which version is in place. */
    void become(ModelState state, @Nullable ModelVersion version) {
        snapshot = new Snapshot(state, version);
        ready = state.isUsable();
    }

    private record Snapshot(ModelState state, @Nullable ModelVersion version) {}
}
