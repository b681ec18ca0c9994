package demo;

import io.trainyard.Format;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Tier;
import io.trainyard.learning.splits.WalkForwardSplits;
import io.trainyard.market.History;
import io.trainyard.market.Subscription;
import io.trainyard.schedule.CalendarPeriod;
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
import io.trainyard.training.Freshness;
import io.trainyard.training.ModelSlot;
import io.trainyard.training.Training;
import io.trainyard.training.TrainingDefinition;
import io.trainyard.training.TrainingJob;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Wires {@link WalkingForward} to a host.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
public final class WalkingForward_Wiring implements StrategyWiring {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static final TrainingDefinition FIT = new TrainingDefinition(
      "fit",
      List.of(
          Trigger.of(Schedule.atDeployment()),
          Trigger.of(Schedule.of(DateRule.every(DayOfWeek.SUNDAY), TimeRule.at(LocalTime.of(8, 0)), ZONE))),
      List.of("walking/walk"),
      Duration.ofMinutes(1));

  private static final TrainingDefinition ANCHORED = new TrainingDefinition(
      "anchored",
      List.of(Trigger.of(Schedule.of(DateRule.startOf(CalendarPeriod.MONTH, 0), TimeRule.at(LocalTime.of(5, 0)), ZONE))),
      List.of("walking/anchored"),
      Duration.ofMinutes(1));

  private static final TrainingDefinition FIT_WALK = new TrainingDefinition(
      "fitWalk",
      List.of(Trigger.of(Schedule.of(DateRule.every(DayOfWeek.SATURDAY), TimeRule.at(LocalTime.of(12, 0)), ZONE))),
      List.of("walking/fit-walk"),
      Duration.ofMinutes(1));

  private static final TrainingDefinition EXPIRING = new TrainingDefinition(
      "expiring",
      List.of(Trigger.of(Schedule.of(DateRule.startOf(CalendarPeriod.MONTH, 0), TimeRule.at(LocalTime.of(6, 0)), ZONE))),
      List.of("walking/expiring"),
      Duration.ofMinutes(1));

  private static final WalkForwardSplits FIT_WALK2 = WalkForwardSplits.rolling(Period.ofMonths(6), Period.ofMonths(3))
      .purge(Duration.ofDays(14))
      .embargo(Duration.ofDays(2))
      .zone(ZONE);

  private static final WalkForwardSplits ANCHORED_WALK = WalkForwardSplits.anchored(Period.of(1, 6, 0), Period.ofMonths(1))
      .step(Period.ofDays(14))
      .purge(Duration.ofHours(36))
      .zone(ZONE);

  private static final WalkForwardSplits FIT_WALK_WALK = WalkForwardSplits.rolling(Duration.ofDays(100), Period.ofDays(7))
      .zone(ZONE);

  private static final WalkForwardSplits EXPIRING_WALK = WalkForwardSplits.rolling(Period.ofYears(1), Period.ofDays(7))
      .purge(Duration.ofDays(3))
      .embargo(Duration.ofHours(12))
      .zone(ZONE);

  /**
   * For whoever finds the wiring by the strategy's name.
   */
  public WalkingForward_Wiring() {
  }

  @Override
  public StrategyDefinition definition() {
    return new StrategyDefinition(
        "walking-forward",
        WalkingForward.class,
        ZONE,
        Tier.MB_512,
        Plan.FREE,
        List.of(new Subscription("SPY", Resolution.DAILY)),
        List.of(FIT, ANCHORED, FIT_WALK, EXPIRING));
  }

  @Override
  public WiredStrategy wire(HostParts host) {
    WalkingForward_Guard guard = new WalkingForward_Guard();
    WalkingForward_Component component = new Door(new WalkingForward(), guard);
    WalkingForward strategy = component.strategy();
    ModelSlot<String> walk2 = walkSlot(strategy, guard);
    ModelSlot<Integer> anchored = anchoredSlot(strategy, guard);
    ModelSlot<Long> fitWalk = fitWalkSlot(strategy, guard);
    ModelSlot<Double> expiring = expiringSlot(strategy, guard);
    return new WiredStrategy(
        component,
        guard,
        List.of(walk2, anchored, fitWalk, expiring),
        List.of(
            fitJob(strategy, host, walk2),
            anchoredJob(strategy, host, anchored),
            fitWalkJob(strategy, host, fitWalk),
            expiringJob(strategy, host, expiring)),
        List.of(onHandler(strategy)));
  }

  private static ModelSlot<String> walkSlot(WalkingForward strategy, WalkingForward_Guard guard) {
    return new ModelSlot<>(
        guard.walk,
        ObjectType.of(String.class),
        Format.TEXT,
        () -> strategy.walk,
        value -> strategy.walk = value);
  }

  private static ModelSlot<Integer> anchoredSlot(WalkingForward strategy,
      WalkingForward_Guard guard) {
    return new ModelSlot<>(
        guard.anchored,
        ObjectType.of(Integer.class),
        Format.AUTO,
        () -> strategy.anchored,
        value -> strategy.anchored = value);
  }

  private static ModelSlot<Long> fitWalkSlot(WalkingForward strategy, WalkingForward_Guard guard) {
    return new ModelSlot<>(
        guard.fitWalk,
        ObjectType.of(Long.class),
        Format.AUTO,
        () -> strategy.fitWalk,
        value -> strategy.fitWalk = value);
  }

  private static ModelSlot<Double> expiringSlot(WalkingForward strategy,
      WalkingForward_Guard guard) {
    return new ModelSlot<>(
        guard.expiring,
        ObjectType.of(Double.class),
        Format.AUTO,
        () -> strategy.expiring,
        value -> strategy.expiring = value,
        new Freshness(Duration.ofDays(5), Duration.ofDays(5)));
  }

  private static TrainingJob fitJob(WalkingForward strategy, HostParts host,
      ModelSlot<String> walk2) {
    History history = host.history();
    Training training = host.training();
    return TrainingJob.returning(FIT, walk2, () -> strategy.fit(history, FIT_WALK2.asOf(training.startedAt()), training));
  }

  private static TrainingJob anchoredJob(WalkingForward strategy, HostParts host,
      ModelSlot<Integer> anchored) {
    Training training = host.training();
    return TrainingJob.returning(ANCHORED, anchored, () -> strategy.anchored(ANCHORED_WALK.asOf(training.startedAt())));
  }

  private static TrainingJob fitWalkJob(WalkingForward strategy, HostParts host,
      ModelSlot<Long> fitWalk) {
    Training training = host.training();
    return TrainingJob.returning(FIT_WALK, fitWalk, () -> strategy.fitWalk(FIT_WALK_WALK.asOf(training.startedAt()), FIT_WALK_WALK.asOf(training.startedAt())));
  }

  private static TrainingJob expiringJob(WalkingForward strategy, HostParts host,
      ModelSlot<Double> expiring) {
    Training training = host.training();
    return TrainingJob.returning(EXPIRING, expiring, () -> strategy.expiring(EXPIRING_WALK.asOf(training.startedAt())));
  }

  private static DataHandler onHandler(WalkingForward strategy) {
    return new DataHandler("on", false, slice -> strategy.on(slice));
  }

  private record Door(WalkingForward strategy,
      WalkingForward_Guard guard) implements WalkingForward_Component {
  }
}
