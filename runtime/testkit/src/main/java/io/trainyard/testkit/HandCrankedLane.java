package io.trainyard.testkit;

import io.trainyard.training.Lane;
import io.trainyard.training.TrainingDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Trainings beside the market, each on a thread of its own, of which none goes on unless the test says so. A run begins at once,
 * and sees the market as at that moment; at the door of its method it waits. While a thread works the test's waits, so that
 * there is one order in which things happen, and no other.
 */
final class HandCrankedLane implements Lane, Conductor {

    /** How long a method may work in the time of this machine until a test is told that it does not end. */
    private static final long PATIENCE_SECONDS = 30;

    private final Script script;
    private final VirtualAlarms alarms;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<RunThread> threads = new ArrayList<>();

    HandCrankedLane(Script script, VirtualAlarms alarms) {
        this.script = script;
        this.alarms = alarms;
    }

    @Override
    public void run(Runnable training) {
        RunThread thread = new RunThread(training);
        lock.lock();
        try {
            threads.add(thread);
        } finally {
            lock.unlock();
        }
        thread.start();
        awaitQuiet();
    }

    /** Whether the calling thread is one of a training. */
    static boolean isTraining() {
        return Thread.currentThread() instanceof RunThread;
    }

    @Override
    public <T> T conduct(TrainingDefinition training, Callable<T> method) throws Exception {
        RunThread thread = (RunThread) Thread.currentThread();
        Directive first = script.take(training.name());
        if (first instanceof Directive.Complete complete && !complete.took().isZero()) {
            alarms.after(complete.took(), () -> tell(thread, Directive.COMPLETE));
            first = null;
        }
        Directive directive =
                first == null || first instanceof Directive.Hang ? thread.awaitDirective(training.name()) : first;
        if (directive instanceof Directive.Fail fail) {
            throw fail.cause();
        }
        if (directive instanceof Directive.Die) {
            throw new ProcessDied();
        }
        return method.call();
    }

    /** Says what is to become of the run of a training that is at work; false if none is. */
    boolean tell(String training, Directive directive) {
        Optional<RunThread> thread = waiting(training);
        thread.ifPresent(one -> {
            if (directive instanceof Directive.Complete complete
                    && !complete.took().isZero()) {
                alarms.after(complete.took(), () -> tell(one, Directive.COMPLETE));
            } else if (!(directive instanceof Directive.Hang)) {
                tell(one, directive);
            }
        });
        return thread.isPresent();
    }

    private void tell(RunThread thread, Directive directive) {
        lock.lock();
        try {
            if (thread.training == null) {
                return;
            }
            thread.training = null;
            thread.directive = directive;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        awaitQuiet();
    }

    /** The trainings that are at work, the first to begin first. */
    List<String> atWork() {
        lock.lock();
        try {
            List<String> names = new ArrayList<>();
            for (RunThread thread : threads) {
                if (thread.training != null) {
                    names.add(thread.training);
                }
            }
            return names;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the threads of a process that dies: nothing that they were at has an effect. */
    void kill() {
        List<RunThread> all;
        lock.lock();
        try {
            all = List.copyOf(threads);
        } finally {
            lock.unlock();
        }
        all.forEach(thread -> tell(thread, new Directive.Die()));
    }

    private Optional<RunThread> waiting(String training) {
        lock.lock();
        try {
            return threads.stream()
                    .filter(thread -> training.equals(thread.training))
                    .findFirst();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until every thread waits for the test, or has ended. */
    void awaitQuiet() {
        if (isTraining()) {
            return;
        }
        lock.lock();
        try {
            threads.forEach(RunThread::deliver);
            long nanos = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (threads.stream().anyMatch(RunThread::isWorking)) {
                if (nanos <= 0) {
                    throw new IllegalStateException(
                            "a training has not come to its end within "
                                    + Duration.ofSeconds(PATIENCE_SECONDS)
                                    + " of this machine's time: it waits for something that does not happen while the test waits for it");
                }
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the test was interrupted while a training worked", e);
        } finally {
            lock.unlock();
        }
    }

    /** What ends the threads of a process that dies. */
    static final class ProcessDied extends Error {
        private static final long serialVersionUID = 1L;

        ProcessDied() {
            super("the process died", null, false, false);
        }
    }

    private final class RunThread extends Thread {

        private final Runnable run;

        /** The training whose run waits here for the test; null if it works. */
        private @Nullable String training;

        private @Nullable Directive directive;
        private boolean toInterrupt;

        RunThread(Runnable run) {
            super("trainyard-testkit-training");
            this.run = run;
            setDaemon(true);
        }

        boolean isWorking() {
            return training == null;
        }

        @Override
        public void run() {
            try {
                run.run();
            } finally {
                lock.lock();
                try {
                    threads.remove(this);
                    changed.signalAll();
                } finally {
                    lock.unlock();
                }
            }
        }

        Directive awaitDirective(String name) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                training = name;
                changed.signalAll();
                while (directive == null) {
                    changed.await();
                }
                Directive told = directive;
                directive = null;
                return told;
            } finally {
                training = null;
                lock.unlock();
            }
        }

        /** One that waits hears of it when the test's thread waits for it: it must not work beside that. */
        @Override
        public void interrupt() {
            lock.lock();
            try {
                if (training != null) {
                    toInterrupt = true;
                    return;
                }
            } finally {
                lock.unlock();
            }
            super.interrupt();
        }

        /** From here on it works, if only to end. */
        void deliver() {
            if (toInterrupt) {
                toInterrupt = false;
                training = null;
                super.interrupt();
            }
        }
    }
}
