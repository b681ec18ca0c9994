package io.trainyard.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types into a line of source what a message says to type, as somebody does who takes it at its word. */
final class Typing {

    private static final Pattern TYPEABLE = Pattern.compile("\"[^\"]*\"|@Dates\\(.*\\)|@Stored\\(\"[^\"]*\"\\)");
    private static final Pattern ELEMENT =
            Pattern.compile("[a-zA-Z]+ = (?:\"[^\"]*\"|\\{.*}|@Dates\\(.*\\)|[A-Za-z0-9_.+-]+)");

    private Typing() {}

    /** Whether a fix is elements, a word or an annotation, and not advice. */
    static boolean isTypeable(String fix) {
        List<String> parts = split(fix);
        return TYPEABLE.matcher(fix).matches()
                || (!parts.isEmpty()
                        && parts.stream().allMatch(part -> ELEMENT.matcher(part).matches()));
    }

    /** The line with the fix typed where the caret stands. */
    static String type(String line, int caret, String fix) {
        if (fix.startsWith("@Stored")) {
            return line.replaceFirst("@Stored\\(\"[^\"]*\"\\)", Matcher.quoteReplacement(fix));
        }
        boolean whole = line.charAt(caret) == '@' && !fix.startsWith("@");
        int open = whole ? line.indexOf('(', caret) : opening(line, caret);
        int close = closing(line, open);
        boolean partly = open < 0 && split(fix).size() > 1;
        if (close == line.length() || line.charAt(close) != ')' || partly) {
            // the annotation is not on this line, or not all that is to be replaced
            return line;
        }
        if (fix.startsWith("\"")) {
            return line.substring(0, caret) + fix + line.substring(line.indexOf('"', caret + 1) + 1);
        }
        if (fix.startsWith("@Dates")) {
            boolean instead = line.startsWith("@Dates", caret);
            // one more beside the one that says too much: the second kind of dates moves out of it
            return instead
                    ? line.substring(0, caret) + fix + line.substring(closing(line, line.indexOf('(', caret)) + 1)
                    : line.substring(0, line.lastIndexOf("@Dates", caret)) + "{"
                            + line.substring(line.lastIndexOf("@Dates", caret), open + 1)
                            + without(line.substring(open + 1, close), fix.substring(7, fix.indexOf(" = "))) + "), "
                            + fix + "}" + line.substring(close + 1);
        }
        List<String> parts = split(fix);
        String names = parts.get(0).replaceFirst(" = .*", "");
        if (names.equals("symbol")
                || names.equals("market")
                || (names.equals("on") && line.indexOf("@Dates", open - 6) == open - 6)) {
            // what a combination lacks is typed beside it
            open = line.indexOf('(');
            close = closing(line, open);
        }
        String typed = line.substring(open + 1, close);
        if (names.equals("or")) {
            for (String element : split(fix.substring(fix.indexOf('(') + 1, fix.lastIndexOf(')')))) {
                typed = without(typed, element.replaceFirst(" = .*", ""));
            }
        }
        // the other of two that cannot stand beside each other
        boolean train = parts.size() == 1 && line.contains("@Train(");
        typed = train && names.equals("symbol") ? without(typed, "market") : typed;
        typed = train && names.equals("market") ? without(typed, "symbol") : typed;
        typed = fix.startsWith("on = Days.MONTH_START") ? without(typed, "on") : typed;
        typed = fix.startsWith("everyWeeks") && fix.contains("anchor") ? without(typed, "day") : typed;
        for (String part : parts) {
            typed = with(typed, part);
        }
        return line.substring(0, open + 1) + typed + line.substring(close);
    }

    private static String with(String elements, String element) {
        List<String> typed = new ArrayList<>();
        String name = element.replaceFirst(" = .*", "");
        boolean replaced = false;
        for (String one : split(elements)) {
            boolean same = one.replaceFirst(" = .*", "").equals(name);
            typed.add(same ? element : one);
            replaced |= same;
        }
        if (!replaced) {
            typed.add(element);
        }
        return String.join(", ", typed);
    }

    private static String without(String elements, String name) {
        return String.join(
                ", ",
                split(elements).stream()
                        .filter(one -> !one.replaceFirst(" = .*", "").equals(name))
                        .toList());
    }

    /** The elements of an annotation, or the words in it: parted by commas outside of brackets and texts. */
    private static List<String> split(String elements) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        boolean text = false;
        for (int i = 0; i < elements.length(); i++) {
            char letter = elements.charAt(i);
            text ^= letter == '"';
            depth += text ? 0 : letter == '(' || letter == '{' ? 1 : letter == ')' || letter == '}' ? -1 : 0;
            boolean comma = letter == ',' && depth == 0 && !text;
            if (comma) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(letter);
            }
        }
        if (!part.toString().isBlank()) {
            parts.add(part.toString().strip());
        }
        return parts;
    }

    /** The bracket that opens the innermost annotation around the caret; -1 where that is on a line above. */
    private static int opening(String line, int caret) {
        int depth = 0;
        for (int i = caret; i >= 0; i--) {
            if (line.charAt(i) == ')') {
                depth++;
            } else if (line.charAt(i) == '(' && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The bracket that closes what is open after {@code open}; the end of the code where that is on a line below. */
    private static int closing(String line, int open) {
        int depth = 0;
        for (int i = open + 1; i < line.length(); i++) {
            if (line.charAt(i) == '(') {
                depth++;
            } else if (line.charAt(i) == ')' && depth-- == 0) {
                return i;
            }
        }
        int comment = line.indexOf("//!");
        return comment < 0 ? line.length() : comment;
    }
}
