package io.trainyard.samples.scikitregression;

import dagger.Module;
import dagger.Provides;
import io.trainyard.models.python.PythonBridge;
import io.trainyard.models.python.PythonEnvironment;
import io.trainyard.models.python.PythonScript;

/** Opens the bridge when the strategy is deployed, so that a missing interpreter or package shows then. */
@Module
final class PythonModule {

    static final PythonScript SCRIPT =
            PythonScript.resource(PythonModule.class, "regression.py").requires("sklearn", "numpy");

    private PythonModule() {}

    @Provides
    static PythonBridge python() {
        return PythonBridge.open(SCRIPT, PythonEnvironment.standard());
    }
}
