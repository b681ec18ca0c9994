package io.trainyard.host;

/** Is told when handlers are called. */
interface CallWatch {

    /** One that does not watch. */
    CallWatch NONE = new CallWatch() {
        @Override
        public void begin(String handler) {}

        @Override
        public void end() {}
    };

    /** A handler is called, on this thread. */
    void begin(String handler);

    /** It has returned, or thrown. */
    void end();
}
