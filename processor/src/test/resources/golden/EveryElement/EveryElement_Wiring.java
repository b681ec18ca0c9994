package demo;

import io.trainyard.ClosedDates;
import io.trainyard.Format;
import io.trainyard.Gap;
import io.trainyard.Hours;
import io.trainyard.Overlap;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Tier;
import io.trainyard.market.Subscription;
import io.trainyard.schedule.CalendarPeriod;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Misfires;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.schedule.Trigger;
import io.trainyard.schedule.WallClock;
import io.trainyard.schedule.calendar.TradingCalendar;
import io.trainyard.store.ObjectType;
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
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Wires {@link EveryElement} to a host.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
public final class EveryElement_Wiring implements StrategyWiring {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static final TrainingDefinition DATES = new TrainingDefinition(
      "dates",
      List.of(
          Trigger.of(Schedule.atDeployment()),
          Trigger.of(Schedule.of(DateRule.every(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), TimeRule.at(LocalTime.of(8, 0)), ZONE)),
          Trigger.of(Schedule.of(DateRule.nth(3, DayOfWeek.FRIDAY), TimeRule.at(LocalTime.of(18, 0)), ZONE)),
          Trigger.of(Schedule.of(DateRule.nth(-1, DayOfWeek.FRIDAY), TimeRule.at(LocalTime.of(12, 0)), ZONE)),
          Trigger.of(Schedule.of(DateRule.on(LocalDate.of(2026, 5, 4), LocalDate.of(2026, 7, 1)), TimeRule.at(LocalTime.of(0, 0)), ZONE)),
          Trigger.of(Schedule.of(DateRule.everyDay(), TimeRule.anyOf(TimeRule.at(LocalTime.of(20, 0)), TimeRule.at(LocalTime.of(21, 0, 30))), ZONE)),
          Trigger.of(Schedule.of(DateRule.today(), TimeRule.now(), ZONE)),
          Trigger.of(Schedule.of(DateRule.anyOf(List.of(DateRule.startOf(CalendarPeriod.WEEK, 2), DateRule.startOf(CalendarPeriod.MONTH, 2), DateRule.endOf(CalendarPeriod.QUARTER, 2), DateRule.endOf(CalendarPeriod.YEAR, 2))), TimeRule.at(LocalTime.of(20, 0)), ZONE)),
          Trigger.of(Schedule.of(DateRule.everyWeeks(2, LocalDate.of(2026, 1, 4)), TimeRule.at(LocalTime.of(9, 0)), ZONE)),
          Trigger.of(Schedule.of(DateRule.anyOf(List.of(DateRule.every(DayOfWeek.MONDAY), DateRule.on(LocalDate.of(2026, 1, 2)), DateRule.tomorrow())).and(DateRule.startOf(CalendarPeriod.MONTH, 4)).except(DateRule.anyOf(List.of(DateRule.everyWeeks(3, LocalDate.of(2026, 1, 5)), DateRule.nth(2, DayOfWeek.MONDAY)))), TimeRule.at(LocalTime.of(20, 0)), ZONE))),
      List.of("every-element/dates"),
      Duration.ofMinutes(10));

  private static final TrainingDefinition MARKET = new TrainingDefinition(
      "market",
      List.of(
          Trigger.of(Schedule.of(DateRule.tradingDays(TradingCalendar.usEquity(), Hours.REGULAR), TimeRule.anyOf(TimeRule.beforeOpen(TradingCalendar.usEquity(), Duration.ofMinutes(45), Hours.REGULAR), TimeRule.beforeOpen(TradingCalendar.usEquity(), Duration.ZERO, Hours.REGULAR), TimeRule.afterClose(TradingCalendar.usEquity(), Duration.ofSeconds(30), Hours.REGULAR)), ZONE)),
          Trigger.of(Schedule.of(DateRule.endOf(CalendarPeriod.MONTH, 2, TradingCalendar.usEquity(), Hours.REGULAR), TimeRule.afterClose(TradingCalendar.usEquity(), Duration.ofHours(1), Hours.REGULAR), ZONE)),
          Trigger.of(Schedule.of(DateRule.tradingDays(TradingCalendar.forex(), Hours.REGULAR), TimeRule.at(LocalTime.of(18, 0)), ZONE)),
          Trigger.of(Schedule.of(DateRule.startOf(CalendarPeriod.WEEK, 0, TradingCalendar.cmeIndexFutures(), Hours.EXTENDED), TimeRule.afterOpen(TradingCalendar.cmeIndexFutures(), Duration.ofMinutes(-15), Hours.EXTENDED), ZONE)),
          Trigger.of(Schedule.of(DateRule.every(DayOfWeek.MONDAY).onClosed(TradingCalendar.usEquity(), ClosedDates.NEXT, Hours.REGULAR), TimeRule.at(LocalTime.of(18, 0)), ZONE)),
          Trigger.of(Schedule.of(DateRule.every(DayOfWeek.FRIDAY).onClosed(TradingCalendar.usEquity(), ClosedDates.PREVIOUS, Hours.REGULAR), TimeRule.beforeClose(TradingCalendar.usEquity(), Duration.ofDays(1), Hours.REGULAR), ZONE)),
          Trigger.of(Schedule.of(DateRule.startOf(CalendarPeriod.WEEK, 0, TradingCalendar.crypto(), Hours.REGULAR), TimeRule.at(LocalTime.of(0, 0)), ZoneId.of("UTC")))),
      List.of("every-element/market"),
      Duration.ofMinutes(10));

