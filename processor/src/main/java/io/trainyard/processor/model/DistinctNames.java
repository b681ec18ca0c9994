package io.trainyard.processor.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Gives each name out once: the second {@code fit} becomes {@code fit2}. */
public final class DistinctNames {

    private final Set<String> taken;
    private final Set<String> wanted;

    /**
     * Nothing given out so far.
     *
     * @param reserved names that are never given out
     * @param wanted names that will be claimed: none of them is made up for another one
     */
    public DistinctNames(Collection<String> reserved, Collection<String> wanted) {
        this.taken = new HashSet<>(reserved);
        this.wanted = Set.copyOf(new HashSet<>(wanted));
    }

    /** The name itself the first time, with a number that makes it different after that. */
    public String claim(String name) {
        if (taken.add(name)) {
            return name;
        }
        for (int number = 2; ; number++) {
            String candidate = name + number;
            if (!wanted.contains(candidate) && taken.add(candidate)) {
                return candidate;
            }
        }
    }
}
