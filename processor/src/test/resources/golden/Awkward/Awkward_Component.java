package demo;

import dagger.BindsInstance;
import dagger.Component;
import io.trainyard.strategy.TrainyardGenerated;
import javax.annotation.processing.Generated;

/**
 * The one door to {@link Awkward} and its parts.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
@Component
interface Awkward_Component {
  Awkward strategy();

  Awkward_Guard guard();

  /**
   * Makes the component.
   */
  @Component.Factory
  interface Factory {
    Awkward_Component create(@BindsInstance Awkward strategy, @BindsInstance Awkward_Guard guard);
  }
}
