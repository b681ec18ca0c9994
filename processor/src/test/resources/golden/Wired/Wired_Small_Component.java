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
 * The one door to {@link Wired.Small} and its parts.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
@Component
interface Wired_Small_Component {
  Wired.Small strategy();

  Wired_Small_Guard guard();

  /**
   * Makes the component.
   */
  @Component.Factory
  interface Factory {
    Wired_Small_Component create(@BindsInstance Wired.Small strategy,
        @BindsInstance Wired_Small_Guard guard);
  }

  /**
   * Makes the strategy from the parts of a host.
   */
  @Singleton
  @jakarta.inject.Singleton
  @Component(
      dependencies = HostParts.class,
      modules = Bindings.class
  )
  interface Maker {
    Wired.Small strategy();

    /**
     * Makes the component.
     */
    @Component.Factory
    interface Factory {
      Maker create(HostParts host, @BindsInstance Wired_Small_Guard guard);
    }
  }

  /**
   * What the maker is made of.
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
