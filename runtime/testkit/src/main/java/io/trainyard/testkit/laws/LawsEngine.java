package io.trainyard.testkit.laws;

import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;

/** Runs {@link StrategyLaws} on the JUnit Platform, which finds it by itself; one after the other, on one thread. */
public final class LawsEngine extends HierarchicalTestEngine<LawsEngine.Context> {

    private static final EngineDiscoveryRequestResolver<EngineDescriptor> RESOLVER =
            EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
                    .addClassContainerSelectorResolver(LawsResolver::hasLaws)
                    .addSelectorResolver(new LawsResolver())
                    .build();

    /** Made by the JUnit Platform. */
    public LawsEngine() {}

    @Override
    public String getId() {
        return "trainyard-laws";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        EngineDescriptor engine = new EngineDescriptor(id, "Trainyard Laws");
        RESOLVER.resolve(request, engine);
        return engine;
    }

    @Override
    protected Context createExecutionContext(ExecutionRequest request) {
        return new Context(request.getEngineExecutionListener());
    }

    /**
     * What tests of laws share.
     *
     * @param listener is told how a law was tried
     */
    record Context(EngineExecutionListener listener) implements EngineExecutionContext {}
}
