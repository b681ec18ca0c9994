package demo;

import io.trainyard.strategy.ModelGuard;
import io.trainyard.strategy.TrainyardGenerated;
import io.trainyard.training.ModelStatus;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Tells whether the models of {@link Replaced.Desk} are ready.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
final class Replaced_Desk_Guard implements ModelGuard {
  /**
   * Made by {@link Replaced_Desk_Wiring}.
   */
  Replaced_Desk_Guard() {
  }

  @Override
  public boolean isModelReady() {
    return true;
  }

  @Override
  public List<ModelStatus> models() {
    return List.of();
  }
}
