package io.trainyard.store;

/** What a strategy keeps beyond its run: text, bytes, JSON and XML under keys. */
public final class ObjectStore {

    private ObjectStore() {}
}
