package demo;

import io.trainyard.Format;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Tier;
import io.trainyard.market.History;
import io.trainyard.market.Subscription;
import io.trainyard.portfolio.Portfolio;
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
 * Wires {@link SundayTrend} to a host.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
public final class SundayTrend_Wiring implements StrategyWiring {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static final TrainingDefinition FIT = new TrainingDefinition(
      "fit",
      List.of(
          Trigger.of(Schedule.atDeployment()),
          Trigger.of(Schedule.of(DateRule.every(DayOfWeek.SUNDAY), TimeRule.at(LocalTime.of(8, 0)), ZONE))),
      List.of("sunday-trend/line"),
      Duration.ofMinutes(10));

  /**
   * For whoever finds the wiring by the strategy's name.
   */
  public SundayTrend_Wiring() {
  }

  @Override
  public StrategyDefinition definition() {
    return new StrategyDefinition(
        "sunday-trend",
        SundayTrend.class,
        ZONE,
        Tier.MB_512,
        Plan.FREE,
        List.of(new Subscription("SPY", Resolution.DAILY)),
        List.of(FIT));
  }

  @Override
  public WiredStrategy wire(HostParts host) {
    SundayTrend_Guard guard = new SundayTrend_Guard();
    SundayTrend_Component component = new Door(new SundayTrend(), guard);
    SundayTrend strategy = component.strategy();
    ModelSlot<SundayTrend.Line> line = lineSlot(strategy, guard);
    return new WiredStrategy(
        component,
        guard,
        List.of(line),
        List.of(fitJob(strategy, host, line)),
        List.of(tradeHandler(strategy, host)));
  }

  private static ModelSlot<SundayTrend.Line> lineSlot(SundayTrend strategy,
      SundayTrend_Guard guard) {
    return new ModelSlot<>(
        guard.line,
        ObjectType.of(SundayTrend.Line.class),
        Format.AUTO,
        () -> strategy.line,
        value -> strategy.line = value);
  }

  private static TrainingJob fitJob(SundayTrend strategy, HostParts host,
      ModelSlot<SundayTrend.Line> line) {
    History history = host.history();
    return TrainingJob.returning(FIT, line, () -> strategy.fit(history));
  }

  private static DataHandler tradeHandler(SundayTrend strategy, HostParts host) {
    Portfolio portfolio = host.portfolio();
    return new DataHandler("trade", false, slice -> strategy.trade(slice, portfolio));
  }

  private record Door(SundayTrend strategy,
      SundayTrend_Guard guard) implements SundayTrend_Component {
  }
}
