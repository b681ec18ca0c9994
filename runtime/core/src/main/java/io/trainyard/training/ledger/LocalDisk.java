package io.trainyard.training.ledger;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The file system. Uses files rather than channels to write: an interrupt, which cancels trainings, closes a channel. */
final class LocalDisk implements Disk {

    @Override
    public List<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Override
    public byte[] read(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(open.length())];
            open.readFully(bytes);
            return bytes;
        }
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            out.write(content);
            out.getFD().sync();
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(to.toAbsolutePath().resolveSibling(""));
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public Appender open(Path file, long length) throws IOException {
        RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw");
        try {
            if (open.length() != length) {
                open.setLength(length);
                open.getFD().sync();
            }
            open.seek(length);
            return new Appender() {
                @Override
                public void append(byte[] bytes) throws IOException {
                    open.write(bytes);
                    open.getFD().sync();
                }

                @Override
                public void close() throws IOException {
                    open.close();
                }
            };
        } catch (IOException | RuntimeException e) {
            open.close();
            throw e;
        }
    }

    /** Brings the entries of a folder to the disk, where the system can: Windows does so by itself. */
    @Override
    public void sync(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        boolean interrupted = false;
        try {
            while (true) {
                try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                    channel.force(true);
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
