package io.trainyard.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of a strategy, or a class of such tests; on a method it is a {@link Test} too. Each test method has a {@link
 * StrategyDriver} of its own, and takes as parameters
 *
 * <ul>
 *   <li>the {@code StrategyDriver}, not deployed yet, and what outlives processes: {@code Timeline}, {@code StoreBackend}, live
 *       the {@code RunLedger};
 *   <li>the parts of the host: {@code MarketClock}, {@code History}, {@code Portfolio}, {@code ObjectStore};
 *   <li>the strategy itself, its guard, its component;
 *   <li>whatever Dagger can make in the strategy's graph, with its qualifier.
 * </ul>
 *
 * Whoever takes any but the first has the strategy deployed before: what the driver is to know first, such as bars of the past, a
 * {@code @BeforeEach} method tells it, which takes the driver. They are those of the first process; after a restart the driver
 * has the new ones.
 *
 * <p>When the test throws, the story of what happened is attached to what it throws.
 */
@Documented
@Test
@ExtendWith(StrategyExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface StrategyTest {

    /** The strategy. */
    Class<?> value();

    /** As what it runs. */
    Mode mode() default Mode.BACKTEST;

    /** When it is deployed; see {@link DriverBuilder#startingAt}. */
    String from() default "";

    /**
     * Dagger modules whose bindings take the place of those of the strategy's graph that have the same type and qualifier. Each
     * has only static or abstract bindings, or a constructor without parameters.
     */
    Class<?>[] modules() default {};

    /** What builders in this class replace by {@link DriverBuilder#with}, beside the fields {@link Replace}. */
    Class<?>[] replaces() default {};
}
