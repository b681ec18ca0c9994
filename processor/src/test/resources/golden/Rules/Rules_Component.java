package demo;

import io.trainyard.strategy.TrainyardGenerated;
import javax.annotation.processing.Generated;

/**
 * The one door to {@link Rules} and its parts; a Dagger component can depend on it.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
public interface Rules_Component {
  Rules strategy();

  Rules_Guard guard();
}
