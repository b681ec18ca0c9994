package io.trainyard.store;

final class MemoryStoreTest extends StoreBackendContract {

    @Override
    StoreBackend create(Quota quota) {
        return new MemoryStore(quota);
    }
}
