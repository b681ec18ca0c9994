package demo;

import io.trainyard.strategy.ModelGuard;
import io.trainyard.strategy.TrainyardGenerated;
import io.trainyard.training.ModelCell;
import io.trainyard.training.ModelStatus;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Tells whether the models of {@link WalkingForward} are ready.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
public final class WalkingForward_Guard implements ModelGuard {
  final ModelCell walk = new ModelCell("walking/walk");

  final ModelCell anchored = new ModelCell("walking/anchored");

  final ModelCell fitWalk = new ModelCell("walking/fit-walk");

  final ModelCell expiring = new ModelCell("walking/expiring");

  /**
   * Made by {@link WalkingForward_Wiring}.
   */
  WalkingForward_Guard() {
  }

  @Override
  public boolean isModelReady() {
    return walk.isReady() && anchored.isReady() && fitWalk.isReady() && expiring.isReady();
  }

  /**
   * The model in {@code walk}.
   */
  public ModelStatus walk() {
    return walk;
  }

  /**
   * The model in {@code anchored}.
   */
  public ModelStatus anchored() {
    return anchored;
  }

  /**
   * The model in {@code fitWalk}.
   */
  public ModelStatus fitWalk() {
    return fitWalk;
  }

  /**
   * The model in {@code expiring}.
   */
  public ModelStatus expiring() {
    return expiring;
  }

  @Override
  public List<ModelStatus> models() {
    return List.of(walk, anchored, fitWalk, expiring);
  }
}
