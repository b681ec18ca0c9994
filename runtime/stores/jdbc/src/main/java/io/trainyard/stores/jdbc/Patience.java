package io.trainyard.stores.jdbc;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How often, and with which pauses, a database is asked again that went away; the one class that waits. */
interface Patience {

    /** Whether to ask again; returns at the moment to do so. */
    boolean next();

    /** For about half a minute. An interrupt ends it. */
    static Patience ofHalfAMinute() {
        return new Patience() {
            private int tries;

            @Override
            public boolean next() {
                if (tries++ == 0) {
                    return true;
                }
                try {
                    return tries <= 120 && !new CountDownLatch(1).await(250, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        };
    }
}
