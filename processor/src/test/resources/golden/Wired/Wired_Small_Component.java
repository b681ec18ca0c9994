package demo;

import dagger.Binds;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.ModelGuard;
import io.trainyard.strategy.TrainyardGenerated;
import javax.annotation.processing.Generated;
import javax.inject.Singleton;

/**
 * The one door to {@link Wired.Small} and its parts; a Dagger component can depend on it.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
interface Wired_Small_Component {
  Wired.Small strategy();

  Wired_Small_Guard guard();

  /**
   * How Dagger makes it.
   */
  @Singleton
  @jakarta.inject.Singleton
  @Component(
      dependencies = HostParts.class,
      modules = Graph.Bindings.class
  )
  interface Graph extends Wired_Small_Component {
    /**
     * Makes the component.
     */
    @Component.Factory
    interface Factory {
      Graph create(HostParts host, @BindsInstance Wired_Small_Guard guard);
    }

    /**
     * Makes the strategy.
     */
    @Module
    interface Bindings {
      @Provides
      @Singleton
      static Wired.Small strategy(Wired_Small_Guard guard) {
        return new Wired.Small(guard);
      }

      @Binds
      ModelGuard guard(Wired_Small_Guard guard);
    }
  }
}
