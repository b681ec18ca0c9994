package io.trainyard.processor.read;

import io.trainyard.Better;
import io.trainyard.processor.source.GateSource;

/** Reads the gate of a stored field. */
final class GateReader {

    private GateReader() {}

    static GateSource read(AnnotationReader gate) {
        return new GateSource(
                gate.word("metric"),
                gate.constant("better", Better.class),
                figure(gate, "by"),
                figure(gate, "atLeast"),
                figure(gate, "atMost"),
                gate.place());
    }

    private static GateSource.Figure figure(AnnotationReader gate, String member) {
        return new GateSource.Figure(gate.real(member), gate.placeOf(member));
    }
}
