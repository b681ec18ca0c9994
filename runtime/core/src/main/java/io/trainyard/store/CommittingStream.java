package io.trainyard.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Collects what is written, and has it committed when it is closed. Nothing is seen of it before. Not thread-safe. */
final class CommittingStream extends OutputStream {

    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final long most;
    private final Consumer<byte[]> tooMuch;
    private final Consumer<byte[]> commit;
    private boolean closed;

    /**
     * A stream.
     *
     * @param most the most bytes that can be committed
     * @param tooMuch refuses what is more, by an exception
     * @param commit saves
     */
    CommittingStream(long most, Consumer<byte[]> tooMuch, Consumer<byte[]> commit) {
        this.most = most;
        this.tooMuch = tooMuch;
        this.commit = commit;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("the stream is closed: what was written is saved, or was refused");
        }
        collected.write(bytes, offset, length);
        if (collected.size() > most) {
            // sooner than when all of it is in memory; and closing must not save the half
            closed = true;
            tooMuch.accept(collected.toByteArray());
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            commit.accept(collected.toByteArray());
        }
    }

    /** Has closing do nothing. */
    void abandon() {
        closed = true;
    }
}
