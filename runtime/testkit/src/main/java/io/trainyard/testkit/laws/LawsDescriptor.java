package io.trainyard.testkit.laws;

import io.trainyard.market.data.BarSource;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.hierarchical.Node;

/** The laws of one {@link StrategyLaws}, on a class or a method; or a class that only has methods with laws. */
final class LawsDescriptor extends AbstractTestDescriptor implements Node<LawsEngine.Context> {

    private final Class<?> type;
    private final @Nullable Method method;
    private @Nullable Laws laws;

    private LawsDescriptor(UniqueId id, String name, TestSource source, Class<?> type, @Nullable Method method) {
        super(id, name, source);
        this.type = type;
        this.method = method;
    }

    static LawsDescriptor of(UniqueId id, Class<?> type) {
        return new LawsDescriptor(id, type.getSimpleName(), ClassSource.from(type), type, null);
    }

    static LawsDescriptor of(UniqueId id, Class<?> type, Method method) {
        return new LawsDescriptor(id, method.getName(), MethodSource.from(type, method), type, method);
    }

    private AnnotatedElement element() {
        return method != null ? method : type;
    }

    private @Nullable StrategyLaws wish() {
        return element().getAnnotation(StrategyLaws.class);
    }

    /** The laws that are to be tried. */
    List<Law> wanted() {
        StrategyLaws wish = wish();
        if (wish == null) {
            return List.of();
        }
        List<Law> only = wish.only().length == 0 ? List.of(Law.values()) : List.of(wish.only());
        return only.stream()
                .filter(law -> !Arrays.asList(wish.except()).contains(law))
                .toList();
    }

    /** Made when the first law is tried. */
    Laws laws() {
        StrategyLaws wish = wish();
        if (laws == null && wish != null) {
            laws = Laws.of(wish.value()).seed(wish.seed());
            if (!wish.from().isEmpty()) {
                laws.from(LocalDate.parse(wish.from()));
            }
            if (!wish.to().isEmpty()) {
                laws.to(LocalDate.parse(wish.to()));
            }
            BarSource bars = bars(wish);
            if (bars != null) {
                laws.on(bars);
            }
        }
        return java.util.Objects.requireNonNull(laws);
    }

    private @Nullable BarSource bars(StrategyLaws wish) {
        if (method != null && method.getReturnType() != void.class) {
            if (!BarSource.class.isAssignableFrom(method.getReturnType()) || method.getParameterCount() > 0) {
                throw new IllegalArgumentException(type.getSimpleName() + "." + method.getName()
                        + " has @StrategyLaws and is no method without parameters that returns a BarSource: let it return the"
                        + " bars, for instance those that Bars makes, or nothing");
            }
            Object test = Modifier.isStatic(method.getModifiers()) ? null : ReflectionSupport.newInstance(type);
            return (BarSource) ReflectionSupport.invokeMethod(method, test);
        }
        return wish.bars() == BarSource.class ? null : ReflectionSupport.newInstance(wish.bars());
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public Set<TestTag> getTags() {
        Set<TestTag> tags = new LinkedHashSet<>();
        getParent().ifPresent(parent -> tags.addAll(parent.getTags()));
        AnnotationSupport.findRepeatableAnnotations(element(), Tag.class)
                .forEach(tag -> tags.add(TestTag.create(tag.value())));
        return tags;
    }

    @Override
    public SkipResult shouldBeSkipped(LawsEngine.Context context) {
        return AnnotationSupport.findAnnotation(element(), Disabled.class)
                .map(disabled -> SkipResult.skip(disabled.value()))
                .orElse(SkipResult.doNotSkip());
    }
}
