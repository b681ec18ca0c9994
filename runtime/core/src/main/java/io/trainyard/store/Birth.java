package io.trainyard.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a value that is about to be committed comes from: what the saver knows of it. Names, parameters, metrics and note
 * have at most {@value #MAX_TEXT} characters together; they do not count against the quota.
 *
 * @param savedAt market time from which on it can be seen; for a trained model, when its training was complete
 * @param dataEnd market time of the last data that went into it, null where nobody says
 * @param trainedBy the run of a training that made it, null if none did
 * @param parameters what it was trained with
 * @param metrics what the training reported, such as {@code sharpe} or {@code rmse}
 * @param codec in which form the bytes are, such as {@code json} or {@code tree/1}; null where nobody says
 * @param note for people; may be empty
 */
public record Birth(
        Instant savedAt,
        @Nullable Instant dataEnd,
        @Nullable TrainedBy trainedBy,
        SortedMap<String, String> parameters,
        SortedMap<String, Double> metrics,
        @Nullable String codec,
        String note) {

    /** The most characters of all texts of a birth together. */
    public static final int MAX_TEXT = 16_384;

    /**
     * Copies the maps.
     *
     * @throws IllegalArgumentException if the texts are too long
     */
    public Birth {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
        int text = length(parameters, metrics, note) + length(trainedBy) + (codec == null ? 0 : codec.length());
        if (text > MAX_TEXT) {
            throw new IllegalArgumentException(Explanation.of(
                    "what is said of the value has " + text + " characters and was not saved",
                    "names, parameters, metrics and note of a version have at most " + MAX_TEXT + " together",
                    "save long texts as objects of their own, and note their keys",
                    "the javadoc of io.trainyard.store.Birth"));
        }
    }

    /** Made by a training, of which no more is known than its name and how long it took. */
    public Birth(Instant savedAt, @Nullable Instant dataEnd, @Nullable String training, @Nullable Duration took) {
        this(
                savedAt,
                dataEnd,
                training == null ? null : new TrainedBy(training, null, null, null, took, null),
                new TreeMap<>(),
                new TreeMap<>(),
                null,
                "");
    }

    /** Saved by hand at this market time: no training, no known data. */
    public static Birth at(Instant savedAt) {
        return new Birth(savedAt, null, null, null);
    }

    /** The same, made by this run. */
    public Birth withTrainedBy(TrainedBy run) {
        return new Birth(savedAt, dataEnd, run, parameters, metrics, codec, note);
    }

    /** The same, from data that ended at this market time. */
    public Birth withDataEnd(@Nullable Instant end) {
        return new Birth(savedAt, end, trainedBy, parameters, metrics, codec, note);
    }

    /** The same, trained with these parameters. */
    public Birth withParameters(Map<String, String> values) {
        return new Birth(savedAt, dataEnd, trainedBy, new TreeMap<>(values), metrics, codec, note);
    }

    /** The same, with these results. */
    public Birth withMetrics(Map<String, Double> values) {
        return new Birth(savedAt, dataEnd, trainedBy, parameters, new TreeMap<>(values), codec, note);
    }

    /** The same, with bytes in this form. */
    public Birth withCodec(@Nullable String form) {
        return new Birth(savedAt, dataEnd, trainedBy, parameters, metrics, form, note);
    }

    /** The same with a note. */
    public Birth withNote(String text) {
        return new Birth(savedAt, dataEnd, trainedBy, parameters, metrics, codec, text);
    }

    /** The same at another market time. */
    public Birth withSavedAt(Instant time) {
        return new Birth(time, dataEnd, trainedBy, parameters, metrics, codec, note);
    }

    private static int length(Map<String, String> parameters, Map<String, Double> metrics, String note) {
        int length = note.length();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            length += parameter.getKey().length() + parameter.getValue().length();
        }
        for (String metric : metrics.keySet()) {
            length += metric.length();
        }
        return length;
    }

    private static int length(@Nullable TrainedBy run) {
        return run == null
                ? 0
                : run.training().length()
                        + (run.run() == null ? 0 : run.run().length())
                        + (run.code() == null ? 0 : run.code().length());
    }
}
