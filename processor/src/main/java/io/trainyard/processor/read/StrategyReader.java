package io.trainyard.processor.read;

import io.trainyard.processor.source.StrategySource;
import io.trainyard.processor.source.StraySource;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads strategies, and finds what stands outside of them. Keeps nothing from one call to the next. */
public final class StrategyReader {

    static final String STRATEGY = "io.trainyard.Strategy";
    static final String SUBSCRIBE = "io.trainyard.Subscribe";
    static final String STORED = "io.trainyard.Stored";
    static final String TRAIN = "io.trainyard.Train";
    static final String RUNS = "io.trainyard.Runs";
    static final String WALK_FORWARD = "io.trainyard.WalkForward";
    static final String ON_DATA = "io.trainyard.OnData";

    /** The annotations that belong to a strategy, containers of repeated ones included. */
    public static final List<String> ANNOTATIONS = List.of(
            STRATEGY, SUBSCRIBE, SUBSCRIBE + ".List", STORED, TRAIN, TRAIN + ".List", RUNS, WALK_FORWARD, ON_DATA);

    private static final List<String> DAGGER_MODULES = List.of("dagger.Module", "dagger.producers.ProducerModule");

    private final Elements elements;
    private final Types types;
    private final StoredTypes stored;

    /** A reader of the elements of one compilation. */
    public StrategyReader(Elements elements, Types types, StoredTypes stored) {
        this.elements = elements;
        this.types = types;
        this.stored = stored;
    }

    /** Reads a class that is annotated with {@code @Strategy}. */
    public StrategySource read(TypeElement type) {
        return new MemberReader(elements, types, stored, type).read();
    }

    /** Whether a class is annotated with {@code @Strategy}. */
    public static boolean isStrategy(Element type) {
        return AnnotationReader.single(type, STRATEGY) != null;
    }

    /** Whether a class in {@code modules} is a Dagger module. */
    static boolean isDaggerModule(Element type) {
        return type.getAnnotationMirrors().stream()
                .anyMatch(mirror -> DAGGER_MODULES.contains(AnnotationReader.nameOf(mirror)));
    }

    /** The annotations of Trainyard on an element that is neither a strategy nor a member of one. */
    public static List<StraySource> strays(Element element) {
        Element owner = element instanceof TypeElement ? element : element.getEnclosingElement();
        if (owner == null || isStrategy(owner)) {
            return List.of();
        }
        List<StraySource> strays = new ArrayList<>(1);
        for (String name : List.of(SUBSCRIBE, STORED, TRAIN, RUNS, WALK_FORWARD, ON_DATA)) {
            for (AnnotationReader reader : AnnotationReader.repeated(element, name)) {
                String simpleName = name.substring(name.lastIndexOf('.') + 1);
                strays.add(new StraySource(simpleName, owner.toString(), reader.place()));
            }
        }
        return strays;
    }
}
