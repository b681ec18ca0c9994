package io.trainyard.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Format;
import io.trainyard.Plan;
import io.trainyard.store.Birth;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.ObjectType;
import io.trainyard.store.Quota;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A result of the strategy's own that comes in after somebody else's later one. */
final class RefreshedModelTest {

    private static final ObjectKey MODEL = ObjectKey.of("model");

    private final MemoryStore store = new MemoryStore(Quota.of(Plan.FREE));
    private final ModelSlot<String> slot =
            new ModelSlot<>(new ModelCell("model"), ObjectType.of(String.class), Format.TEXT, () -> null, value -> {});

    private ModelVersion saved() {
        return store.commit(MODEL, new byte[0], Birth.at(Instant.EPOCH));
    }

    private static MadeModel<String> made(ModelSlot<String> slot, boolean replaces) {
        return new MadeModel<>(slot, "own", new byte[0], "text", replaces);
    }

    @Test
    void does_not_replace_it() {
        ModelVersion own = saved();
        ModelVersion theirs = saved();
        slot.cell().become(ModelState.READY, theirs);

        assertThat(made(slot.refreshing(), true).isOutdone(own)).isTrue();
    }

    @Test
    void is_in_place_already_where_its_method_writes_the_field() {
        ModelVersion own = saved();
        slot.cell().become(ModelState.READY, saved());

        assertThat(made(slot.refreshing(), false).isOutdone(own)).isFalse();
    }

    @Test
    void replaces_what_was_there_before() {
        slot.cell().become(ModelState.READY, saved());

        assertThat(made(slot.refreshing(), true).isOutdone(saved())).isFalse();
    }
}
