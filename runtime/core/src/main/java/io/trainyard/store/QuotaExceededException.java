package io.trainyard.store;

import io.trainyard.Plan;
import java.util.Arrays;
import java.util.Locale;

/** A value does not fit into the quota. Nothing was saved, and what was saved before under the key stays. */
public final class QuotaExceededException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final transient Quota quota;
    private final transient Usage usage;

    /**
     * For back ends.
     *
     * @param replaced bytes of the current value, -1 if there is none
     */
    public QuotaExceededException(Commit commit, long replaced, Quota quota, Usage usage) {
        super(message(commit, replaced, quota, usage));
        this.quota = quota;
        this.usage = usage;
    }

    /** What may be stored. */
    public Quota quota() {
        return quota;
    }

    /** What was stored when the value was refused. */
    public Usage usage() {
        return usage;
    }

    private static String message(Commit commit, long replaced, Quota quota, Usage usage) {
        long size = commit.content().length;
        String asked = String.format(Locale.ROOT, "%,d bytes ", size)
                + (commit.candidate()
                        ? "as a candidate"
                        : replaced < 0 ? "in a new object" : String.format(Locale.ROOT, "in place of %,d", replaced));
        return "asked: " + asked + ", \"" + commit.key()
                + "\", for which the object store has no room; what was there stays"
                + "\n    limit: " + quota
                + String.format(Locale.ROOT, "\n    used:  %,d bytes in %,d objects", usage.bytes(), usage.objects())
                + (usage.pinnedBytes() == 0
                        ? ""
                        : String.format(Locale.ROOT, ", and %,d bytes of pinned history", usage.pinnedBytes()))
                + "\n    fix:   delete what is no longer needed, "
                + (usage.pinnedBytes() == 0 ? "" : "unpin, ")
                + "save less, or " + larger(quota, usage, size);
    }

    private static String larger(Quota quota, Usage usage, long size) {
        return Arrays.stream(Plan.values())
                .filter(plan -> plan.maxBytes() > quota.maxBytes() || plan.maxObjects() > quota.maxObjects())
                .filter(plan -> plan.maxBytes() >= usage.bytes() + usage.pinnedBytes() + size
                        && plan.maxObjects() > usage.objects())
                .findFirst()
                .map(plan -> "take Plan." + plan + " (" + Quota.of(plan) + ")")
                .orElse("give the store a larger Quota");
    }
}
