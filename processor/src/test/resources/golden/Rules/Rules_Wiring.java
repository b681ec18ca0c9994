package demo;

import io.trainyard.Better;
import io.trainyard.Busy;
import io.trainyard.Cost;
import io.trainyard.Format;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Tier;
import io.trainyard.Unaffordable;
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
import io.trainyard.training.Freshness;
import io.trainyard.training.ModelSlot;
import io.trainyard.training.PromotionGate;
import io.trainyard.training.RunPolicy;
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
 * Wires {@link Rules} to a host.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
public final class Rules_Wiring implements StrategyWiring {
  private static final ZoneId ZONE = ZoneId.of("UTC");

  private static final TrainingDefinition FIT = new TrainingDefinition(
      "fit",
      List.of(Trigger.of(Schedule.of(DateRule.every(DayOfWeek.MONDAY), TimeRule.at(LocalTime.of(0, 0)), ZONE))),
      List.of("rules/fresh"),
      RunPolicy.standard()
          .within(Duration.ofMinutes(30))
          .charged(Duration.ofMinutes(30))
          .modelled(true));

  private static final TrainingDefinition DEFER = new TrainingDefinition(
      "defer",
      List.of(Trigger.of(Schedule.of(DateRule.every(DayOfWeek.MONDAY), TimeRule.at(LocalTime.of(0, 0)), ZONE))),
      List.of("rules/deferred"),
      RunPolicy.standard()
          .within(Duration.ofMinutes(20))
          .unaffordable(Unaffordable.DEFER)
          .busy(Busy.QUEUE)
          .charged(Cost.LIMIT));

  private static final TrainingDefinition SHORTEN = new TrainingDefinition(
      "shorten",
      List.of(Trigger.of(Schedule.of(DateRule.every(DayOfWeek.TUESDAY), TimeRule.at(LocalTime.of(0, 0)), ZONE))),
      List.of("rules/shortened"),
      RunPolicy.standard()
          .within(Duration.ofMinutes(30))
          .unaffordable(Unaffordable.SHORTEN)
          .busy(Busy.REPLACE)
          .charged(Duration.ZERO));

  private static final TrainingDefinition FAIL = new TrainingDefinition(
      "fail",
      List.of(Trigger.of(Schedule.of(DateRule.every(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), TimeRule.at(LocalTime.of(0, 0)), ZONE))),
      List.of("rules/broken"),
      RunPolicy.standard()
          .within(Duration.ofMinutes(1))
          .retrying(1, Duration.ofHours(1))
          .pausedAfter(1));

  /**
   * For whoever finds the wiring by the strategy's name.
   */
  public Rules_Wiring() {
  }

  @Override
  public StrategyDefinition definition() {
    return new StrategyDefinition(
        "rules",
        Rules.class,
        ZONE,
        Tier.MB_512,
        Plan.FREE,
        List.of(new Subscription("SPY", Resolution.DAILY)),
        List.of(FIT, DEFER, SHORTEN, FAIL));
  }

  @Override
  public WiredStrategy wire(HostParts host) {
    Rules_Guard guard = new Rules_Guard();
    Rules_Component component = new Door(new Rules(), guard);
    Rules strategy = component.strategy();
    ModelSlot<String> fresh = freshSlot(strategy, guard);
    ModelSlot<Integer> deferred = deferredSlot(strategy, guard);
    ModelSlot<Long> shortened = shortenedSlot(strategy, guard);
    ModelSlot<Double> broken = brokenSlot(strategy, guard);
    return new WiredStrategy(
        component,
        guard,
        List.of(fresh, deferred, shortened, broken),
        List.of(
            fitJob(strategy, host, fresh),
            deferJob(strategy, host, deferred),
            shortenJob(strategy, host, shortened),
            failJob(strategy, host, broken)),
        List.of(
            needsOneHandler(strategy, guard),
            needsTwoHandler(strategy, guard),
            needsAllHandler(strategy)));
  }

  private static ModelSlot<String> freshSlot(Rules strategy, Rules_Guard guard) {
    return new ModelSlot<>(
        guard.fresh,
        ObjectType.of(String.class),
        Format.TEXT,
        () -> strategy.fresh,
        value -> strategy.fresh = value,
        new Freshness(Duration.ofDays(3), Duration.ofDays(4)));
  }

  private static ModelSlot<Integer> deferredSlot(Rules strategy, Rules_Guard guard) {
    return new ModelSlot<>(
        guard.deferred,
        ObjectType.of(Integer.class),
        Format.AUTO,
        () -> strategy.deferred,
        value -> strategy.deferred = value,
        Freshness.stale(Duration.ofDays(365)))
        .refreshing();
  }

  private static ModelSlot<Long> shortenedSlot(Rules strategy, Rules_Guard guard) {
    return new ModelSlot<>(
        guard.shortened,
        ObjectType.of(Long.class),
        Format.AUTO,
        () -> strategy.shortened,
        value -> strategy.shortened = value,
        new Freshness(Duration.ofHours(36), Duration.ofHours(36)));
  }

  private static ModelSlot<Double> brokenSlot(Rules strategy, Rules_Guard guard) {
    return new ModelSlot<>(
        guard.broken,
        ObjectType.of(Double.class),
        Format.AUTO,
        () -> strategy.broken,
        value -> strategy.broken = value)
        .gated(PromotionGate.on("sharpe", Better.HIGHER).by(0.25).atLeast(0.5).atMost(1.0E9))
        .refreshing();
  }

  private static TrainingJob fitJob(Rules strategy, HostParts host, ModelSlot<String> fresh) {
    Training training = host.training();
    return TrainingJob.returning(FIT, fresh, () -> strategy.fit(training));
  }

  private static TrainingJob deferJob(Rules strategy, HostParts host, ModelSlot<Integer> deferred) {
    Training training = host.training();
    return TrainingJob.returning(DEFER, deferred, () -> strategy.defer(training));
  }

  private static TrainingJob shortenJob(Rules strategy, HostParts host, ModelSlot<Long> shortened) {
    Training training = host.training();
    return TrainingJob.returning(SHORTEN, shortened, () -> strategy.shorten(training));
  }

  private static TrainingJob failJob(Rules strategy, HostParts host, ModelSlot<Double> broken) {
    Training training = host.training();
    return TrainingJob.returning(FAIL, broken, () -> strategy.fail(training));
  }

  private static DataHandler needsOneHandler(Rules strategy, Rules_Guard guard) {
    return new DataHandler("needsOne", false, List.of(guard.fresh), slice -> strategy.needsOne(slice));
  }

  private static DataHandler needsTwoHandler(Rules strategy, Rules_Guard guard) {
    return new DataHandler("needsTwo", false, List.of(guard.fresh, guard.shortened), slice -> {
      for (int i = 0; i < slice.size(); i++) {
        strategy.needsTwo(slice.bar(i));
      }
    });
  }

  private static DataHandler needsAllHandler(Rules strategy) {
    return new DataHandler("needsAll", false, slice -> strategy.needsAll(slice));
  }

  private record Door(Rules strategy, Rules_Guard guard) implements Rules_Component {
  }
}
