package io.trainyard.stores.jdbc;

import io.trainyard.store.Quota;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoreBackendContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What every back end does, with the bytes in a place outside. */
final class OutsideContractTest extends StoreBackendContract {

    private static TestDatabase database;

    @BeforeAll
    static void createDatabase() throws SQLException {
        database = TestDatabase.create();
    }

    @AfterAll
    static void dropDatabase() throws SQLException {
        if (database != null) {
            database.close();
        }
    }

    @Override
    protected StoreBackend create(Quota quota) {
        return JdbcStore.open(database.pool(), TestDatabase.project(), new ContentsInMemory(), quota, WALL);
    }
}
