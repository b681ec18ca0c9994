package io.trainyard.testkit;

import io.trainyard.host.Live;
import io.trainyard.host.LiveRun;
import io.trainyard.host.Restoration;
import io.trainyard.market.LiveFeed;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Fill;
import io.trainyard.portfolio.Order;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingStatus;
import io.trainyard.training.ledger.BudgetMark;
import io.trainyard.training.ledger.RunEvent;
import io.trainyard.training.ledger.RunLedger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A live process, on a machine of its own whose time is the test's. */
final class LiveStage implements Stage {

    private final Live live;
    private final TestedWiring wiring;
    private final VirtualMachine machine;
    private final RunLedger ledger;
    private final PushedFeed feed = new PushedFeed();
    private @Nullable LiveRun run;

    LiveStage(Live live, TestedWiring wiring, VirtualMachine machine, RunLedger ledger) {
        this.live = live;
        this.wiring = wiring;
        this.machine = machine;
        this.ledger = ledger;
    }

    @Override
    public TestedWiring wiring() {
        return wiring;
    }

    @Override
    public void deploy() {
        run = live.machine(machine).feed(feed).ledger(ledger).start();
        machine.work();
    }

    private LiveRun run() {
        if (run == null) {
            throw new IllegalStateException("the strategy is not deployed");
        }
        return run;
    }

    @Override
    public Instant now() {
        return machine.clock(wiring.definition().zone()).now();
    }

    @Override
    public Optional<Instant> next() {
        return machine.next();
    }

    @Override
    public void advanceTo(Instant time) {
        machine.advanceTo(time);
    }

    @Override
    public void take(Slice slice) {
        machine.advanceTo(slice.time());
        feed.push(slice);
        machine.work();
    }

    @Override
    public boolean tell(String training, Directive directive) {
        boolean told = machine.trainings().tell(training, directive);
        machine.work();
        return told;
    }

    @Override
    public List<String> atWork() {
        return machine.trainings().atWork();
    }

    @Override
    public void resume(String training) {
        run().resume(training);
        machine.work();
    }

    @Override
    public void exhaustBudget() {
        Instant now = now();
        budget().use(budget().room(now), now);
        String name = wiring.definition().name();
        ledger.append(now, new RunEvent.Budgeted(name, new BudgetMark(name, budget().level(now), now)));
    }

    @Override
    public TrainingBudget budget() {
        return run().budget();
    }

    @Override
    public List<Order> orders() {
        return run().orders();
    }

    @Override
    public List<Fill> fills() {
        return run().fills();
    }

    @Override
    public List<Restoration> restorations() {
        return run().restorations();
    }

    @Override
    public Optional<Instant> nextDue(String training) {
        return run().status().trainings().stream()
                .filter(one -> one.training().equals(training))
                .findFirst()
                .map(TrainingStatus::nextDue);
    }

    @Override
    public void stop() {
        run().close();
        machine.work();
        machine.close();
    }

    @Override
    public void die() {
        machine.kill();
    }

    /** A feed that the test pushes to. */
    private static final class PushedFeed implements LiveFeed {

        private @Nullable Sink sink;

        @Override
        public void start(Sink to) {
            sink = to;
        }

        void push(Slice slice) {
            if (sink != null) {
                sink.slice(slice);
            }
        }

        @Override
        public void close() {
            sink = null;
        }
    }
}
