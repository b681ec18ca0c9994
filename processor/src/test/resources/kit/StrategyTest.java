package io.trainyard.testkit;

/** As in the test kit, which the processor does not know. */
public @interface StrategyTest {
    Class<?> value();

    Class<?>[] modules() default {};

    Class<?>[] replaces() default {};
}
