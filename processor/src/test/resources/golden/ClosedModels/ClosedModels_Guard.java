package demo;

import io.trainyard.strategy.ModelGuard;
import io.trainyard.strategy.TrainyardGenerated;
import io.trainyard.training.ModelCell;
import io.trainyard.training.ModelStatus;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Tells whether the models of {@link ClosedModels} are ready.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
final class ClosedModels_Guard implements ModelGuard {
  final ModelCell network = new ModelCell("closed/network");

  final ModelCell deep = new ModelCell("closed/deep");

  /**
   * Made by {@link ClosedModels_Wiring}.
   */
  ClosedModels_Guard() {
  }

  @Override
  public boolean isModelReady() {
    return network.isReady() && deep.isReady();
  }

  /**
   * The model in {@code network}.
   */
  public ModelStatus network() {
    return network;
  }

  /**
   * The model in {@code deep}.
   */
  public ModelStatus deep() {
    return deep;
  }

  @Override
  public List<ModelStatus> models() {
    return List.of(network, deep);
  }
}
