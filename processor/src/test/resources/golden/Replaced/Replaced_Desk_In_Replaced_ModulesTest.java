package demo;

import dagger.BindsInstance;
import dagger.Component;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.TrainyardGenerated;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.testkit.TestWiring;
import java.util.List;
import javax.annotation.processing.Generated;
import javax.inject.Singleton;

/**
 * The graph of {@link Replaced.Desk} in {@code ModulesTest}.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
public final class Replaced_Desk_In_Replaced_ModulesTest implements TestWiring {
  /**
   * For the test kit.
   */
  public Replaced_Desk_In_Replaced_ModulesTest() {
  }

  @Override
  public List<TestWiring.Open> open() {
    return List.of();
  }

  @Override
  public WiredStrategy wire(HostParts host, Object[] replacements) {
    Replaced_Desk_Guard guard = new Replaced_Desk_Guard();
    return Replaced_Desk_Wiring.wire(
        host,
        guard,
        DaggerReplaced_Desk_In_Replaced_ModulesTest_TestGraph.factory().create(host, guard));
  }

  @Override
  public List<String> parameters() {
    return List.of("takes(Broker)#0");
  }

  @Override
  public Object part(Object component, String parameter) {
    return switch (parameter) {
      case "takes(Broker)#0" -> ((TestGraph) component).part0();
      default -> throw new IllegalArgumentException(parameter);
    };
  }

  @Singleton
  @jakarta.inject.Singleton
  @Component(
      dependencies = HostParts.class,
      modules = {
          Replaced_Desk_Component.Graph.Bindings.class,
          Replaced.SignalModule.class,
          Replaced.PlainModule.class,
          Replaced.OtherModule.class,
          Replaced.FakeModule.class,
          Replaced_DeskModule_In_Replaced_ModulesTest.class
      }
  )
  interface TestGraph extends Replaced_Desk_Component {
    Replaced.Broker part0();

    @Component.Factory
    interface Factory {
      TestGraph create(HostParts host, @BindsInstance Replaced_Desk_Guard guard);
    }
  }
}
