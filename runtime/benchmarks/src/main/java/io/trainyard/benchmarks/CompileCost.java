package io.trainyard.benchmarks;

import io.trainyard.time.Stopwatch;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the processor adds to a compile: whole compiler processes over many strategies, as they are, with the processor,
 * and with what the processor would have written compiled by hand (the limit); and the same with Dagger. The cases take
 * turns, so that a machine whose speed drifts slows all of them.
 *
 * <p>Arguments: how many strategies (500), how many rounds (5).
 */
final class CompileCost {

    private static final String OWN = "io.trainyard.processor.StrategyProcessor";
    private static final String DAGGER = "dagger.internal.codegen.ComponentProcessor";
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private final Path folder;
    private final Map<String, List<String>> cases = new LinkedHashMap<>();
    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    private CompileCost(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        int strategies = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory("compile-cost");
        try {
            new CompileCost(folder).run(strategies, rounds);
        } finally {
            delete(folder);
        }
    }

    private void run(int strategies, int rounds) throws IOException, InterruptedException {
        Path sources = folder.resolve("sources");
        writeSources(sources, strategies);
        Path generated = Files.createDirectories(folder.resolve("generated"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile("collects what is generated", both(sources, generated, classes));
        List<Path> own = javaFiles(generated, CompileCost::isOwn);
        List<Path> dagger = javaFiles(generated, name -> !isOwn(name));
        // Dagger's classes, so that the processor's output can be compiled without Dagger
        Path daggerClasses = folder.resolve("dagger-classes");
        copy(classes, daggerClasses, CompileCost::isDaggers);
        List<Path> plain = javaFiles(sources, name -> true);
        System.out.printf(
                Locale.ROOT,
                "%d strategies, %,d lines; the processor writes %d files, %,d lines; Dagger %d files, %,d lines%n",
                strategies,
                lines(plain),
                own.size(),
                lines(own),
                dagger.size(),
                lines(dagger));

        String withDagger = CLASS_PATH + File.pathSeparator + daggerClasses;
        cases.put("plain", call(CLASS_PATH, List.of("-proc:none"), plain));
        cases.put("processor", call(withDagger, List.of("-processorpath", CLASS_PATH, "-processor", OWN), plain));
        cases.put("processor, by hand", call(withDagger, List.of("-proc:none"), join(plain, own)));
        cases.put(
                "processor and Dagger",
                call(CLASS_PATH, List.of("-processorpath", CLASS_PATH, "-processor", OWN + "," + DAGGER), plain));
        cases.put(
                "processor and Dagger, by hand",
                call(CLASS_PATH, List.of("-proc:none"), join(join(plain, own), dagger)));
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, List<String>> one : cases.entrySet()) {
                costs.computeIfAbsent(one.getKey(), key -> new ArrayList<>())
                        .add(compile(one.getKey(), one.getValue()));
            }
        }
        print();
    }

    private void print() {
        System.out.printf("%-32s %24s %24s%n", "seconds: median (min, max)", "cpu", "wall");
        costs.forEach((name, all) -> System.out.printf(
                "%-32s %24s %24s%n",
                name,
                spread(all.stream().map(Cost::cpu).toList()),
                spread(all.stream().map(Cost::wall).toList())));
        ratio("processor", "processor, by hand");
        ratio("processor and Dagger", "processor and Dagger, by hand");
    }

