package io.trainyard.processor.read;

import io.trainyard.processor.source.WalkSource;

/** Reads the walk forward of a training. */
final class WalkReader {

    private WalkReader() {}

    static WalkSource read(AnnotationReader walk) {
        return new WalkSource(
                walk.word("train"),
                walk.word("test"),
                walk.word("step"),
                walk.flag("anchored"),
                walk.word("purge"),
                walk.word("embargo"),
                walk.place());
    }
}
