package demo;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.trainyard.strategy.TrainyardGenerated;
import javax.annotation.processing.Generated;
import javax.inject.Named;

/**
 * What is left of {@link Replaced.DeskModule} in a test that replaces the rest.
 */
@TrainyardGenerated
@Generated("io.trainyard.processor.StrategyProcessor")
@SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
@Module
public interface Replaced_DeskModule_In_Replaced_DeskTest {
  @Provides
  @IntoSet
  static String name(@Named("fast") Replaced.Signal fast) {
    return Replaced.DeskModule.name(fast);
  }
}
