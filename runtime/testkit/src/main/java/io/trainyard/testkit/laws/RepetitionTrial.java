package io.trainyard.testkit.laws;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Supplier;

/** {@link Law#SAME_TWICE} and {@link Law#STATE_IN_FIELDS}. */
final class RepetitionTrial {

    private static final int RUNS = 6;
    private static final Object DEFAULTS = new Object();

    private RepetitionTrial() {}

    static Verdict twice(Subject subject) {
        if (subject.repetition().isPresent()) {
            return broken(
                    subject,
                    "two runs over the same bars",
                    "second run",
                    subject.repetition().get());
        }
        Transcript first = subject.actor(null).backtest(subject.stage());
        for (Setting setting : settings()) {
            Transcript other = setting.in(() -> subject.actor(null).backtest(subject.stage()));
            Optional<Difference> difference = Difference.of(first, other);
            if (difference.isPresent()) {
                return broken(subject, "two runs over the same bars, " + setting, "second run", difference.get());
            }
        }
        return new Verdict.Kept(Law.SAME_TWICE, RUNS + 2 + " runs, three of them with other default zones and locales");
    }

    private static Verdict broken(Subject subject, String what, String other, Difference difference) {
        return subject.broken(
                Law.SAME_TWICE,
                what + ", come to different decisions",
                "first run",
                other,
                difference,
                "what it decides depends on something else than its bars: a random number without a seed, a clock, a hash code, a"
                        + " thread, a default of this machine",
                "give random numbers a seed, and see what the laws beside this one say of the rest",
                "");
    }

    static Verdict stateInFields(Subject subject) {
        Actor actor = subject.actor();
        Transcript first = actor.backtest(subject.stage());
        Optional<Difference> difference = Difference.of(first, actor.backtest(subject.stage()));
        if (difference.isEmpty()) {
            return new Verdict.Kept(Law.STATE_IN_FIELDS, "a second run with the same classes");
        }
        return subject.broken(
                Law.STATE_IN_FIELDS,
                "a second run in the same process, over the same bars, comes to different decisions",
                "first run",
                "second run",
                difference.get(),
                "it keeps state where the next run finds it: in a static field, a singleton, a cache, a file",
                "keep state in fields of the strategy, those that have to survive in @Stored ones; make static fields final and"
                        + " what they hold unchangeable",
                "");
    }

    private static List<Setting> settings() {
        return List.of(
                new Setting(null, null),
                new Setting(ZoneId.of("Asia/Tokyo"), Locale.forLanguageTag("tr-TR")),
                new Setting(ZoneId.of("America/Los_Angeles"), Locale.forLanguageTag("ar-EG-u-nu-arab")),
                new Setting(ZoneId.of("Asia/Kolkata"), Locale.GERMANY),
                new Setting(null, null));
    }

    /** The defaults of the machine; null for as they are. */
    private record Setting(
            @org.jspecify.annotations.Nullable ZoneId zone,
            @org.jspecify.annotations.Nullable Locale locale) {

        Transcript in(Supplier<Transcript> run) {
            if (zone == null || locale == null) {
                return run.get();
            }
            synchronized (DEFAULTS) {
                TimeZone usualZone = TimeZone.getDefault();
                Locale usualLocale = Locale.getDefault();
                Locale usualFormat = Locale.getDefault(Locale.Category.FORMAT);
                Locale usualDisplay = Locale.getDefault(Locale.Category.DISPLAY);
                try {
                    TimeZone.setDefault(TimeZone.getTimeZone(zone));
                    Locale.setDefault(locale);
                    return run.get();
                } finally {
                    TimeZone.setDefault(usualZone);
                    Locale.setDefault(usualLocale);
                    Locale.setDefault(Locale.Category.FORMAT, usualFormat);
                    Locale.setDefault(Locale.Category.DISPLAY, usualDisplay);
                }
            }
        }

        @Override
        public String toString() {
            return zone == null || locale == null
                    ? "nothing being changed"
                    : "the second with the default zone " + zone + " and the default locale " + locale.toLanguageTag();
        }
    }
}
