package io.trainyard.store;

/**
 * What a back end knows of a version without reading it; also there if the version is damaged.
 *
 * @param number its number
 * @param size bytes of its content
 * @param candidate whether it was kept, but not published
 * @param pinned whether it stays until it is unpinned
 */
public record VersionEntry(long number, long size, boolean candidate, boolean pinned) {}
