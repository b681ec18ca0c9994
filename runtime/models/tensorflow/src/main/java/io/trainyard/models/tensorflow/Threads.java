package io.trainyard.models.tensorflow;

import org.tensorflow.proto.ConfigProto;

/** On how many threads TensorFlow works in this JVM. */
final class Threads {

    private static final int COUNT = Math.max(1, Integer.getInteger("trainyard.tensorflow.threads", 1));

    /** TensorFlow's word for the thread that calls. */
    private static final int CALLER = -1;

    private Threads() {}

    static ConfigProto config() {
        return ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(COUNT)
                .setInterOpParallelismThreads(COUNT == 1 ? CALLER : COUNT)
                .build();
    }
}
