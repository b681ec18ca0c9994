package io.trainyard.schedule.declared;

import io.trainyard.schedule.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Words from a list: the constants of an enumeration, on a command line in any case and with hyphens. */
final class ConstantWord {

    private ConstantWord() {}

    static <E extends Enum<E>> Optional<E> read(Said said, Class<E> type, Consumer<Mistake> mistakes) {
        String typed =
                said.text().strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        if (names.contains(typed)) {
            return Optional.of(Enum.valueOf(type, typed));
        }
        List<String> begun = typed.length() < 3
                ? List.of()
                : names.stream().filter(name -> name.startsWith(typed)).toList();
        Optional<String> meant = begun.size() == 1 ? Optional.of(begun.get(0)) : Nearest.to(typed, names);
        said.mistake(
                Mistake.Kind.UNKNOWN_WORD,
                "is not one of its words.",
                said.notation().name(said.element()) + " takes " + Words.list(names) + ", in any case.",
                meant.map(said::with).orElse(""),
                mistakes);
        return Optional.empty();
    }
}
