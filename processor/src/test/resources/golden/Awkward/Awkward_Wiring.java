package demo;

import io.trainyard.Format;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Tier;
import io.trainyard.market.History;
import io.trainyard.market.Subscription;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.schedule.Trigger;
import io.trainyard.store.ObjectType;
import io.trainyard.strategy.DataHandler;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.strategy.TrainyardGenerated;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.training.ModelSlot;
import io.trainyard.training.TrainingDefinition;
import io.trainyard.training.TrainingJob;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Wires {@link Awkward} to a host.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
public final class Awkward_Wiring implements StrategyWiring {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private static final TrainingDefinition FIT = new TrainingDefinition(
      "fit",
      List.of(Trigger.of(Schedule.atDeployment())),
      List.of("awkward/host"),
      Duration.ofMinutes(10));

  private static final TrainingDefinition FIT3 = new TrainingDefinition(
      "fit3",
      List.of(Trigger.of(Schedule.atDeployment())),
      List.of("awkward/guard"),
      Duration.ofSeconds(90));

  private static final TrainingDefinition FIT2 = new TrainingDefinition(
      "fit2",
      List.of(Trigger.of(Schedule.atDeployment())),
      List.of("awkward/models"),
      Duration.ofSeconds(0, 500000000));

  private static final TrainingDefinition ZONE2 = new TrainingDefinition(
      "zone",
      List.of(Trigger.of(Schedule.atDeployment())),
      List.of("awkward/models-2"),
      Duration.ofMinutes(10));

  private static final TrainingDefinition WIRE = new TrainingDefinition(
      "wire",
      List.of(Trigger.of(Schedule.atDeployment())),
      List.of("awkward/is-model-ready"),
      Duration.ofMinutes(10));

  private static final TrainingDefinition DEFINITION = new TrainingDefinition(
      "definition",
      List.of(Trigger.of(Schedule.atDeployment())),
      List.of("awkward/hash-code"),
      Duration.ofMinutes(10));

  private static final TrainingDefinition FIT4 = new TrainingDefinition(
      "FIT",
      List.of(
          Trigger.of(Schedule.of(DateRule.every(DayOfWeek.MONDAY), TimeRule.at(LocalTime.of(9, 0)), ZONE)),
          Trigger.of(Schedule.atDeployment())),
      List.of("awkward/wait"),
      Duration.ofMinutes(10));

  private static final TrainingDefinition STRATEGY = new TrainingDefinition(
      "strategy",
      List.of(Trigger.of(Schedule.atDeployment())),
      List.of("awkward/strategy"),
      Duration.ofMinutes(10));

  /**
   * For whoever finds the wiring by the strategy's name.
   */
  public Awkward_Wiring() {
  }

  @Override
  public StrategyDefinition definition() {
    return new StrategyDefinition(
        "awkward",
        Awkward.class,
        ZONE,
        Tier.MB_2048,
        Plan.FREE,
        List.of(new Subscription("^DAX", Resolution.DAILY)),
        List.of(FIT, FIT3, FIT2, ZONE2, WIRE, DEFINITION, FIT4, STRATEGY));
  }

  @Override
  public WiredStrategy wire(HostParts host) {
    Awkward_Guard guard = new Awkward_Guard();
    Awkward_Component component = new Door(new Awkward(), guard);
    Awkward strategy = component.strategy();
    ModelSlot<String> host2 = hostSlot(strategy, guard);
    ModelSlot<Integer> guard2 = guardSlot(strategy, guard);
    ModelSlot<Long> models = modelsSlot(strategy, guard);
    ModelSlot<Double> models2 = models2Slot(strategy, guard);
    ModelSlot<boolean[]> isModelReady = isModelReadySlot(strategy, guard);
    ModelSlot<int[][]> hashCode = hashCodeSlot(strategy, guard);
    ModelSlot<Character> wait = waitSlot(strategy, guard);
    ModelSlot<List> strategy2 = strategySlot(strategy, guard);
    return new WiredStrategy(
        component,
        guard,
        List.of(host2, guard2, models, models2, isModelReady, hashCode, wait, strategy2),
        List.of(
            fitJob(strategy, host2),
            fit3Job(strategy, host, guard2),
            fit2Job(strategy, host, models),
            zoneJob(strategy, models2),
            wireJob(strategy, isModelReady),
            definitionJob(strategy, hashCode),
            FITJob(strategy, wait),
            strategyJob(strategy, strategy2)),
        List.of(
            tradeHandler(strategy),
            trade2Handler(strategy)));
  }