    private void ratio(String name, String limit) {
        List<Cost> above = costs.getOrDefault(name, List.of());
        List<Cost> below = costs.getOrDefault(limit, List.of());
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < above.size(); i++) {
            ratios.add(above.get(i).cpu() / below.get(i).cpu());
        }
        System.out.printf("cpu of \"%s\" / \"%s\", round by round: %s%n", name, limit, spread(ratios));
    }

    private static String spread(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f, %.2f)",
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }

    private record Cost(double cpu, double wall) {}

    private List<String> both(Path sources, Path generated, Path classes) throws IOException {
        List<String> call = new ArrayList<>(List.of("-d", classes.toString(), "-s", generated.toString()));
        call.addAll(call(
                CLASS_PATH,
                List.of("-processorpath", CLASS_PATH, "-processor", OWN + "," + DAGGER),
                javaFiles(sources, name -> true)));
        return call;
    }

    private static List<String> call(String classPath, List<String> options, List<Path> files) {
        List<String> call = new ArrayList<>(List.of("--release", "17", "-nowarn", "-classpath", classPath));
        call.addAll(options);
        files.forEach(file -> call.add(file.toString()));
        return call;
    }

    private Cost compile(String name, List<String> call) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(call);
        if (!arguments.contains("-d")) {
            Path out = Files.createTempDirectory(folder, "out");
            arguments.addAll(0, List.of("-d", out.toString()));
        }
        Path file = Files.createTempFile(folder, "arguments", "");
        Files.write(file, arguments.stream().map(one -> '"' + one + '"').toList());
        Path output = Files.createTempFile(folder, "output", "");
        Duration start = Stopwatch.system().elapsed();
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        CLASS_PATH,
                        CompileOnce.class.getName(),
                        "@" + file)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        double wall = Stopwatch.system().elapsed().minus(start).toNanos() / 1e9;
        List<String> printed = Files.readAllLines(output, StandardCharsets.UTF_8);
        if (code != 0) {
            throw new IOException(name + " failed:\n"
                    + String.join("\n", printed.subList(0, Math.min(20, printed.size()))));
        }
        String last = printed.get(printed.size() - 1);
        return new Cost(Long.parseLong(last.substring("cpu ".length())) / 1e3, wall);
    }

    private static boolean isOwn(String name) {
        return name.matches(".*_(Wiring|Guard|Component)\\.java") && !name.startsWith("Dagger");
    }

    private static boolean isDaggers(String name) {
        return name.startsWith("Dagger") || name.contains("_Factory");
    }

    private static List<Path> join(List<Path> left, List<Path> right) {
        return Stream.concat(left.stream(), right.stream()).toList();
    }

    private static List<Path> javaFiles(Path folder, Predicate<String> names) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> names.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path from, Path to, Predicate<String> names) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (names.test(file.getFileName().toString())) {
                    Path target = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static long lines(List<Path> files) throws IOException {
        long lines = 0;
        for (Path file : files) {
            try (Stream<String> all = Files.lines(file)) {
                lines += all.count();
            }
        }
        return lines;
    }

    private static void writeSources(Path folder, int strategies) throws IOException {
        for (int i = 0; i < strategies; i++) {
            String name = "Strategy" + i;
            Path file = folder.resolve("load/p" + i / 50 + "/" + name + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, source("load.p" + i / 50, name, i));
        }
    }

    /** Three stored models, three trainings, one handler: some 45 lines. */
    private static String source(String packageName, String name, int number) {
        String fields = Stream.of("first", "second", "third")
                .map(model -> """
                                @Stored("%s/%s")
                                %s.%s %s;

                                @Train
                                @Train(day = SUNDAY, at = "%02d:30")
                                %s.%s fit%s(History history) {
                                    return new %s.%s(history.closes(60).length);
                                }

                            """.formatted(
                                "load-" + number,
                                model,
                                name,
                                capital(model),
                                model,
                                model.length() + number % 10,
                                name,
                                capital(model),
                                capital(model),
                                name,
                                capital(model)))
                .collect(Collectors.joining());
        return """
                package %s;

                import static io.trainyard.Resolution.DAILY;
                import static java.time.DayOfWeek.SUNDAY;

                import io.trainyard.OnData;
                import io.trainyard.Stored;
                import io.trainyard.Strategy;
                import io.trainyard.Subscribe;
                import io.trainyard.Train;
                import io.trainyard.market.History;
                import io.trainyard.market.Slice;
                import io.trainyard.portfolio.Portfolio;

                @Strategy(name = "load-%d", zone = "America/New_York")
                @Subscribe(symbol = "SPY", resolution = DAILY)
                final class %s {

                    record First(double value) {}

                    record Second(double value) {}

                    record Third(double value) {}

                %s    @OnData
                    void trade(Slice slice, Portfolio portfolio) {
                        if (first.value() + second.value() > third.value() && !portfolio.isInvested()) {
                            portfolio.setHoldings("SPY", 1);
                        }
                    }
                }
                """.formatted(packageName, number, name, fields);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
