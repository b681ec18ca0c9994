package io.trainyard.testkit.laws;

import io.trainyard.store.ObjectCodec;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.training.ModelSlot;
import io.trainyard.training.TrainingJob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A strategy each of whose models is written down and read again before it gets into its field. */
final class StoredAgain implements StrategyWiring {

    private final StrategyWiring wiring;
    private final ObjectCodec codec = new ObjectCodec();
    private final List<String> otherBytes;

    /**
     * The same strategy.
     *
     * @param otherBytes the keys of models that are other bytes when they are written again are added here
     */
    StoredAgain(StrategyWiring wiring, List<String> otherBytes) {
        this.wiring = wiring;
        this.otherBytes = otherBytes;
    }

    @Override
    public StrategyDefinition definition() {
        return wiring.definition();
    }

    @Override
    public WiredStrategy wire(HostParts host) {
        WiredStrategy wired = wiring.wire(host);
        List<ModelSlot<?>> slots = new ArrayList<>();
        wired.slots().forEach(slot -> slots.add(rereading(slot)));
        List<TrainingJob> jobs = wired.jobs().stream().map(this::rereading).toList();
        return new WiredStrategy(wired.component(), wired.guard(), slots, jobs, wired.handlers());
    }

    private <T> ModelSlot<T> rereading(ModelSlot<T> slot) {
        return new ModelSlot<>(
                slot.cell(),
                slot.type(),
                slot.format(),
                slot.reader(),
                value -> slot.writer().accept(again(slot, value)),
                slot.freshness(),
                slot.gate(),
                slot.refreshes());
    }

    private TrainingJob rereading(TrainingJob job) {
        if (job instanceof TrainingJob.Returning<?> returning) {
            return rereading(returning);
        }
        TrainingJob.Writing writing = (TrainingJob.Writing) job;
        return TrainingJob.writing(writing.definition(), writing.slots(), () -> {
            writing.method().run();
            writing.slots().forEach(this::reread);
        });
    }

    private <T> TrainingJob rereading(TrainingJob.Returning<T> job) {
        return TrainingJob.returning(job.definition(), rereading(job.slot()), job.method());
    }

    private <T> void reread(ModelSlot<T> slot) {
        T value = slot.reader().get();
        if (value != null) {
            slot.writer().accept(again(slot, value));
        }
    }

    private <T> T again(ModelSlot<T> slot, T value) {
        byte[] bytes = codec.write(value, slot.type(), slot.format());
        T read = codec.read(bytes, slot.type(), slot.format());
        if (!Arrays.equals(bytes, codec.write(read, slot.type(), slot.format()))) {
            otherBytes.add(slot.key());
        }
        return read;
    }
}
