package io.trainyard.processor.resolve;

import io.trainyard.processor.problem.Code;
import io.trainyard.schedule.declared.DurationWord;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Elements that are lengths of time as ISO 8601 has them, {@code PT1H30M}: none below zero, each up to some length. */
enum LengthOfTime {
    /** How long a run may take. */
    LIMIT(
            "limit",
            Code.TY240,
            Code.TY241,
            false,
            // far above every budget, and far below what arithmetic on instants can take
            Duration.ofDays(30),
            Duration.ofMinutes(10),
            Duration.ofMinutes(90),
            "leaves a run no time",
            "the limit is how long one run may take.",
            "is longer than a run can be",
            "no budget holds more than 30 days of training; the largest tier holds 90 minutes."),
    /** When a run that threw is tried again. */
    BACKOFF(
            "backoff",
            Code.TY250,
            Code.TY251,
            false,
            Duration.ofDays(30),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            "is no time after a failure",
            "the first retry comes that long after it, and each further one after twice as long.",
            "is longer than a retry can wait",
            "a retry comes within 30 days, if the training is not due again before."),
    /** What a run is charged in a backtest. */
    FIXED_COST(
            "fixedCost",
            Code.TY250,
            Code.TY251,
            true,
            Duration.ofDays(30),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            "is less than nothing",
            "it is what each run is charged of the training budget in a backtest.",
            "is more than a run can cost",
            "a run is charged at most its limit, and no limit is above 30 days."),
    /** From when on a model is stale. */
    MAX_AGE(
            "maxAge",
            Code.TY270,
            Code.TY271,
            false,
            Duration.ofDays(36_500),
            Duration.ofDays(14),
            Duration.ofDays(14),
            "makes every model stale as soon as it is made",
            "it is the age from which a model counts as stale.",
            "is longer than a model serves",
            "ages go up to a century, P36500D; without the element a model is never stale."),
    /** From when on a model is not used. */
    EXPIRES_AFTER(
            "expiresAfter",
            Code.TY270,
            Code.TY271,
            false,
            Duration.ofDays(36_500),
            Duration.ofDays(28),
            Duration.ofDays(28),
            "lets no model ever be used",
            "it is the age from which a model is not used any more.",
            "is longer than a model serves",
            "ages go up to a century, P36500D; without the element a model never expires."),
    /** How long a version stays unseen. */
    EMBARGO(
            "embargo",
            Code.TY273,
            Code.TY274,
            true,
            Duration.ofDays(36_500),
            Duration.ofDays(2),
            Duration.ofDays(2),
            "would show backtests versions from data of their future",
            "it is how long after the end of its data a version stays unseen.",
            "is longer than a backtest can wait for",
            "embargoes go up to a century, P36500D; without the element there is none."),
    /** How far a label looks ahead. */
    PURGE(
            "purge",
            Code.TY260,
            Code.TY261,
            true,
            Duration.ofDays(36_500),
            Duration.ofDays(14),
            Duration.ofDays(14),
            "would train on labels from the test",
            "it is how far a label looks ahead, PT0S for not at all; training ends that long before the test.",
            "is further than a label can look ahead",
            "purges go up to a century, P36500D."),
    /** How much further training and test are apart. */
    WALK_EMBARGO(
            "embargo",
            Code.TY260,
            Code.TY261,
            true,
            Duration.ofDays(36_500),
            Duration.ofDays(2),
            Duration.ofDays(2),
            "would train on what the test is on",
            "it is how much further than the purge training and test are apart.",
            "is longer than a history is",
            "embargoes go up to a century, P36500D; without the element there is none.");

    /** A number alone is of days where days are usual. */
    private static final Pattern DAYS = Pattern.compile("[pP]?([0-9]{1,5})");

    private final String element;
    private final Code noLength;
    private final Code outOfRange;
    private final boolean zeroAllowed;
    private final Duration longest;
    private final Duration insteadOfZero;
    private final Duration insteadOfMore;
    private final String tooShort;
    private final String whyNotShorter;
    private final String tooLong;
    private final String whyNotLonger;

    LengthOfTime(
            String element,
            Code noLength,
            Code outOfRange,
            boolean zeroAllowed,
            Duration longest,
            Duration insteadOfZero,
            Duration insteadOfMore,
            String tooShort,
            String whyNotShorter,
            String tooLong,
            String whyNotLonger) {
        this.element = element;
        this.noLength = noLength;
        this.outOfRange = outOfRange;
        this.zeroAllowed = zeroAllowed;
        this.longest = longest;
        this.insteadOfZero = insteadOfZero;
        this.insteadOfMore = insteadOfMore;
        this.tooShort = tooShort;
        this.whyNotShorter = whyNotShorter;
        this.tooLong = tooLong;
        this.whyNotLonger = whyNotLonger;
    }

    /** Parses what is typed. */
    Parsed<Duration> parse(String text) {
        String what = element + " = \"" + text + "\" ";
        Optional<Duration> exact = DurationWord.exact(text);
        if (exact.isEmpty()) {
            return new Parsed.Broken<>(
                    noLength,
                    what + "is not a length of time.",
                    DurationWord.GRAMMAR,
                    meant(text).filter(this::isInRange).map(this::fix).orElse(""));
        }
        Duration length = exact.get();
        if (length.isNegative() || (length.isZero() && !zeroAllowed)) {
            return new Parsed.Broken<>(
                    outOfRange,
                    what + tooShort + ".",
                    whyNotShorter,
                    fix(length.isZero() ? insteadOfZero : within(length)));
        }
        if (length.compareTo(longest) > 0) {
            return new Parsed.Broken<>(outOfRange, what + tooLong + ".", whyNotLonger, fix(insteadOfMore));
        }
        return new Parsed.Value<>(length);
    }

    private boolean isInRange(Duration length) {
        return !length.isNegative() && (zeroAllowed || !length.isZero()) && length.compareTo(longest) <= 0;
    }

    /** The element with a length, to be typed. */
    String fix(Duration length) {
        return element + " = \"" + DurationWord.of(length) + "\"";
    }

    private boolean isOfDays() {
        return this == MAX_AGE || this == EXPIRES_AFTER || this == EMBARGO || isOfWalk();
    }

    /** Beside windows of months, months and years are what is meant: as long as the longest of them. */
    private boolean isOfWalk() {
        return this == PURGE || this == WALK_EMBARGO;
    }

    private Duration within(Duration negative) {
        return negative.compareTo(longest.negated()) < 0 ? longest : negative.negated();
    }

    /** What somebody meant who writes lengths otherwise. */
    private Optional<Duration> meant(String text) {
        if (isOfWalk()) {
            return WindowWord.longest(text);
        }
        Matcher days = DAYS.matcher(text.strip());
        return isOfDays() && days.matches()
                ? Optional.of(Duration.ofDays(Integer.parseInt(days.group(1))))
                : DurationWord.meant(text);
    }
}
