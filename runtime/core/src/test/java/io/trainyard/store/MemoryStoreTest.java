package io.trainyard.store;

final class MemoryStoreTest extends StoreBackendContract {

    @Override
    protected StoreBackend create(Quota quota) {
        return new MemoryStore(quota, WALL);
    }
}
