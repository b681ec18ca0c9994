package io.trainyard.training;

import io.trainyard.store.Commit;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoredObject;
import io.trainyard.store.VersionConflictException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What saving a model came to.
 *
 * @param version the version; a candidate if it was refused
 * @param champion what it was compared with; null if there was nothing, or no gate
 * @param refusal why it was not promoted, null if it was
 */
record Promotion(
        ModelVersion version,
        @Nullable ModelVersion champion,
        @Nullable String refusal) {

    /**
     * Saves a model as the current version, or as a candidate. Between the look at the champion and the save no other save
     * can come: then the store refuses, and the look is taken again.
     *
     * @param asOf the market time whose champion counts where the store may hold later ones; null for the current one
     */
    static Promotion of(StoreBackend store, Commit commit, PromotionGate gate, @Nullable Instant asOf) {
        if (gate instanceof PromotionGate.Open) {
            return new Promotion(store.commit(commit), null, null);
        }
        while (true) {
            Optional<ModelVersion> head = store.head(commit.key());
            ModelVersion champion = champion(store, commit.key(), head, asOf);
            String refusal = gate.refusal(
                            commit.birth().metrics(),
                            champion == null ? null : champion.birth().metrics())
                    .orElse(null);
            Commit careful = commit.expecting(head.map(ModelVersion::number).orElse(0L));
            try {
                ModelVersion version = store.commit(refusal == null ? careful : careful.asCandidate());
                return new Promotion(version, champion, refusal);
            } catch (VersionConflictException another) {
                // compared with a champion that is none any more
            }
        }
    }

    private static @Nullable ModelVersion champion(
            StoreBackend store, ObjectKey key, Optional<ModelVersion> head, @Nullable Instant asOf) {
        if (asOf == null || head.isEmpty() || !head.get().savedAt().isAfter(asOf)) {
            return head.orElse(null);
        }
        return store.asOf(key, asOf).map(StoredObject::version).orElse(null);
    }
}
