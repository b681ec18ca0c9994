package io.trainyard.host;

import io.trainyard.strategy.StrategyWiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds strategies: by class, by name, or all on a class path. The processor leaves one small resource for each,
 * {@code META-INF/trainyard/strategies/<binary class name>}, holding its name and the class that wires it.
 */
public final class Strategies {

    private static final String FOLDER = "META-INF/trainyard/strategies/";

    private final SortedMap<String, Entry> entries;

    private Strategies(SortedMap<String, Entry> entries) {
        this.entries = entries;
    }

    /**
     * The strategies that {@code loader} finds.
     *
     * @throws IllegalArgumentException if two have the same name
     * @throws UncheckedIOException if the class path cannot be read
     */
    public static Strategies on(ClassLoader loader) {
        SortedMap<String, Entry> entries = new TreeMap<>();
        try {
            for (String resource : resources(loader)) {
                Entry entry = read(loader, resource);
                Entry other = entries.putIfAbsent(entry.name, entry);
                if (other != null) {
                    throw new IllegalArgumentException("two strategies are called " + entry.name + ": " + other.type
                            + " and " + entry.type + "; give one of them another @Strategy(name = ...)");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the strategies on the class path", e);
        }
        return new Strategies(entries);
    }

    /** The names of the strategies, in alphabetical order. */
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /**
     * The wiring of the strategy called {@code name}.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public StrategyWiring named(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("no strategy is called " + name + "; there "
                    + (entries.isEmpty() ? "is none on the class path" : "are " + String.join(", ", entries.keySet())));
        }
        return entry.wiring();
    }

    /**
     * The wiring of a class.
     *
     * @throws IllegalArgumentException if the processor has not seen the class
     */
    public static StrategyWiring of(Class<?> type) {
        String name = type.getName();
        String simple = name.substring(name.lastIndexOf('.') + 1).replace('$', '_');
        String wiring = type.getPackageName() + (type.getPackageName().isEmpty() ? "" : ".") + simple + "_Wiring";
        return load(type.getClassLoader(), wiring, name);
    }

    private static StrategyWiring load(ClassLoader loader, String wiring, String type) {
        try {
            return Class.forName(wiring, true, loader)
                    .asSubclass(StrategyWiring.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "there is no " + wiring + " for " + type
                            + ": is the class annotated with @Strategy, and was it compiled"
                            + " with trainyard-processor and dagger-compiler on the processor path?",
                    e);
        }
    }

    private static Entry read(ClassLoader loader, String resource) throws IOException {
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " was listed and is not there");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            int space = text.indexOf(' ');
            if (space < 0) {
                throw new IOException(resource + " holds \"" + text + "\", not a name and a class");
            }
            return new Entry(
                    text.substring(0, space), text.substring(space + 1), resource.substring(FOLDER.length()), loader);
        }
    }

    private static Set<String> resources(ClassLoader loader) throws IOException {
        Set<String> found = new LinkedHashSet<>();
        for (URL url : Collections.list(loader.getResources(FOLDER))) {
            URLConnection connection = url.openConnection();
            if (connection instanceof JarURLConnection jar) {
                jar.setUseCaches(false);
                try (var file = jar.getJarFile()) {
                    file.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.startsWith(FOLDER) && !name.endsWith("/"))
                            .forEach(found::add);
                }
            } else if (url.getProtocol().equals("file")) {
                try (Stream<Path> files = Files.list(Path.of(URI.create(url.toString())))) {
                    files.map(file -> FOLDER + file.getFileName()).forEach(found::add);
                }
            }
        }
        return found.stream().sorted().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All of them, in alphabetical order of their names. */
    public List<StrategyWiring> all() {
        List<StrategyWiring> all = new ArrayList<>();
        entries.values().forEach(entry -> all.add(entry.wiring()));
        return all;
    }

    private record Entry(String name, String wiringClass, String type, ClassLoader loader) {
        StrategyWiring wiring() {
            return load(loader, wiringClass, type);
        }
    }
}