  private static ModelSlot<String> hostSlot(Awkward strategy, Awkward_Guard guard) {
    return new ModelSlot<>(
        guard.host,
        ObjectType.of(String.class),
        Format.TEXT,
        () -> strategy.host,
        value -> strategy.host = value);
  }

  private static ModelSlot<Integer> guardSlot(Awkward strategy, Awkward_Guard guard) {
    return new ModelSlot<>(
        guard.guard,
        ObjectType.of(Integer.class),
        Format.AUTO,
        () -> strategy.guard,
        value -> strategy.guard = value);
  }

  private static ModelSlot<Long> modelsSlot(Awkward strategy, Awkward_Guard guard) {
    return new ModelSlot<>(
        guard.models,
        ObjectType.of(Long.class),
        Format.AUTO,
        () -> strategy.models,
        value -> strategy.models = value);
  }

  private static ModelSlot<Double> models2Slot(Awkward strategy, Awkward_Guard guard) {
    return new ModelSlot<>(
        guard.models2,
        ObjectType.of(Double.class),
        Format.AUTO,
        () -> strategy.models2,
        value -> strategy.models2 = value);
  }

  private static ModelSlot<boolean[]> isModelReadySlot(Awkward strategy, Awkward_Guard guard) {
    return new ModelSlot<>(
        guard.isModelReady,
        ObjectType.of(boolean[].class),
        Format.AUTO,
        () -> strategy.isModelReady,
        value -> strategy.isModelReady = value);
  }

  private static ModelSlot<int[][]> hashCodeSlot(Awkward strategy, Awkward_Guard guard) {
    return new ModelSlot<>(
        guard.hashCode,
        ObjectType.of(int[][].class),
        Format.AUTO,
        () -> strategy.hashCode,
        value -> strategy.hashCode = value);
  }

  private static ModelSlot<Character> waitSlot(Awkward strategy, Awkward_Guard guard) {
    return new ModelSlot<>(
        guard.wait,
        ObjectType.of(Character.class),
        Format.AUTO,
        () -> strategy.wait,
        value -> strategy.wait = value);
  }

  private static ModelSlot<List> strategySlot(Awkward strategy, Awkward_Guard guard) {
    return new ModelSlot<>(
        guard.strategy,
        ObjectType.of(List.class),
        Format.AUTO,
        () -> strategy.strategy,
        value -> strategy.strategy = value);
  }

  private static TrainingJob fitJob(Awkward strategy, ModelSlot<String> host2) {
    return TrainingJob.returning(FIT, host2, () -> strategy.fit());
  }

  private static TrainingJob fit3Job(Awkward strategy, HostParts host, ModelSlot<Integer> guard2) {
    History history = host.history();
    return TrainingJob.returning(FIT3, guard2, () -> strategy.fit(history));
  }

  private static TrainingJob fit2Job(Awkward strategy, HostParts host, ModelSlot<Long> models) {
    History history = host.history();
    return TrainingJob.returning(FIT2, models, () -> strategy.fit2(history));
  }

  private static TrainingJob zoneJob(Awkward strategy, ModelSlot<Double> models2) {
    return TrainingJob.returning(ZONE2, models2, () -> strategy.zone());
  }

  private static TrainingJob wireJob(Awkward strategy, ModelSlot<boolean[]> isModelReady) {
    return TrainingJob.returning(WIRE, isModelReady, () -> strategy.wire());
  }

  private static TrainingJob definitionJob(Awkward strategy, ModelSlot<int[][]> hashCode) {
    return TrainingJob.returning(DEFINITION, hashCode, () -> strategy.definition());
  }

  private static TrainingJob FITJob(Awkward strategy, ModelSlot<Character> wait) {
    return TrainingJob.returning(FIT4, wait, () -> strategy.FIT());
  }

  private static TrainingJob strategyJob(Awkward strategy, ModelSlot<List> strategy2) {
    return TrainingJob.writing(STRATEGY, List.of(strategy2), () -> strategy.strategy());
  }

  private static DataHandler tradeHandler(Awkward strategy) {
    return new DataHandler("trade", false, slice -> {
      for (int i = 0; i < slice.size(); i++) {
        strategy.trade(slice.bar(i));
      }
    });
  }

  private static DataHandler trade2Handler(Awkward strategy) {
    return new DataHandler("trade2", false, slice -> strategy.trade(slice));
  }

  private record Door(Awkward strategy, Awkward_Guard guard) implements Awkward_Component {
  }
}
