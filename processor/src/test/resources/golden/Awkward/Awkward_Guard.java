package demo;

import io.trainyard.strategy.ModelGuard;
import io.trainyard.strategy.TrainyardGenerated;
import io.trainyard.training.ModelCell;
import io.trainyard.training.ModelStatus;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Tells whether the models of {@link Awkward} are ready.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
final class Awkward_Guard implements ModelGuard {
  final ModelCell host = new ModelCell("awkward/host");

  final ModelCell guard = new ModelCell("awkward/guard");

  final ModelCell models = new ModelCell("awkward/models");

  final ModelCell models2 = new ModelCell("awkward/models-2");

  final ModelCell isModelReady = new ModelCell("awkward/is-model-ready");

  final ModelCell hashCode = new ModelCell("awkward/hash-code");

  final ModelCell wait = new ModelCell("awkward/wait");

  final ModelCell strategy = new ModelCell("awkward/strategy");

  /**
   * Made by {@link Awkward_Wiring}.
   */
  Awkward_Guard() {
  }

  @Override
  public boolean isModelReady() {
    return host.isReady() && guard.isReady() && models.isReady() && models2.isReady() && isModelReady.isReady() && hashCode.isReady() && wait.isReady() && strategy.isReady();
  }

  /**
   * The model in {@code host}.
   */
  public ModelStatus host() {
    return host;
  }

  /**
   * The model in {@code guard}.
   */
  public ModelStatus guard() {
    return guard;
  }

  /**
   * The model in {@code models}.
   */
  public ModelStatus models3() {
    return models;
  }

  /**
   * The model in {@code models2}.
   */
  public ModelStatus models2() {
    return models2;
  }

  /**
   * The model in {@code isModelReady}.
   */
  public ModelStatus isModelReady2() {
    return isModelReady;
  }

  /**
   * The model in {@code hashCode}.
   */
  public ModelStatus hashCode2() {
    return hashCode;
  }

  /**
   * The model in {@code wait}.
   */
  public ModelStatus wait2() {
    return wait;
  }

  /**
   * The model in {@code strategy}.
   */
  public ModelStatus strategy() {
    return strategy;
  }

  @Override
  public List<ModelStatus> models() {
    return List.of(host, guard, models, models2, isModelReady, hashCode, wait, strategy);
  }
}
