package demo;

import dagger.Module;
import dagger.Provides;
import io.trainyard.strategy.TrainyardGenerated;
import javax.annotation.processing.Generated;

/**
 * What is left of {@link Replaced.PlainModule} in a test that replaces the rest.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
@Module
public final class Replaced_PlainModule_In_Replaced_DeskTest {
  private final Replaced.PlainModule module = new Replaced.PlainModule();

  @Provides
  public int seed() {
    return module.seed();
  }
}
