package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.weekdays;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Plan;
import io.trainyard.store.Birth;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A strategy whose backtests see a version only some time after the end of its data. */
final class EmbargoTest {

    private static final ObjectKey MODEL = ObjectKey.of("model");

    private final MemoryStore store = new MemoryStore(Quota.of(Plan.FREE));
    private final DeclaredByHand strategy = new DeclaredByHand().due().always();

    private void saved(String text, String dataEnd) {
        store.commit(
                MODEL,
                text.getBytes(UTF_8),
                Birth.at(Instant.parse(dataEnd)).withDataEnd(Instant.parse(dataEnd)).withCodec("text"));
    }

    private BacktestResult backtest() {
        return new Backtest(strategy)
                .bars(weekdays("2013-10-01", "2013-10-16"))
                .from(LocalDate.parse("2013-10-07"))
                .store(store)
                .run();
    }

    private long restored() {
        ModelVersion version = backtest().restorations().get(0).version();
        return Objects.requireNonNull(version).number();
    }

    @Test
    void deployment_restores_the_newest_version_whose_data_ended_long_enough_ago() {
        saved("Tuesday", "2013-10-01T20:00:00Z");
        saved("Friday", "2013-10-04T20:00:00Z");

        assertThat(restored()).isEqualTo(2);
        strategy.embargo(Duration.ofDays(2)); // from Friday 16:00 to Sunday 16:00: Monday is later
        assertThat(restored()).isEqualTo(2);
        strategy.embargo(Duration.ofDays(3));
        assertThat(restored()).isEqualTo(1);
    }

    @Test
    void the_object_store_of_a_backtest_sees_what_is_older_than_the_embargo() {
        saved("Tuesday", "2013-10-01T20:00:00Z");
        saved("Wednesday of next week", "2013-10-09T20:00:00Z");
        List<String> seen = new ArrayList<>();
        strategy.embargo(Duration.ofDays(3)).handles(slice -> seen.add(
                slice.time() + " " + strategy.parts().store().readText("model")));

        backtest();

        assertThat(seen)
                .contains("2013-10-11T20:00:00Z Tuesday", "2013-10-14T20:00:00Z Wednesday of next week")
                .noneMatch(line -> line.startsWith("2013-10-11") && line.endsWith("week"));
    }

    @Test
    void an_embargo_below_zero_is_refused() {
        assertThatThrownBy(() -> strategy.embargo(Duration.ofDays(-1)).definition())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("negative");
    }
}
