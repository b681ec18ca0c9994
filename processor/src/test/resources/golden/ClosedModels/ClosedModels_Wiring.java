package demo;

import io.trainyard.Format;
import io.trainyard.Plan;
import io.trainyard.Tier;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.Trigger;
import io.trainyard.store.ObjectType;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.strategy.TrainyardGenerated;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.training.ModelSlot;
import io.trainyard.training.TrainingDefinition;
import io.trainyard.training.TrainingJob;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Wires {@link ClosedModels} to a host.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
public final class ClosedModels_Wiring implements StrategyWiring {
  private static final ZoneId ZONE = ZoneId.of("UTC");

  private static final TrainingDefinition FIT = new TrainingDefinition(
      "fit",
      List.of(Trigger.of(Schedule.atDeployment())),
      List.of("closed/network"),
      Duration.ofMinutes(10));

  private static final TrainingDefinition DEEPEN = new TrainingDefinition(
      "deepen",
      List.of(Trigger.of(Schedule.atDeployment())),
      List.of("closed/deep"),
      Duration.ofMinutes(10));

  /**
   * For whoever finds the wiring by the strategy's name.
   */
  public ClosedModels_Wiring() {
  }

  @Override
  public StrategyDefinition definition() {
    return new StrategyDefinition(
        "closed-models",
        ClosedModels.class,
        ZONE,
        Tier.MB_512,
        Plan.FREE,
        List.of(),
        List.of(FIT, DEEPEN));
  }

  @Override
  public WiredStrategy wire(HostParts host) {
    ClosedModels_Guard guard = new ClosedModels_Guard();
    ClosedModels_Component component = new Door(new ClosedModels(), guard);
    ClosedModels strategy = component.strategy();
    ModelSlot<ClosedModels.Network> network = networkSlot(strategy, guard);
    ModelSlot<ClosedModels.Deep> deep = deepSlot(strategy, guard);
    return new WiredStrategy(
        component,
        guard,
        List.of(network, deep),
        List.of(
            fitJob(strategy, network),
            deepenJob(strategy, deep)),
        List.of());
  }

  private static ModelSlot<ClosedModels.Network> networkSlot(ClosedModels strategy,
      ClosedModels_Guard guard) {
    return new ModelSlot<>(
        guard.network,
        ObjectType.of(ClosedModels.Network.class),
        Format.AUTO,
        () -> strategy.network,
        value -> strategy.network = value);
  }

  private static ModelSlot<ClosedModels.Deep> deepSlot(ClosedModels strategy,
      ClosedModels_Guard guard) {
    return new ModelSlot<>(
        guard.deep,
        ObjectType.of(ClosedModels.Deep.class),
        Format.AUTO,
        () -> strategy.deep,
        value -> strategy.deep = value);
  }

  private static TrainingJob fitJob(ClosedModels strategy,
      ModelSlot<ClosedModels.Network> network) {
    return TrainingJob.returning(FIT, network, () -> strategy.fit());
  }

  private static TrainingJob deepenJob(ClosedModels strategy, ModelSlot<ClosedModels.Deep> deep) {
    return TrainingJob.returning(DEEPEN, deep, () -> strategy.deepen());
  }

  private record Door(ClosedModels strategy,
      ClosedModels_Guard guard) implements ClosedModels_Component {
  }
}
