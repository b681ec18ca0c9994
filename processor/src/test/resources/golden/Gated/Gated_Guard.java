package demo;

import io.trainyard.strategy.ModelGuard;
import io.trainyard.strategy.TrainyardGenerated;
import io.trainyard.training.ModelCell;
import io.trainyard.training.ModelStatus;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Tells whether the models of {@link Gated} are ready.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
public final class Gated_Guard implements ModelGuard {
  final ModelCell error = new ModelCell("gated/error");

  /**
   * Made by {@link Gated_Wiring}.
   */
  Gated_Guard() {
  }

  @Override
  public boolean isModelReady() {
    return error.isReady();
  }

  /**
   * The model in {@code error}.
   */
  public ModelStatus error() {
    return error;
  }

  @Override
  public List<ModelStatus> models() {
    return List.of(error);
  }
}
