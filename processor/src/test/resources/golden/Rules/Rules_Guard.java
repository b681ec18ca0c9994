package demo;

import io.trainyard.strategy.ModelGuard;
import io.trainyard.strategy.TrainyardGenerated;
import io.trainyard.training.ModelCell;
import io.trainyard.training.ModelStatus;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Tells whether the models of {@link Rules} are ready.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
public final class Rules_Guard implements ModelGuard {
  final ModelCell fresh = new ModelCell("rules/fresh");

  final ModelCell deferred = new ModelCell("rules/deferred");

  final ModelCell shortened = new ModelCell("rules/shortened");

  final ModelCell broken = new ModelCell("rules/broken");

  /**
   * Made by {@link Rules_Wiring}.
   */
  Rules_Guard() {
  }

  @Override
  public boolean isModelReady() {
    return fresh.isReady() && deferred.isReady() && shortened.isReady() && broken.isReady();
  }

  /**
   * The model in {@code fresh}.
   */
  public ModelStatus fresh() {
    return fresh;
  }

  /**
   * The model in {@code deferred}.
   */
  public ModelStatus deferred() {
    return deferred;
  }

  /**
   * The model in {@code shortened}.
   */
  public ModelStatus shortened() {
    return shortened;
  }

  /**
   * The model in {@code broken}.
   */
  public ModelStatus broken() {
    return broken;
  }

  @Override
  public List<ModelStatus> models() {
    return List.of(fresh, deferred, shortened, broken);
  }
}
