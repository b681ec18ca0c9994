package demo;

import dagger.BindsInstance;
import dagger.Component;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.TrainyardGenerated;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.testkit.TestWiring;
import java.util.List;
import javax.annotation.processing.Generated;
import javax.inject.Named;
import javax.inject.Singleton;

/**
 * The graph of {@link Replaced.Desk} in {@code DeskTest}.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
public final class Replaced_Desk_In_Replaced_DeskTest implements TestWiring {
  /**
   * For the test kit.
   */
  public Replaced_Desk_In_Replaced_DeskTest() {
  }

  @Override
  public List<TestWiring.Open> open() {
    return List.of(
        new TestWiring.Open(Replaced.Broker.class, "broker"),
        new TestWiring.Open(List.class, "pens"));
  }

  @Override
  public WiredStrategy wire(HostParts host, Object[] replacements) {
    Replaced_Desk_Guard guard = new Replaced_Desk_Guard();
    return Replaced_Desk_Wiring.wire(
        host,
        guard,
        DaggerReplaced_Desk_In_Replaced_DeskTest_TestGraph.factory().create(host, guard, (Replaced.Broker) replacements[0], (List<String>) replacements[1]));
  }

  @Override
  public List<String> parameters() {
    return List.of(
        "takes(StrategyDriver,Portfolio,Desk,Clerk,String)#3",
        "takesMore(Signal,Clerk)#1",
        "takesMore(Signal,Clerk)#0");
  }

  @Override
  public Object part(Object component, String parameter) {
    return switch (parameter) {
      case "takes(StrategyDriver,Portfolio,Desk,Clerk,String)#3", "takesMore(Signal,Clerk)#1" -> ((TestGraph) component).part0();
      case "takesMore(Signal,Clerk)#0" -> ((TestGraph) component).part1();
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
          Replaced.OtherModule.class,
          Replaced_DeskModule_In_Replaced_DeskTest.class,
          Replaced_PlainModule_In_Replaced_DeskTest.class
      }
  )
  interface TestGraph extends Replaced_Desk_Component {
    Replaced.Clerk part0();

    @Named("fast")
    Replaced.Signal part1();

    @Component.Factory
    interface Factory {
      TestGraph create(HostParts host, @BindsInstance Replaced_Desk_Guard guard,
          @BindsInstance Replaced.Broker open0, @BindsInstance List<String> open1);
    }
  }
}
