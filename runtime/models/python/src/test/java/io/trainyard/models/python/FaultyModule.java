package io.trainyard.models.python;

import dagger.Module;
import dagger.Provides;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives the strategy the bridge that the test opened. */
@Module
final class FaultyModule {

    private static volatile @Nullable PythonBridge bridge;

    private FaultyModule() {}

    static void use(PythonBridge opened) {
        bridge = opened;
    }

    @Provides
    static PythonBridge bridge() {
        return Objects.requireNonNull(bridge);
    }
}
