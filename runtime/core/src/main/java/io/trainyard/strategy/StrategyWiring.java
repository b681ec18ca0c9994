package io.trainyard.strategy;

/** What the processor generates for a strategy: how to describe it and how to wire one instance of it to a host. */
public interface StrategyWiring {

    /** The strategy as declared. */
    StrategyDefinition definition();

    /** Makes the strategy through its Dagger component and wires it to the parts of a host. */
    WiredStrategy wire(HostParts host);
}
