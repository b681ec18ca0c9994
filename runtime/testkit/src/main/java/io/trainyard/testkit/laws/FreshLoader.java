package io.trainyard.testkit.laws;

import io.trainyard.Strategy;
import io.trainyard.host.Strategies;
import io.trainyard.host.Trainyard;
import io.trainyard.schedule.Schedule;
import io.trainyard.strategy.StrategyWiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of a strategy's project anew, so that no static field is left from before, and puts them into a {@link
 * World}. Anew is what lies in folders of the class path, as the classes of a build do, and what is packed but shares the first
 * two parts of the strategy's package; Trainyard itself, libraries and the Java platform stay as they are.
 */
final class FreshLoader extends ClassLoader {

    private static final List<String> TRAINYARD = Stream.of(
                    Trainyard.class, Strategy.class, Schedule.class, FreshLoader.class)
            .map(FreshLoader::location)
            .distinct()
            .toList();

    static {
        registerAsParallelCapable();
    }

    private final @Nullable World world;
    private final ClassLoader usual;
    private final String root;
    private final List<Place> places = new CopyOnWriteArrayList<>();

    FreshLoader(Class<?> strategy, @Nullable World world) {
        super("laws", loader(strategy));
        this.usual = loader(strategy);
        this.world = world;
        this.root = root(strategy.getPackageName());
    }

    private static ClassLoader loader(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }

    /** The world of a class that was loaded anew; null for any other, and where it is left to the platform. */
    static @Nullable World worldOf(Class<?> type) {
        return type.getClassLoader() instanceof FreshLoader fresh ? fresh.world : null;
    }

    /** Begins its world anew, for the next run. */
    void begin() {
        if (world != null) {
            world.begin();
        }
    }

    /** What the classes that were loaded so far do that is worth a look. */
    List<Place> places() {
        return List.copyOf(places);
    }

    /** The wiring of the strategy, loaded anew. */
    StrategyWiring wiring(Class<?> strategy) {
        try {
            return Strategies.of(Class.forName(strategy.getName(), true, this));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    "the class file of " + strategy.getName() + " cannot be found by its class loader", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            if (!name.startsWith("java.")) {
                String path = name.replace('.', '/') + ".class";
                URL file = usual.getResource(path);
                if (file != null && isOwn(name, file.toString(), path)) {
                    return define(name, file, path);
                }
            }
            return super.loadClass(name, resolve);
        }
    }

    private boolean isOwn(String name, String file, String path) {
        String place = file.substring(0, file.length() - path.length());
        if (TRAINYARD.stream().anyMatch(other -> !other.isEmpty() && place.contains(other))) {
            return false;
        }
        return place.startsWith("file:") || (!root.isEmpty() && name.startsWith(root));
    }

    private Class<?> define(String name, URL file, String path) {
        byte[] bytes;
        try (InputStream in = file.openStream()) {
            bytes = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the class file " + path + " cannot be read", e);
        }
        byte[] rewritten = Rewriter.rewrite(bytes, places);
        ProtectionDomain domain =
                new ProtectionDomain(new CodeSource(file, (java.security.cert.Certificate[]) null), null, this, null);
        return defineClass(name, rewritten, 0, rewritten.length, domain);
    }

    private static String location(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? ""
                : source.getLocation().getPath();
    }

    /** {@code com.acme.} of {@code com.acme.trading.spy}; empty for shorter packages. */
    private static String root(String name) {
        int first = name.indexOf('.');
        if (first < 0) {
            return "";
        }
        int second = name.indexOf('.', first + 1);
        return (second < 0 ? name : name.substring(0, second)) + ".";
    }
}
