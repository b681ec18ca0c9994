package demo;

import io.trainyard.strategy.ModelGuard;
import io.trainyard.strategy.TrainyardGenerated;
import io.trainyard.training.ModelCell;
import io.trainyard.training.ModelStatus;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Tells whether the models of {@link Wired.Everything} are ready.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
public final class Wired_Everything_Guard implements ModelGuard {
  final ModelCell weights = new ModelCell("wired/weights");

  final ModelCell note = new ModelCell("wired/note");

  final ModelCell table = new ModelCell("wired/table.xml");

  final ModelCell bytes = new ModelCell("wired/bytes");

  final ModelCell rows = new ModelCell("wired/rows");

  /**
   * Made by {@link Wired_Everything_Wiring}.
   */
  Wired_Everything_Guard() {
  }

  @Override
  public boolean isModelReady() {
    return weights.isReady() && note.isReady() && table.isReady() && bytes.isReady() && rows.isReady();
  }

  /**
   * The model in {@code weights}.
   */
  public ModelStatus weights() {
    return weights;
  }

  /**
   * The model in {@code note}.
   */
  public ModelStatus note() {
    return note;
  }

  /**
   * The model in {@code table}.
   */
  public ModelStatus table() {
    return table;
  }

  /**
   * The model in {@code bytes}.
   */
  public ModelStatus bytes() {
    return bytes;
  }

  /**
   * The model in {@code rows}.
   */
  public ModelStatus rows() {
    return rows;
  }

  @Override
  public List<ModelStatus> models() {
    return List.of(weights, note, table, bytes, rows);
  }
}
