package io.trainyard.stores.jdbc;

import io.trainyard.store.Commit;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.Quota;
import io.trainyard.store.QuotaExceededException;
import io.trainyard.store.Usage;
import java.time.Instant;
import java.util.Optional;

/**
 * How project and key stand before a commit.
 *
 * @param usage of the project
 * @param commits how many the project had
 * @param there the highest number of a version of the key, 0 if it has none
 * @param given the highest number that the key ever gave, 0 if it never gave one
 * @param current the current version of the key
 */
record Standing(Usage usage, long commits, long there, long given, Optional<Current> current) {

    /** The current version of a key. */
    record Current(long number, long size, boolean pinned) {}

    /** What the commit becomes. */
    ModelVersion becomes(Commit commit, Instant now) {
        return commit.becomes(current.map(Current::number).orElse(0L), there, given, now);
    }

    /** The version that the commit moves into history. */
    Optional<Current> replacedBy(Commit commit) {
        return commit.candidate() ? Optional.empty() : current;
    }

    /**
     * How many bytes of history must go to make room. A store that is over its quota already, because the quota was
     * lowered, takes what makes it no fuller.
     *
     * @throws QuotaExceededException if it does not fit even without any history that may go
     */
    long over(Commit commit, Quota quota) {
        long size = commit.content().length;
        long freed = replacedBy(commit)
                .filter(before -> !before.pinned())
                .map(Current::size)
                .orElse(0L);
        long stays = usage.bytes() + usage.pinnedBytes();
        long added = size - freed;
        boolean tooMany = there == 0 && usage.objects() >= quota.maxObjects();
        boolean tooLarge = stays + added > quota.maxBytes() && added > 0;
        if (tooMany || tooLarge) {
            throw new QuotaExceededException(commit, current.map(Current::size).orElse(-1L), quota, usage);
        }
        return usage.bytes() + usage.historyBytes() + size - Math.max(quota.maxBytes(), stays + added);
    }

    /** The usage once the version is there and nothing was dropped yet. */
    Usage with(ModelVersion version, Commit commit) {
        long bytes = usage.bytes();
        long historyBytes = usage.historyBytes();
        int historyVersions = usage.historyVersions();
        long pinnedBytes = usage.pinnedBytes();
        Optional<Current> replaced = replacedBy(commit);
        if (replaced.isPresent()) {
            bytes -= replaced.get().size();
            historyBytes += replaced.get().size();
            historyVersions++;
            pinnedBytes += replaced.get().pinned() ? replaced.get().size() : 0;
        }
        if (version.candidate()) {
            historyBytes += version.size();
            historyVersions++;
            pinnedBytes += version.pinned() ? version.size() : 0;
        } else {
            bytes += version.size();
        }
        return new Usage(bytes, usage.objects() + (there == 0 ? 1 : 0), historyBytes, historyVersions, pinnedBytes);
    }
}
