package io.trainyard.console.store;

import io.trainyard.store.StoreProvider;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ParameterException;

/** Reads what a user types for the place of a store. */
final class PlaceWords {

    // two letters at least: C: is a drive
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);
    private static final Pattern PASSWORD =
            Pattern.compile("password=|//[^/?@]*:[^/?@]*@", Pattern.CASE_INSENSITIVE);

    private static final Pattern PROJECT = Pattern.compile("[?&]project=([^&]*)");

    private static final String MORE = "trainyard store --help";

    private PlaceWords() {}

    static boolean isPath(String named) {
        return begins(named, "file:") || !SCHEME.matcher(named).matches();
    }

    private static boolean begins(String named, String start) {
        return named.toLowerCase(Locale.ROOT).startsWith(start.toLowerCase(Locale.ROOT));
    }

    static Path path(String named, Function<String, ParameterException> misuse) {
        try {
            return begins(named, "file:/") ? Path.of(URI.create(named)) : Path.of(named.replaceFirst("^file:", ""));
        } catch (IllegalArgumentException e) {
            throw misuse.apply(StoreRefusal.text(
                    "--store " + named + " is no folder",
                    String.valueOf(e.getMessage()),
                    "write a path, or a URI such as file:///var/trainyard/live",
                    MORE));
        }
    }

    static void refusePassword(String named, Function<String, ParameterException> misuse) {
        if (PASSWORD.matcher(decoded(named)).find()) {
            throw misuse.apply(StoreRefusal.text(
                    "--store " + StoreProvider.withoutSecrets(named) + " came with a password",
                    "everybody on this machine can read a command line, and shells keep it",
                    "leave it out and set PGPASSWORD, or put it into ~/.pgpass",
                    MORE));
        }
    }

    /** Twice, since a location may have another within it. */
    private static String decoded(String named) {
        try {
            String once = URLDecoder.decode(named, StandardCharsets.UTF_8);
            return named + " " + once + " " + URLDecoder.decode(once, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return named;
        }
    }

    static void refuseUnknown(String named, Function<String, ParameterException> misuse) {
        List<String> starts = ServiceLoader.load(StoreProvider.class).stream()
                .map(provider -> provider.get().start())
                .sorted()
                .toList();
        if (starts.stream().noneMatch(start -> begins(named, start))) {
            throw misuse.apply(StoreRefusal.text(
                    "--store " + StoreProvider.withoutSecrets(named) + " is no folder, and no other place that is known",
                    "it begins with none of "
                            + Stream.concat(Stream.of("file:"), starts.stream())
                                    .collect(Collectors.joining(", ")),
                    "write " + StorePlace.PLACES + "; the jar of its module must be on the class path",
                    MORE));
        }
    }

    /** The project that a location of a database names. */
    static Optional<String> project(String location) {
        Matcher project = PROJECT.matcher(location);
        return begins(location, "jdbc:") && project.find() ? Optional.of(project.group(1)) : Optional.empty();
    }

    /** The location with this project, or this prefix of a bucket, unless it names one. */
    static String withProject(String location, String project) {
        int question = location.indexOf('?');
        String place = question < 0 ? location : location.substring(0, question);
        String settings = question < 0 ? "" : location.substring(question);
        if (begins(location, "jdbc:")) {
            return project(location).isPresent()
                    ? location
                    : location + (question < 0 ? "?" : "&") + "project=" + project;
        }
        boolean prefixed = !place.replaceFirst("^[^:]*:/*[^/]*/*", "").isEmpty();
        return prefixed ? location : place.replaceFirst("/*$", "") + "/" + project + settings;
    }
}
