package io.trainyard.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Better;
import io.trainyard.Format;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.market.BarSeries;
import io.trainyard.market.Tape;
import io.trainyard.store.Birth;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.ObjectType;
import io.trainyard.store.Quota;
import io.trainyard.time.Alarms;
import io.trainyard.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When models are closed that hold something outside the heap; trainings run beside the market when the test says so. */
final class RetiredModelsTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final TrainingQuota PLENTY =
            new TrainingQuota(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1));

    private final ManualClock clock = new ManualClock(START, ZoneOffset.UTC);
    private final MemoryStore store = new MemoryStore(Quota.of(Plan.PRIME));
    private final Deque<Runnable> lane = new ArrayDeque<>();
    private final RunHistory history = new RunHistory();
    private final ModelKeeper keeper = new ModelKeeper(
            store,
            clock,
            Tape.of(List.of(BarSeries.of("SPY", Resolution.DAILY).build())).history(clock));
    private final Trainer trainer = new Trainer(
            new TrainerParts(
                    "strategy",
                    clock,
                    Timing.beside(clock),
                    () -> Duration.ZERO,
                    Alarms.silent(),
                    TrainerParts.STANDARD_PATIENCE,
                    lane::add,
                    () -> {},
                    new TrainingBudget(PLENTY, START),
                    keeper,
                    history,
                    new TrainingListener() {}),
            List.of());
    private final Field field = new Field("model");

    /** A stored field. */
    private static final class Field {
        private final ModelSlot<NativeModel> slot;
        private @Nullable NativeModel value;

        Field(String key) {
            slot = new ModelSlot<>(
                    new ModelCell(key),
                    ObjectType.of(NativeModel.class),
                    Format.AUTO,
                    () -> value,
                    model -> value = model);
        }
    }

    private TrainingJob job(String name, ModelSlot<NativeModel> slot, Callable<NativeModel> method) {
        return TrainingJob.returning(
                new TrainingDefinition(name, List.of(), List.of(slot.key()), RunPolicy.standard()), slot, method);
    }

    /** A training that has returned this model, which is in place, or not. */
    private NativeModel trained(ModelSlot<NativeModel> slot, NativeModel model) {
        trainer.train(job("fit", slot, () -> model), START);
        runNext();
        return model;
    }

    private void runNext() {
        lane.remove().run();
        trainer.drain();
    }

    @Test
    void a_model_is_closed_once_when_another_one_has_taken_its_place() {
        NativeModel first = trained(field.slot, new NativeModel("first"));
        assertThat(first.isOpen()).isTrue();
        NativeModel second = trained(field.slot, new NativeModel("second"));

        assertThat(field.value).isSameAs(second);
        assertThat(first.closed()).isEqualTo(1);
        assertThat(second.isOpen()).isTrue();
        trained(field.slot, new NativeModel("third"));
        assertThat(first.closed()).isEqualTo(1);
        assertThat(second.closed()).isEqualTo(1);
    }

    @Test
    void a_model_that_is_trained_on_in_place_stays_open() {
        NativeModel model = trained(field.slot, new NativeModel("model"));
        for (int i = 0; i < 3; i++) {
            trained(field.slot, model);
        }

        assertThat(model.isOpen()).isTrue();
        trainer.close();
        assertThat(model.closed()).isEqualTo(1);
    }

    @Test
    void a_model_stays_open_while_a_training_is_at_work_that_began_before_it_was_replaced() {
        NativeModel first = trained(field.slot, new NativeModel("first"));
        Field other = new Field("other");
        List<Boolean> seen = new ArrayList<>();
        trainer.train(job("fit", field.slot, () -> new NativeModel("second")), START);
        trainer.train(
                job("distil", other.slot, () -> {
                    NativeModel teacher = first;
                    runNextOfOthers();
                    seen.add(teacher.isOpen());
                    return new NativeModel("student");
                }),
                START);
        lane.addFirst(lane.removeLast());
        runNext();

        assertThat(seen).containsExactly(true);
        assertThat(field.value).hasToString("second");
        assertThat(first.closed()).isEqualTo(1);
    }

    /** What another thread would do meanwhile. */
    private void runNextOfOthers() {
        Runnable next = lane.remove();
        next.run();
        trainer.drain();
    }

    @Test
    void a_model_that_two_fields_hold_stays_open_until_both_have_another_one() {
        Field other = new Field("other");
        NativeModel both = new NativeModel("both");
        trained(field.slot, both);
        trainer.train(job("copy", other.slot, () -> both), START);
        runNext();

        trained(field.slot, new NativeModel("next"));
        assertThat(both.isOpen()).isTrue();
        trainer.train(job("copy", other.slot, () -> new NativeModel("next")), START);
        runNext();

        assertThat(both.closed()).isEqualTo(1);
    }

    @Test
    void a_model_that_comes_too_late_is_closed_and_the_old_one_serves() {
        NativeModel first = trained(field.slot, new NativeModel("first"));
        NativeModel late = new NativeModel("late");
        trainer.train(
                job("fit", field.slot, () -> {
                    trainer.cancelRunning("somebody was in a hurry");
                    trainer.drain();
                    return late;
                }),
                START);
        runNext();

        assertThat(field.value).isSameAs(first);
        assertThat(first.isOpen()).isTrue();
        assertThat(late.closed()).isEqualTo(1);
    }

    @Test
    void a_model_that_its_gate_refuses_is_closed_and_the_old_one_serves() {
        NativeModel first = trained(field.slot, new NativeModel("first"));
        NativeModel refused = new NativeModel("refused");
        trained(field.slot.gated(PromotionGate.on("accuracy", Better.HIGHER)), refused);

        assertThat(history.runs().get(1).outcome().kind()).isEqualTo(Outcome.Kind.NOT_PROMOTED);
        assertThat(field.value).isSameAs(first);
        assertThat(first.isOpen()).isTrue();
        assertThat(refused.closed()).isEqualTo(1);
    }

    @Test
    void a_model_that_does_not_fit_the_quota_is_closed_and_the_old_one_serves() {
        NativeModel first = trained(field.slot, new NativeModel("first"));
        NativeModel large = new NativeModel("x".repeat(60_000_000));
        trained(field.slot, large);

        assertThat(history.runs().get(1).outcome().kind()).isEqualTo(Outcome.Kind.FAILED);
        assertThat(first.isOpen()).isTrue();
        assertThat(large.closed()).isEqualTo(1);
    }

    @Test
    void a_model_that_cannot_be_written_is_closed_and_the_old_one_serves() {
        NativeModel first = trained(field.slot, new NativeModel("first"));
        NativeModel nameless = trained(field.slot, new NativeModel(""));

        assertThat(history.runs().get(1).outcome().kind()).isEqualTo(Outcome.Kind.FAILED);
        assertThat(first.isOpen()).isTrue();
        assertThat(nameless.closed()).isEqualTo(1);
    }

    @Test
    void a_model_that_another_process_has_outdone_is_closed() {
        NativeModel first = trained(field.slot, new NativeModel("first"));
        NativeModel theirs = new NativeModel("theirs");
        ModelSlot<NativeModel> refreshing = field.slot.refreshing();
        var version = store.commit(ObjectKey.of("model"), new byte[] {1}, Birth.at(START));
        trainer.refresh(new RefreshedModel<>(refreshing, theirs, version), () -> {});
        assertThat(field.value).isSameAs(theirs);
        assertThat(first.closed()).isEqualTo(1);
        NativeModel again = new NativeModel("again");
        trainer.refresh(new RefreshedModel<>(refreshing, again, version), () -> {});

        assertThat(field.value).isSameAs(theirs);
        assertThat(theirs.isOpen()).isTrue();
        assertThat(again.closed()).isEqualTo(1);
    }

    @Test
    void at_the_end_what_serves_is_closed_but_for_what_a_thread_may_still_hold() {
        NativeModel first = trained(field.slot, new NativeModel("first"));
        List<Boolean> seen = new ArrayList<>();
        trainer.train(
                job("fit", field.slot, () -> {
                    trainer.cancelAll("the strategy was stopped");
                    trainer.close();
                    seen.add(first.isOpen());
                    return new NativeModel("late");
                }),
                START);
        runNext();

        assertThat(seen).containsExactly(true);
        assertThat(first.closed()).isEqualTo(1);
    }

    @Test
    void a_model_that_cannot_be_closed_hurts_nobody() {
        trained(field.slot, new NativeModel("stuck", true));
        NativeModel next = trained(field.slot, new NativeModel("next"));

        assertThat(field.value).isSameAs(next);
        assertThat(history.runs()).hasSize(2).allMatch(run -> run.outcome().kind() == Outcome.Kind.SUCCEEDED);
    }
}
