package demo;

import io.trainyard.Better;
import io.trainyard.Format;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Tier;
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
import io.trainyard.training.PromotionGate;
import io.trainyard.training.Training;
import io.trainyard.training.TrainingDefinition;
import io.trainyard.training.TrainingJob;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Wires {@link Gated} to a host.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
public final class Gated_Wiring implements StrategyWiring {
  private static final ZoneId ZONE = ZoneId.of("UTC");

  private static final TrainingDefinition FIT = new TrainingDefinition(
      "fit",
      List.of(Trigger.of(Schedule.of(DateRule.every(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY), TimeRule.at(LocalTime.of(0, 0)), ZONE))),
      List.of("gated/error"),
      Duration.ofMinutes(1));

  /**
   * For whoever finds the wiring by the strategy's name.
   */
  public Gated_Wiring() {
  }

  @Override
  public StrategyDefinition definition() {
    return new StrategyDefinition(
        "gated",
        Gated.class,
        ZONE,
        Tier.MB_512,
        Plan.FREE,
        Duration.ofDays(2),
        List.of(new Subscription("SPY", Resolution.DAILY)),
        List.of(FIT));
  }

  @Override
  public WiredStrategy wire(HostParts host) {
    Gated_Guard guard = new Gated_Guard();
    Gated_Component component = new Door(new Gated(), guard);
    Gated strategy = component.strategy();
    ModelSlot<List<Double>> error = errorSlot(strategy, guard);
    return new WiredStrategy(
        component,
        guard,
        List.of(error),
        List.of(fitJob(strategy, host, error)),
        List.of(onHandler(strategy)));
  }

  private static ModelSlot<List<Double>> errorSlot(Gated strategy, Gated_Guard guard) {
    return new ModelSlot<>(
        guard.error,
        new ObjectType<List<Double>>() {},
        Format.AUTO,
        () -> strategy.error,
        value -> strategy.error = value)
        .gated(PromotionGate.on("rmse", Better.LOWER).by(0.1).atMost(1.0));
  }

  private static TrainingJob fitJob(Gated strategy, HostParts host, ModelSlot<List<Double>> error) {
    Training training = host.training();
    return TrainingJob.returning(FIT, error, () -> strategy.fit(training));
  }

  private static DataHandler onHandler(Gated strategy) {
    return new DataHandler("on", false, slice -> strategy.on(slice));
  }

  private record Door(Gated strategy, Gated_Guard guard) implements Gated_Component {
  }
}
