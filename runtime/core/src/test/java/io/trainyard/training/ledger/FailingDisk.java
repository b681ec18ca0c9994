package io.trainyard.training.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A disk of which one step fails, or all from one step on; what fails may have been done in part, or even wholly. */
final class FailingDisk implements Disk {

    private final Disk disk = new LocalDisk();
    private final double part;
    private int steps;
    private int firstFailing = Integer.MAX_VALUE;
    private int lastFailing = Integer.MAX_VALUE;

    /** A disk that does this part of what fails, 0 to 1. */
    FailingDisk(double part) {
        this.part = part;
    }

    /** The next {@code count} steps from {@code step} on fail, counted from now, from 0. */
    void fail(int step, int count) {
        firstFailing = steps + step;
        lastFailing = firstFailing + count - 1;
    }

    void recover() {
        firstFailing = Integer.MAX_VALUE;
        lastFailing = Integer.MAX_VALUE;
    }

    int steps() {
        return steps;
    }

    private boolean fails() {
        int step = steps++;
        return step >= firstFailing && step <= lastFailing;
    }

    private static IOException full() {
        return new IOException("No space left on device");
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        if (fails()) {
            throw full();
        }
        return disk.list(folder);
    }

    @Override
    public byte[] read(Path file) throws IOException {
        if (fails()) {
            throw full();
        }
        return disk.read(file);
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        if (fails()) {
            disk.write(file, Arrays.copyOf(content, (int) (content.length * part)));
            throw full();
        }
        disk.write(file, content);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        boolean fails = fails();
        if (!fails || part == 1) {
            disk.rename(from, to);
        }
        if (fails) {
            throw full();
        }
    }

    @Override
    public void sync(Path folder) throws IOException {
        if (fails()) {
            throw full();
        }
        disk.sync(folder);
    }

    @Override
    public void delete(Path file) throws IOException {
        if (fails()) {
            throw full();
        }
        disk.delete(file);
    }

    @Override
    public Appender open(Path file, long length) throws IOException {
        if (fails()) {
            throw full();
        }
        Appender open = disk.open(file, length);
        return new Appender() {
            @Override
            public void append(byte[] bytes) throws IOException {
                if (fails()) {
                    open.append(Arrays.copyOf(bytes, (int) (bytes.length * part)));
                    throw full();
                }
                open.append(bytes);
            }

            @Override
            public void close() throws IOException {
                open.close();
            }
        };
    }
}
