package io.trainyard.testkit.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Problems that a source announces in comments at the ends of lines, {@code //! TY201 at = "08:00"}: a code, and words of the
 * message where they matter. Several on a line are several problems.
 */
final class Announced {

    private static final Pattern COMMENT = Pattern.compile("//! (\\S+) ?((?:(?!//!).)*)");

    private Announced() {}

    static List<Said> in(String source) {
        List<Said> announced = new ArrayList<>();
        String[] lines = source.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = COMMENT.matcher(lines[i]);
            while (matcher.find()) {
                announced.add(
                        new Said(i + 1L, matcher.group(1), matcher.group(2).strip()));
            }
        }
        return announced;
    }
}
