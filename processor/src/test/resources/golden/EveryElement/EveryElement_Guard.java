package demo;

import io.trainyard.strategy.ModelGuard;
import io.trainyard.strategy.TrainyardGenerated;
import io.trainyard.training.ModelCell;
import io.trainyard.training.ModelStatus;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Tells whether the models of {@link EveryElement} are ready.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
final class EveryElement_Guard implements ModelGuard {
  final ModelCell dates = new ModelCell("every-element/dates");

  final ModelCell market = new ModelCell("every-element/market");

  final ModelCell times = new ModelCell("every-element/times");

  /**
   * Made by {@link EveryElement_Wiring}.
   */
  EveryElement_Guard() {
  }

  @Override
  public boolean isModelReady() {
    return dates.isReady() && market.isReady() && times.isReady();
  }

  /**
   * The model in {@code dates}.
   */
  public ModelStatus dates() {
    return dates;
  }

  /**
   * The model in {@code market}.
   */
  public ModelStatus market() {
    return market;
  }

  /**
   * The model in {@code times}.
   */
  public ModelStatus times() {
    return times;
  }

  @Override
  public List<ModelStatus> models() {
    return List.of(dates, market, times);
  }
}
