package io.trainyard.testkit;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Gives each test of {@link StrategyTest} a driver, and its parameters what they ask for. */
final class StrategyExtension implements ParameterResolver, AfterEachCallback, TestExecutionExceptionHandler {

    private static final Namespace NAMESPACE = Namespace.create(StrategyExtension.class);

    StrategyExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        if (!(parameter.getDeclaringExecutable() instanceof Method method)
                || context.getTestMethod().isEmpty()) {
            return false;
        }
        Parts parts = new Parts(driver(context));
        return parts.has(parameter.getParameter().getType()) || parts.makes(place(method, parameter));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Parts parts = new Parts(driver(context));
        Class<?> type = parameter.getParameter().getType();
        String place = place((Method) parameter.getDeclaringExecutable(), parameter);
        return parts.makes(place) ? parts.make(place) : parts.get(type);
    }

    /** {@code trades(Broker,StrategyDriver)#0}, as the processor writes it. */
    private static String place(Method method, ParameterContext parameter) {
        return method.getName()
                + Arrays.stream(method.getParameters())
                        .map(Parameter::getType)
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(",", "(", ")"))
                + "#" + parameter.getIndex();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Optional.ofNullable(context.getStore(NAMESPACE).remove(StrategyDriver.class, StrategyDriver.class))
                .ifPresent(StrategyDriver::close);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        StrategyDriver driver = context.getStore(NAMESPACE).get(StrategyDriver.class, StrategyDriver.class);
        if (driver != null
                && !driver.timeline().events().isEmpty()
                && !String.valueOf(thrown.getMessage()).contains(driver.story())) {
            thrown.addSuppressed(new Story(driver.story()));
        }
        throw thrown;
    }

    private static StrategyDriver driver(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(StrategyDriver.class, any -> make(context), StrategyDriver.class);
    }

    private static StrategyDriver make(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        StrategyTest declared = declared(context.getRequiredTestMethod(), test);
        return new DriverBuilder(declared.value(), test)
                .mode(declared.mode())
                .startingAt(declared.from())
                .replacing(all -> context.getRequiredTestInstances()
                        .getAllInstances()
                        .forEach(instance -> replace(all, instance)))
                .build();
    }

    private static StrategyTest declared(Method method, Class<?> test) {
        Optional<StrategyTest> found = AnnotationSupport.findAnnotation(method, StrategyTest.class);
        for (Class<?> type = test; found.isEmpty() && type != null; type = type.getEnclosingClass()) {
            found = AnnotationSupport.findAnnotation(type, StrategyTest.class);
        }
        return found.orElseThrow(() -> new IllegalStateException(method + " is no @StrategyTest"));
    }

    private static void replace(Replacements all, Object instance) {
        AnnotationSupport.findAnnotatedFields(
                        instance.getClass(), Replace.class, field -> true, HierarchyTraversalMode.TOP_DOWN)
                .forEach(field -> {
                    Object value = ReflectionSupport.tryToReadFieldValue(field, instance)
                            .getOrThrow(e -> new IllegalStateException("cannot read " + field, e));
                    if (value == null) {
                        throw new IllegalStateException(
                                "@Replace " + field.getType().getSimpleName() + " "
                                        + field.getName() + " is null"
                                        + "\n    why:  what it replaces would be null in the strategy"
                                        + "\n    fix:  give the field a value, where it is declared or in a @BeforeEach method that comes"
                                        + " before the strategy is deployed");
                    }
                    all.put(field.getName(), field.getType(), value);
                });
    }

    /** What happened before a test threw. */
    private static final class Story extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Story(String story) {
            super(story, null, false, false);
        }
    }
}
