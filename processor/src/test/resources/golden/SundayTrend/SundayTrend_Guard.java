package demo;

import io.trainyard.strategy.ModelGuard;
import io.trainyard.strategy.TrainyardGenerated;
import io.trainyard.training.ModelCell;
import io.trainyard.training.ModelStatus;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Tells whether the models of {@link SundayTrend} are ready.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
final class SundayTrend_Guard implements ModelGuard {
  final ModelCell line = new ModelCell("sunday-trend/line");

  /**
   * Made by {@link SundayTrend_Wiring}.
   */
  SundayTrend_Guard() {
  }

  @Override
  public boolean isModelReady() {
    return line.isReady();
  }

  /**
   * The model in {@code line}.
   */
  public ModelStatus line() {
    return line;
  }

  @Override
  public List<ModelStatus> models() {
    return List.of(line);
  }
}
