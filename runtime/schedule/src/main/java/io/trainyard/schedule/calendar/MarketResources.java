package io.trainyard.schedule.calendar;

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
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The files of markets on a class path: the one place of this module that reads anything. */
final class MarketResources {

    private MarketResources() {}

    /** The text of a market's file; empty if there is none. */
    static Optional<String> text(String name, ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(Markets.resource(name))) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + Markets.resource(name) + " on the class path", e);
        }
    }

    /** The names of all files; a jar shows them if it lists its folders, as those of build tools do. */
    static Set<String> names(ClassLoader loader) {
        Set<String> names = new TreeSet<>();
        try {
            for (URL folder : Collections.list(loader.getResources(Markets.FOLDER))) {
                addNames(folder, names);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the markets on the class path", e);
        }
        return names;
    }

    private static void addNames(URL folder, Set<String> names) throws IOException {
        URLConnection connection = folder.openConnection();
        if (connection instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            try (JarFile file = jar.getJarFile()) {
                file.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(Markets.FOLDER) && !name.endsWith("/"))
                        .forEach(name -> names.add(name.substring(Markets.FOLDER.length())));
            }
        } else if (folder.getProtocol().equals("file")) {
            try (Stream<Path> files = Files.list(Path.of(URI.create(folder.toString())))) {
                files.forEach(file -> names.add(String.valueOf(file.getFileName())));
            }
        }
    }
}
