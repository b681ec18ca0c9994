package io.trainyard.feeds;

/**
 * What a feed has seen since it was started.
 *
 * @param connections how often a connection was opened
 * @param bars bars that became part of a slice
 * @param slices slices that were handed to the sink
 * @param duplicates bars that were dropped since they had been there already
 * @param late bars that were dropped since a later one of their symbol, or their slice, had been there already
 * @param unwanted bars that were dropped since nobody subscribed to their symbol
 * @param bad messages that could not be understood
 */
public record FeedCounts(
        long connections, long bars, long slices, long duplicates, long late, long unwanted, long bad) {}
