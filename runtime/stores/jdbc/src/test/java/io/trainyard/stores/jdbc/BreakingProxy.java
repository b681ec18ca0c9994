package io.trainyard.stores.jdbc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Stands between driver and server, and breaks connections at a chosen moment. */
final class BreakingProxy implements AutoCloseable {

    /** What becomes of the next commit. */
    enum Break {
        /** Nothing. */
        NEVER,
        /** The server never hears of it. */
        BEFORE_COMMIT,
        /** The server does it, and the answer is lost. */
        AFTER_COMMIT,
        /** The same, and no new connection is let through. */
        AFTER_COMMIT_FOR_GOOD
    }

    private final ServerSocket listening;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean refusing;
    volatile Break next = Break.NEVER;

    BreakingProxy(int server) throws IOException {
        this.server = server;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            if (refusing) {
                client.close();
                continue;
            }
            Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
            open.add(client);
            open.add(there);
            start(() -> forward(client, there));
        }
    }

    /** Answers go straight through; requests are looked at first. */
    private void forward(Socket client, Socket there) throws IOException {
        Answers answers = new Answers(there.getInputStream(), client.getOutputStream());
        start(answers::run);
        byte[] buffer = new byte[64 * 1024];
        InputStream in = client.getInputStream();
        OutputStream out = there.getOutputStream();
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            Break now = next;
            // one message as the driver sends it, by itself
            if (now != Break.NEVER && new String(buffer, 0, length, ISO_8859_1).contains("COMMIT")) {
                next = Break.NEVER;
                refusing = now == Break.AFTER_COMMIT_FOR_GOOD;
                if (now != Break.BEFORE_COMMIT) {
                    answers.swallow = true;
                    out.write(buffer, 0, length);
                    out.flush();
                    answers.awaitOne();
                }
                break;
            }
            out.write(buffer, 0, length);
            out.flush();
        }
        client.close();
        there.close();
    }

    private static final class Answers {

        private final InputStream in;
        private final OutputStream out;
        private final CountDownLatch one = new CountDownLatch(1);
        private volatile boolean swallow;

        Answers(InputStream in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        void run() throws IOException {
            byte[] buffer = new byte[64 * 1024];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (swallow) {
                    one.countDown();
                } else {
                    out.write(buffer, 0, length);
                    out.flush();
                }
            }
            one.countDown();
        }

        void awaitOne() throws IOException {
            try {
                one.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void start(Step step) {
        Thread thread = new Thread(() -> {
            try {
                step.run();
            } catch (IOException | UncheckedIOException e) {
                // closed: that is what this is for
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
