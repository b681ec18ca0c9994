package demo;

import dagger.Binds;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.trainyard.market.History;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.store.ObjectStore;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.ModelGuard;
import io.trainyard.strategy.TrainyardGenerated;
import io.trainyard.time.MarketClock;
import javax.annotation.processing.Generated;
import javax.inject.Named;
import javax.inject.Singleton;

/**
 * The one door to {@link Wired.Everything} and its parts; a Dagger component can depend on it.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
public interface Wired_Everything_Component {
  Wired.Everything strategy();

  Wired_Everything_Guard guard();

  /**
   * How Dagger makes it.
   */
  @Singleton
  @jakarta.inject.Singleton
  @Component(
      dependencies = HostParts.class,
      modules = {
          Graph.Bindings.class,
          Wired.SignalModule.class,
          Wired.PlainModule.class
      }
  )
  interface Graph extends Wired_Everything_Component {
    /**
     * Makes the component.
     */
    @Component.Factory
    interface Factory {
      Graph create(HostParts host, @BindsInstance Wired_Everything_Guard guard);
    }

    /**
     * Makes the strategy.
     */
    @Module
    interface Bindings {
      @Provides
      @Singleton
      static Wired.Everything strategy(MarketClock clock, History history, Portfolio portfolio,
          ObjectStore store, @Named("fast") Wired.Signal fast, Wired.Clerk clerk,
          Wired_Everything_Guard own, ModelGuard guard) {
        return new Wired.Everything(clock, history, portfolio, store, fast, clerk, own, guard);
      }

      @Binds
      ModelGuard guard(Wired_Everything_Guard guard);
    }
  }
}
