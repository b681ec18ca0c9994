package io.trainyard.testkit.laws;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Finds classes and methods with laws, and from there each of the laws. */
final class LawsResolver implements SelectorResolver {

    private static final String CLASS = "class";
    private static final String METHOD = "method";
    private static final String LAW = "law";

    static boolean hasLaws(Class<?> type) {
        return type.isAnnotationPresent(StrategyLaws.class) || !methods(type).isEmpty();
    }

    private static List<Method> methods(Class<?> type) {
        return ReflectionSupport.findMethods(
                type, method -> method.isAnnotationPresent(StrategyLaws.class), HierarchyTraversalMode.TOP_DOWN);
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        Class<?> type = selector.getJavaClass();
        return hasLaws(type) ? type(type, context) : Resolution.unresolved();
    }

    private static LawsDescriptor of(TestDescriptor parent, Class<?> type) {
        return LawsDescriptor.of(parent.getUniqueId().append(CLASS, type.getName()), type);
    }

    private static Set<DiscoverySelector> children(LawsDescriptor laws, Class<?> type) {
        Set<DiscoverySelector> children = laws(laws);
        methods(type).forEach(method -> children.add(selectMethod(type, method)));
        return children;
    }

    private static Set<DiscoverySelector> laws(LawsDescriptor laws) {
        Set<DiscoverySelector> selectors = new LinkedHashSet<>();
        laws.wanted()
                .forEach(law -> selectors.add(selectUniqueId(laws.getUniqueId().append(LAW, law.name()))));
        return selectors;
    }

    @Override
    public Resolution resolve(MethodSelector selector, Context context) {
        Method method = selector.getJavaMethod();
        if (!method.isAnnotationPresent(StrategyLaws.class)) {
            return Resolution.unresolved();
        }
        return context.addToParent(
                        () -> selectClass(selector.getJavaClass()), parent -> Optional.of(of(parent, selector)))
                .map(laws -> Resolution.match(Match.exact(laws, () -> laws(laws))))
                .orElse(Resolution.unresolved());
    }

    private static LawsDescriptor of(TestDescriptor parent, MethodSelector selector) {
        return LawsDescriptor.of(
                parent.getUniqueId().append(METHOD, selector.getMethodName()),
                selector.getJavaClass(),
                selector.getJavaMethod());
    }

    /** A law, or what an IDE remembers of an earlier run. */
    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId id = selector.getUniqueId();
        UniqueId.Segment last = id.getLastSegment();
        if (last.getType().equals(LAW)) {
            return context.addToParent(
                            () -> selectUniqueId(id.removeLastSegment()),
                            parent -> Optional.of(new LawDescriptor(id, Law.valueOf(last.getValue()))))
                    .map(law -> Resolution.match(Match.exact(law)))
                    .orElse(Resolution.unresolved());
        }
        Optional<Class<?>> type = type(id).filter(LawsResolver::hasLaws);
        if (type.isEmpty()) {
            return Resolution.unresolved();
        }
        return last.getType().equals(METHOD) ? method(id, type.get(), context) : type(type.get(), context);
    }

    private static Resolution type(Class<?> type, Context context) {
        return context.addToParent(parent -> Optional.of(of(parent, type)))
                .map(laws -> Resolution.match(Match.exact(laws, () -> children(laws, type))))
                .orElse(Resolution.unresolved());
    }

    private static Resolution method(UniqueId id, Class<?> type, Context context) {
        String name = id.getLastSegment().getValue();
        return methods(type).stream()
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .flatMap(method -> context.addToParent(
                        () -> selectUniqueId(id.removeLastSegment()),
                        parent -> Optional.of(LawsDescriptor.of(id, type, method))))
                .map(laws -> Resolution.match(Match.exact(laws, () -> laws(laws))))
                .orElse(Resolution.unresolved());
    }

    private static Optional<Class<?>> type(UniqueId id) {
        return id.getSegments().stream()
                .filter(segment -> segment.getType().equals(CLASS))
                .findFirst()
                .flatMap(segment ->
                        ReflectionSupport.tryToLoadClass(segment.getValue()).toOptional());
    }
}
