package io.trainyard.testkit;

import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.WiredStrategy;
import java.util.List;

/** As in the test kit. */
public interface TestWiring {
    List<Open> open();

    WiredStrategy wire(HostParts host, Object[] replacements);

    List<String> parameters();

    Object part(Object component, String parameter);

    record Open(Class<?> type, String field) {}
}
