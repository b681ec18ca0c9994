package io.trainyard.testkit;

import io.trainyard.market.History;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.store.ObjectStore;
import io.trainyard.store.StoreBackend;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.ModelGuard;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.time.MarketClock;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.ledger.RunLedger;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.Function;

/** What tests can ask for by type. */
final class Parts {

    private static final Map<Class<?>, Function<StrategyDriver, Object>> KNOWN = Map.ofEntries(
            Map.entry(StrategyDriver.class, driver -> driver),
            Map.entry(StrategyDefinition.class, StrategyDriver::definition),
            Map.entry(Timeline.class, StrategyDriver::timeline),
            Map.entry(StoreBackend.class, StrategyDriver::store),
            Map.entry(RunLedger.class, StrategyDriver::ledger),
            Map.entry(TrainingBudget.class, StrategyDriver::budget),
            Map.entry(ModelGuard.class, StrategyDriver::guard),
            Map.entry(HostParts.class, StrategyDriver::parts),
            Map.entry(MarketClock.class, driver -> driver.parts().clock()),
            Map.entry(History.class, driver -> driver.parts().history()),
            Map.entry(Portfolio.class, driver -> driver.parts().portfolio()),
            Map.entry(ObjectStore.class, driver -> driver.parts().store()));

    private final StrategyDriver driver;
    private final Class<?> strategy;

    Parts(StrategyDriver driver) {
        this.driver = driver;
        this.strategy = driver.definition().type();
    }

    /** Whether there is something of that type, whatever Dagger makes beside. */
    boolean has(Class<?> type) {
        return KNOWN.containsKey(type)
                || type == strategy
                || type.getName().equals(generated("_Guard"))
                || type.getName().equals(generated("_Component"));
    }

    /** Has it, in a strategy that is deployed where that takes one. */
    Object get(Class<?> type) {
        Function<StrategyDriver, Object> known = KNOWN.get(type);
        if (known != null) {
            return known.apply(driver);
        }
        if (type == strategy) {
            return strategy();
        }
        return type.getName().endsWith("_Guard") ? driver.guard() : driver.component(Object.class);
    }

    private Object strategy() {
        try {
            // the interface may be for its own package only
            Method door = Class.forName(generated("_Component"), true, strategy.getClassLoader())
                    .getDeclaredMethod("strategy");
            door.setAccessible(true);
            return door.invoke(driver.component(Object.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the component of " + strategy + " is not what the processor writes", e);
        }
    }

    private String generated(String suffix) {
        String name = strategy.getName();
        int end = name.lastIndexOf('.') + 1;
        return name.substring(0, end) + name.substring(end).replace('$', '_') + suffix;
    }

    /** Whether Dagger makes what a parameter asks for. */
    boolean makes(String parameter) {
        TestWiring graph = driver.generated();
        return graph != null && graph.parameters().contains(parameter);
    }

    Object make(String parameter) {
        TestWiring graph = driver.generated();
        if (graph == null) {
            throw new IllegalStateException("nothing was generated for " + parameter);
        }
        return graph.part(driver.component(Object.class), parameter);
    }
}
