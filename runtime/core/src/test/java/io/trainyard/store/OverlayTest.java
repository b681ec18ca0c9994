package io.trainyard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.trainyard.Plan;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OverlayTest extends StoreBackendContract {

    private final MemoryStore live = new MemoryStore(Quota.of(Plan.FREE), WALL);
    private final MemoryStore own = new MemoryStore(Quota.of(Plan.FREE), WALL);
    private final Overlay overlay = Overlay.of(live, own);

    @Override
    protected StoreBackend create(Quota quota) {
        return Overlay.of(new MemoryStore(new Quota(0, 0)), new MemoryStore(quota, WALL), WALL);
    }

    @Test
    void begins_with_what_is_below_and_leaves_it_alone() {
        live.commit(LINE, bytes("one"), Birth.at(SUNDAY));
        live.commit(LINE, bytes("two"), Birth.at(SUNDAY.plusSeconds(60)));
        assertThat(text(overlay.asOf(LINE, SUNDAY))).isEqualTo("one");

        ModelVersion saved = overlay.commit(LINE, bytes("mine"), Birth.at(SUNDAY));

        assertThat(saved.number()).isEqualTo(3);
        assertThat(text(overlay.asOf(LINE, SUNDAY))).isEqualTo("mine");
        assertThat(overlay.versions(LINE)).extracting(ModelVersion::number).containsExactly(1L, 2L, 3L);
        assertThat(text(live.newest(LINE))).isEqualTo("two");
        assertThat(live.usage()).isEqualTo(new Usage(3, 1, 3, 1));
        assertThat(overlay.usage()).isEqualTo(new Usage(4, 1, 0, 0));
    }

    @Test
    void what_is_deleted_is_hidden_and_stays_below() {
        live.commit(LINE, bytes("one"), Birth.at(SUNDAY));
        live.commit(OTHER, bytes("two"), Birth.at(SUNDAY));

        assertThat(overlay.delete(LINE)).isTrue();

        assertThat(overlay.contains(LINE)).isFalse();
        assertThat(overlay.delete(LINE)).isFalse();
        assertThat(overlay.keys("")).containsExactly(OTHER);
        assertThat(text(live.newest(LINE))).isEqualTo("one");
        assertThat(overlay.commit(LINE, bytes("anew"), Birth.at(SUNDAY)).number())
                .isEqualTo(2);
        assertThat(text(overlay.newest(LINE))).isEqualTo("anew");
        overlay.delete(LINE, Set.of(2L));
        assertThat(overlay.contains(LINE)).isFalse();
    }

    @Test
    void a_condition_is_about_what_is_seen() {
        live.commit(LINE, bytes("one"), Birth.at(SUNDAY));

        assertThatExceptionOfType(VersionConflictException.class)
                .isThrownBy(() -> overlay.commit(
                        Commit.of(LINE, bytes("new"), Birth.at(SUNDAY)).expecting(0)));
        overlay.commit(Commit.of(LINE, bytes("new"), Birth.at(SUNDAY)).expecting(1));
        assertThat(text(overlay.newest(LINE))).isEqualTo("new");
    }

    @Test
    void pins_only_what_is_its_own() {
        live.commit(LINE, bytes("one"), Birth.at(SUNDAY));
        overlay.commit(LINE, bytes("two"), Birth.at(SUNDAY));

        assertThat(overlay.pin(LINE, 2, true)).isTrue();
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> overlay.pin(LINE, 1, true))
                .withMessageContaining("only read here");
        assertThat(overlay.pin(LINE, 3, true)).isFalse();
    }
}
