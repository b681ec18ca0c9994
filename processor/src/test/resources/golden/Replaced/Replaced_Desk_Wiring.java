package demo;

import io.trainyard.Plan;
import io.trainyard.Tier;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.strategy.TrainyardGenerated;
import io.trainyard.strategy.WiredStrategy;
import java.time.ZoneId;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Wires {@link Replaced.Desk} to a host.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
public final class Replaced_Desk_Wiring implements StrategyWiring {
  private static final ZoneId ZONE = ZoneId.of("UTC");

  /**
   * For whoever finds the wiring by the strategy's name.
   */
  public Replaced_Desk_Wiring() {
  }

  @Override
  public StrategyDefinition definition() {
    return new StrategyDefinition(
        "replaced",
        Replaced.Desk.class,
        ZONE,
        Tier.MB_512,
        Plan.FREE,
        List.of(),
        List.of());
  }

  @Override
  public WiredStrategy wire(HostParts host) {
    Replaced_Desk_Guard guard = new Replaced_Desk_Guard();
    return wire(host, guard, DaggerReplaced_Desk_Component_Graph.factory().create(host, guard));
  }

  /**
   * With a graph of its own, or of a test.
   */
  static WiredStrategy wire(HostParts host, Replaced_Desk_Guard guard,
      Replaced_Desk_Component component) {
    Replaced.Desk strategy = component.strategy();
    return new WiredStrategy(
        component,
        guard,
        List.of(),
        List.of(),
        List.of());
  }
}
