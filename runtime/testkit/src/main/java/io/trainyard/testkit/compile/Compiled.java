package io.trainyard.testkit.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What came of compiling a source.
 *
 * @param announced what the source announces
 * @param said what the compiler and the processors said of it: errors and warnings, in the order of the lines
 * @param generated the sources and resources that were written, by path: {@code demo/SundayTrend_Guard.java}
 */
public record Compiled(List<Said> announced, List<Said> said, Map<String, String> generated) {

    /** Copies the collections. */
    public Compiled {
        announced = announced.stream().sorted().toList();
        said = said.stream().sorted().toList();
        generated = Map.copyOf(generated);
    }

    /**
     * Asserts that what was said is what the source announces, each once, and nothing else.
     *
     * @throws AssertionError if not, with both side by side
     */
    public void saysWhatIsAnnounced() {
        List<Said> left = new ArrayList<>(said);
        Map<Said, Said> met = new TreeMap<>();
        List<Said> missing = new ArrayList<>();
        for (Said wanted : announced) {
            Optional<Said> found =
                    left.stream().filter(one -> one.isAnnouncedBy(wanted)).findFirst();
            found.ifPresentOrElse(
                    one -> {
                        left.remove(one);
                        met.put(wanted, one);
                    },
                    () -> missing.add(wanted));
        }
        if (!missing.isEmpty() || !left.isEmpty()) {
            throw new AssertionError(sideBySide(met, missing, left));
        }
    }

    /**
     * Asserts that nothing was said.
     *
     * @throws AssertionError if something was
     */
    public void saysNothing() {
        if (!said.isEmpty()) {
            throw new AssertionError(
                    "the source should compile without a word, but " + sideBySide(Map.of(), List.of(), said));
        }
    }

    /**
     * The text of a generated source or resource.
     *
     * @param path such as {@code demo/SundayTrend_Guard.java}
     * @throws AssertionError if there is none
     */
    public String generated(String path) {
        String text = generated.get(path);
        if (text == null) {
            throw new AssertionError(path + " was not generated; what was: " + new TreeSet<>(generated.keySet()));
        }
        return text;
    }

    private String sideBySide(Map<Said, Said> met, List<Said> missing, List<Said> left) {
        List<Row> rows = new ArrayList<>();
        met.forEach((wanted, found) -> rows.add(new Row(wanted.line(), " ", wanted.shown(), found.shown())));
        missing.forEach(wanted -> rows.add(new Row(wanted.line(), "-", wanted.shown(), "nothing like it")));
        left.forEach(found -> rows.add(new Row(found.line(), "+", "nothing", found.shown())));
        rows.sort((one, other) -> Long.compare(one.line, other.line));
        int width = Math.max(
                "announced".length(),
                rows.stream().mapToInt(row -> row.announced.length()).max().orElse(0));
        StringBuilder text = new StringBuilder(
                missing.size() + " announced and not said, " + left.size() + " said and not announced:\n");
        text.append(String.format(java.util.Locale.ROOT, "  %6s  %-" + width + "s  %s%n", "line", "announced", "said"));
        for (Row row : rows) {
            text.append(String.format(
                    java.util.Locale.ROOT,
                    "%s %6s  %-" + width + "s  %s%n",
                    row.mark,
                    row.line,
                    row.announced,
                    row.said));
        }
        left.forEach(found -> text.append("\nline ")
                .append(found.line())
                .append(", in full:\n")
                .append(found.text())
                .append('\n'));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private record Row(long line, String mark, String announced, String said) {}
}
