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
import io.trainyard.store.ObjectStore;
import io.trainyard.store.ObjectType;
import io.trainyard.strategy.DataHandler;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.strategy.TrainyardGenerated;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.time.MarketClock;
import io.trainyard.training.ModelSlot;
import io.trainyard.training.TrainingDefinition;
import io.trainyard.training.TrainingJob;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * Wires {@link Wired.Everything} to a host.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
public final class Wired_Everything_Wiring implements StrategyWiring {
  private static final ZoneId ZONE = ZoneId.of("UTC");

  private static final TrainingDefinition WEIGH = new TrainingDefinition(
      "weigh",
      List.of(Trigger.of(Schedule.of(DateRule.every(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), TimeRule.at(LocalTime.of(6, 30, 15)), ZONE))),
      List.of("wired/weights"),
      Duration.ofMinutes(10));

  private static final TrainingDefinition TABULATE = new TrainingDefinition(
      "tabulate",
      List.of(Trigger.of(Schedule.atDeployment())),
      List.of("wired/table.xml"),
      Duration.ofMinutes(10));

  private static final TrainingDefinition PACK = new TrainingDefinition(
      "pack",
      List.of(Trigger.of(Schedule.of(DateRule.every(DayOfWeek.SATURDAY), TimeRule.at(LocalTime.of(0, 0)), ZONE))),
      List.of("wired/bytes"),
      Duration.ofMinutes(10));

  private static final TrainingDefinition WRITE = new TrainingDefinition(
      "write",
      List.of(Trigger.of(Schedule.of(DateRule.every(DayOfWeek.SUNDAY), TimeRule.at(LocalTime.of(23, 59, 59)), ZONE))),
      List.of("wired/note", "wired/rows"),
      Duration.ofMinutes(10));

  /**
   * For whoever finds the wiring by the strategy's name.
   */
  public Wired_Everything_Wiring() {
  }

  @Override
  public StrategyDefinition definition() {
    return new StrategyDefinition(
        "wired",
        Wired.Everything.class,
        ZONE,
        Tier.MB_2048,
        Plan.PROFESSIONAL,
        List.of(
            new Subscription("SPY", Resolution.MINUTE),
            new Subscription("BTC/USD", Resolution.HOUR, "crypto")),
        List.of(WEIGH, TABULATE, PACK, WRITE));
  }

  @Override
  public WiredStrategy wire(HostParts host) {
    Wired_Everything_Guard guard = new Wired_Everything_Guard();
    return wire(host, guard, DaggerWired_Everything_Component_Graph.factory().create(host, guard));
  }

  /**
   * With a graph of its own, or of a test.
   */
  static WiredStrategy wire(HostParts host, Wired_Everything_Guard guard,
      Wired_Everything_Component component) {
    Wired.Everything strategy = component.strategy();
    ModelSlot<Map<String, List<Double>>> weights = weightsSlot(strategy, guard);
    ModelSlot<String> note = noteSlot(strategy, guard);
    ModelSlot<Wired.Table> table = tableSlot(strategy, guard);
    ModelSlot<byte[]> bytes = bytesSlot(strategy, guard);
    ModelSlot<List<String>[]> rows = rowsSlot(strategy, guard);
    return new WiredStrategy(
        component,
        guard,
        List.of(weights, note, table, bytes, rows),
        List.of(
            weighJob(strategy, host, weights),
            tabulateJob(strategy, host, guard, table),
            packJob(strategy, bytes),
            writeJob(strategy, guard, note, rows)),
        List.of(
            eachHandler(strategy, host),
            allHandler(strategy)));
  }

  private static ModelSlot<Map<String, List<Double>>> weightsSlot(Wired.Everything strategy,
      Wired_Everything_Guard guard) {
    return new ModelSlot<>(
        guard.weights,
        new ObjectType<Map<String, List<Double>>>() {},
        Format.AUTO,
        () -> strategy.weights,
        value -> strategy.weights = value);
  }

  private static ModelSlot<String> noteSlot(Wired.Everything strategy,
      Wired_Everything_Guard guard) {
    return new ModelSlot<>(
        guard.note,
        ObjectType.of(String.class),
        Format.TEXT,
        () -> strategy.note,
        value -> strategy.note = value);
  }

  private static ModelSlot<Wired.Table> tableSlot(Wired.Everything strategy,
      Wired_Everything_Guard guard) {
    return new ModelSlot<>(
        guard.table,
        ObjectType.of(Wired.Table.class),
        Format.XML,
        () -> strategy.table,
        value -> strategy.table = value);
  }

  private static ModelSlot<byte[]> bytesSlot(Wired.Everything strategy,
      Wired_Everything_Guard guard) {
    return new ModelSlot<>(
        guard.bytes,
        ObjectType.of(byte[].class),
        Format.BYTES,
        () -> strategy.bytes,
        value -> strategy.bytes = value);
  }

  private static ModelSlot<List<String>[]> rowsSlot(Wired.Everything strategy,
      Wired_Everything_Guard guard) {
    return new ModelSlot<>(
        guard.rows,
        new ObjectType<List<String>[]>() {},
        Format.AUTO,
        () -> strategy.rows,
        value -> strategy.rows = value);
  }

  private static TrainingJob weighJob(Wired.Everything strategy, HostParts host,
      ModelSlot<Map<String, List<Double>>> weights) {
    History history = host.history();
    MarketClock clock = host.clock();
    return TrainingJob.returning(WEIGH, weights, () -> strategy.weigh(history, clock));
  }

  private static TrainingJob tabulateJob(Wired.Everything strategy, HostParts host,
      Wired_Everything_Guard guard, ModelSlot<Wired.Table> table) {
    ObjectStore store = host.store();
    return TrainingJob.returning(TABULATE, table, () -> strategy.tabulate(store, guard));
  }

  private static TrainingJob packJob(Wired.Everything strategy, ModelSlot<byte[]> bytes) {
    return TrainingJob.returning(PACK, bytes, () -> strategy.pack());
  }

  private static TrainingJob writeJob(Wired.Everything strategy, Wired_Everything_Guard guard,
      ModelSlot<String> note, ModelSlot<List<String>[]> rows) {
    return TrainingJob.writing(WRITE, List.of(note, rows), () -> strategy.write(guard));
  }

  private static DataHandler eachHandler(Wired.Everything strategy, HostParts host) {
    Portfolio portfolio = host.portfolio();
    return new DataHandler("each", false, slice -> {
      for (int i = 0; i < slice.size(); i++) {
        strategy.each(slice.bar(i), slice, portfolio);
      }
    });
  }

  private static DataHandler allHandler(Wired.Everything strategy) {
    return new DataHandler("all", false, slice -> strategy.all(slice));
  }
}
