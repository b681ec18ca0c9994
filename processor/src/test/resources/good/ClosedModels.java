package demo;

import io.trainyard.*;

/** Models that are no plain data, of types for which a file on the class path says that there is a codec. */
@Strategy(zone = "UTC")
class ClosedModels {
    @Stored("closed/network") Network network;
    @Stored("closed/deep") Deep deep;

    interface Network extends AutoCloseable {
        @Override
        void close();
    }

    class Deep implements Network {
        @Override
        public void close() {}
    }

    @Train(stores = "closed/network")
    Network fit() {
        return new Deep();
    }

    @Train
    Deep deepen() {
        return new Deep();
    }
}
