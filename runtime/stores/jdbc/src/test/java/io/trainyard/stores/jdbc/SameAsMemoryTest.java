package io.trainyard.stores.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.store.Birth;
import io.trainyard.store.Commit;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.store.QuotaExceededException;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoreException;
import io.trainyard.store.VersionEntry;
import io.trainyard.time.WallClock;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Does what the store in memory does, whatever comes, with little room. */
final class SameAsMemoryTest {

    private static final Quota QUOTA = new Quota(100, 5);
    private static final WallClock WALL = () -> Instant.EPOCH;

    private TestDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.create();
    }

    @AfterEach
    void close() throws SQLException {
        if (database != null) {
            database.close();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void after_each_of_many_steps(long seed) {
        Random random = new Random(seed);
        StoreBackend memory = new MemoryStore(QUOTA, WALL);
        StoreBackend jdbc = JdbcStore.open(database.pool(), "seed " + seed, QUOTA, WALL);
        for (int number = 0; number < 250; number++) {
            Step step = step(random);

            assertThat(outcome(step, jdbc)).as("step %d", number).isEqualTo(outcome(step, memory));

            assertThat(jdbc.usage()).as("step %d", number).isEqualTo(memory.usage());
            assertThat(jdbc.keys("")).isEqualTo(memory.keys(""));
            for (ObjectKey key : memory.keys("")) {
                assertThat(jdbc.list(key)).as("step %d", number).isEqualTo(memory.list(key));
                assertThat(jdbc.highest(key)).isEqualTo(memory.highest(key));
                assertThat(jdbc.head(key).map(ModelVersion::sha256))
                        .isEqualTo(memory.head(key).map(ModelVersion::sha256));
            }
        }
    }

    private interface Step {
        Object on(StoreBackend store);
    }

    private static Step step(Random random) {
        ObjectKey key = ObjectKey.of("k" + random.nextInt(7));
        int position = random.nextInt(4);
        int kind = random.nextInt(10);
        if (kind == 0) {
            boolean pinned = random.nextInt(3) == 0;
            return store -> store.pin(key, number(store, key, position), pinned);
        }
        if (kind == 1) {
            return store -> store.delete(key);
        }
        if (kind == 2) {
            return store -> store.delete(key, Set.of(number(store, key, position)));
        }
        byte[] content = new byte[random.nextInt(40)];
        random.nextBytes(content);
        boolean candidate = random.nextInt(4) == 0;
        boolean conditional = random.nextInt(3) == 0;
        return store -> {
            Commit commit = Commit.of(key, content, Birth.at(Instant.EPOCH));
            Commit chosen = candidate ? commit.asCandidate() : commit;
            ModelVersion version = store.commit(conditional ? chosen.expecting(number(store, key, position)) : chosen);
            return version.sha256() + version.candidate();
        };
    }

    /** That of the version in this position, or one that nobody has. */
    private static long number(StoreBackend store, ObjectKey key, int position) {
        List<VersionEntry> there = store.list(key);
        return position < there.size() ? there.get(position).number() : 0;
    }

    private static Object outcome(Step step, StoreBackend store) {
        try {
            return step.on(store);
        } catch (QuotaExceededException e) {
            return String.valueOf(e.getMessage());
        } catch (StoreException e) {
            return e.getClass();
        }
    }
}
