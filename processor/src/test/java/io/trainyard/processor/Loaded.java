package io.trainyard.processor;

import com.google.testing.compile.Compilation;
import io.trainyard.strategy.StrategyWiring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.tools.JavaFileObject;

/** The classes of package {@code demo} that a compilation made. */
final class Loaded extends ClassLoader {

    private final Map<String, byte[]> classes = new HashMap<>();

    Loaded(Compilation compilation) {
        super(Loaded.class.getClassLoader());
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String path = file.getName();
                String name = path.substring(path.indexOf("/demo/") + 1)
                        .replace(".class", "")
                        .replace('/', '.');
                try {
                    classes.put(name, file.openInputStream().readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** What was generated for a strategy of package {@code demo}. */
    StrategyWiring wiring(String strategy) {
        try {
            return (StrategyWiring)
                    loadClass("demo." + strategy + "_Wiring").getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
