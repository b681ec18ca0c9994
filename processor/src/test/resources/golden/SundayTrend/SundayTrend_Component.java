package demo;

import io.trainyard.strategy.TrainyardGenerated;
import javax.annotation.processing.Generated;

/**
 * The one door to {@link SundayTrend} and its parts; a Dagger component can depend on it.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
interface SundayTrend_Component {
  SundayTrend strategy();

  SundayTrend_Guard guard();
}
