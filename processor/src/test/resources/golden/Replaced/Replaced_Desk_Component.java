package demo;

import dagger.Binds;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.ModelGuard;
import io.trainyard.strategy.TrainyardGenerated;
import java.util.Set;
import javax.annotation.processing.Generated;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

/**
 * The one door to {@link Replaced.Desk} and its parts; a Dagger component can depend on it.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
interface Replaced_Desk_Component {
  Replaced.Desk strategy();

  Replaced_Desk_Guard guard();

  /**
   * How Dagger makes it.
   */
  @Singleton
  @jakarta.inject.Singleton
  @Component(
      dependencies = HostParts.class,
      modules = {
          Graph.Bindings.class,
          Replaced.DeskModule.class,
          Replaced.PlainModule.class,
          Replaced.OtherModule.class
      }
  )
  interface Graph extends Replaced_Desk_Component {
    /**
     * Makes the component.
     */
    @Component.Factory
    interface Factory {
      Graph create(HostParts host, @BindsInstance Replaced_Desk_Guard guard);
    }

    /**
     * Makes the strategy.
     */
    @Module
    interface Bindings {
      @Provides
      @Singleton
      static Replaced.Desk strategy(Replaced.Broker broker, Provider<Replaced.Clerk> clerk,
          @Named("fast") Lazy<Replaced.Signal> fast, Set<String> names, int seed) {
        return new Replaced.Desk(broker, clerk, fast, names, seed);
      }

      @Binds
      ModelGuard guard(Replaced_Desk_Guard guard);
    }
  }
}