  private static final TrainingDefinition TIMES = new TrainingDefinition(
      "times",
      List.of(
          Trigger.of(Schedule.of(DateRule.everyDay(), TimeRule.every(Duration.ofMinutes(30), LocalTime.of(18, 0), LocalTime.of(23, 0)), ZONE)),
          Trigger.of(Schedule.of(DateRule.everyDay(), TimeRule.every(Duration.ofDays(7)), ZoneId.of("Asia/Tokyo"))),
          Trigger.of(Schedule.of(DateRule.every(DayOfWeek.SUNDAY), TimeRule.at(LocalTime.of(2, 30)), WallClock.of(ZONE).with(Gap.SKIP).with(Overlap.BOTH))),
          new Trigger(Schedule.of(DateRule.every(DayOfWeek.SATURDAY), TimeRule.at(LocalTime.of(8, 0)), ZONE), Misfires.all(Duration.ofHours(36))),
          new Trigger(Schedule.of(DateRule.every(DayOfWeek.SATURDAY), TimeRule.at(LocalTime.of(9, 0)), ZONE), Misfires.skip()),
          new Trigger(Schedule.of(DateRule.every(DayOfWeek.SATURDAY), TimeRule.at(LocalTime.of(10, 0)), ZONE), Misfires.once(Duration.ZERO))),
      List.of("every-element/times"),
      Duration.ofMinutes(10));

  /**
   * For whoever finds the wiring by the strategy's name.
   */
  public EveryElement_Wiring() {
  }

  @Override
  public StrategyDefinition definition() {
    return new StrategyDefinition(
        "every-element",
        EveryElement.class,
        ZONE,
        Tier.MB_512,
        Plan.FREE,
        List.of(
            new Subscription("SPY", Resolution.DAILY),
            new Subscription("ES", Resolution.MINUTE, "cme-index"),
            new Subscription("BTC/USD", Resolution.HOUR, "crypto")),
        List.of(DATES, MARKET, TIMES));
  }

  @Override
  public WiredStrategy wire(HostParts host) {
    EveryElement_Guard guard = new EveryElement_Guard();
    EveryElement_Component component = new Door(new EveryElement(), guard);
    EveryElement strategy = component.strategy();
    ModelSlot<String> dates = datesSlot(strategy, guard);
    ModelSlot<Integer> market = marketSlot(strategy, guard);
    ModelSlot<Long> times = timesSlot(strategy, guard);
    return new WiredStrategy(
        component,
        guard,
        List.of(dates, market, times),
        List.of(
            datesJob(strategy, dates),
            marketJob(strategy, market),
            timesJob(strategy, times)),
        List.of());
  }

  private static ModelSlot<String> datesSlot(EveryElement strategy, EveryElement_Guard guard) {
    return new ModelSlot<>(
        guard.dates,
        ObjectType.of(String.class),
        Format.TEXT,
        () -> strategy.dates,
        value -> strategy.dates = value);
  }

  private static ModelSlot<Integer> marketSlot(EveryElement strategy, EveryElement_Guard guard) {
    return new ModelSlot<>(
        guard.market,
        ObjectType.of(Integer.class),
        Format.AUTO,
        () -> strategy.market,
        value -> strategy.market = value);
  }

  private static ModelSlot<Long> timesSlot(EveryElement strategy, EveryElement_Guard guard) {
    return new ModelSlot<>(
        guard.times,
        ObjectType.of(Long.class),
        Format.AUTO,
        () -> strategy.times,
        value -> strategy.times = value);
  }

  private static TrainingJob datesJob(EveryElement strategy, ModelSlot<String> dates) {
    return TrainingJob.returning(DATES, dates, () -> strategy.dates());
  }

  private static TrainingJob marketJob(EveryElement strategy, ModelSlot<Integer> market) {
    return TrainingJob.returning(MARKET, market, () -> strategy.market());
  }

  private static TrainingJob timesJob(EveryElement strategy, ModelSlot<Long> times) {
    return TrainingJob.returning(TIMES, times, () -> strategy.times());
  }

  private record Door(EveryElement strategy,
      EveryElement_Guard guard) implements EveryElement_Component {
  }
}
