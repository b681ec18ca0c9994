package demo;

import dagger.BindsInstance;
import dagger.Component;
import io.trainyard.strategy.TrainyardGenerated;
import javax.annotation.processing.Generated;

/**
 * The one door to {@link SundayTrend} and its parts.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
@Component
interface SundayTrend_Component {
  SundayTrend strategy();

  SundayTrend_Guard guard();

  /**
   * Makes the component.
   */
  @Component.Factory
  interface Factory {
    SundayTrend_Component create(@BindsInstance SundayTrend strategy,
        @BindsInstance SundayTrend_Guard guard);
  }
}
