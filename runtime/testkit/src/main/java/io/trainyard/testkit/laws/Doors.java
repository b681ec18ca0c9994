package io.trainyard.testkit.laws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Through here the code of a strategy goes to its {@link World}: called by class files that {@link Rewriter} has rewritten, and
 * by nobody else. What is asked by code that was loaded otherwise is answered by the platform.
 */
public final class Doors {

    private Doors() {}

    /** In place of {@code System.currentTimeMillis()}. */
    public static long millis(long real, Class<?> caller) {
        World world = FreshLoader.worldOf(caller);
        return world == null ? real : world.millis();
    }

    /** In place of {@code System.nanoTime()}. */
    public static long nanos(long real, Class<?> caller) {
        World world = FreshLoader.worldOf(caller);
        return world == null ? real : world.nanos();
    }

    /** In place of {@code Instant.now()}. */
    public static Instant now(Instant real, Class<?> caller) {
        World world = FreshLoader.worldOf(caller);
        return world == null ? real : Instant.ofEpochMilli(world.millis());
    }

    /** In place of {@code LocalDate.now()}. */
    public static LocalDate now(LocalDate real, Class<?> caller) {
        return now(real.atStartOfDay(), caller).toLocalDate();
    }

    /** In place of {@code LocalTime.now()}. */
    public static LocalTime now(LocalTime real, Class<?> caller) {
        return now(LocalDate.EPOCH.atTime(real), caller).toLocalTime();
    }

    /** In place of {@code LocalDateTime.now()}. */
    public static LocalDateTime now(LocalDateTime real, Class<?> caller) {
        World world = FreshLoader.worldOf(caller);
        return world == null
                ? real
                : LocalDateTime.ofInstant(Instant.ofEpochMilli(world.millis()), java.time.ZoneOffset.UTC);
    }

    /** In place of {@code ZonedDateTime.now()}. */
    public static ZonedDateTime now(ZonedDateTime real, Class<?> caller) {
        return now(real.toInstant(), caller).atZone(real.getZone());
    }

    /** In place of {@code OffsetDateTime.now()}. */
    public static OffsetDateTime now(OffsetDateTime real, Class<?> caller) {
        return now(real.toInstant(), caller).atOffset(real.getOffset());
    }

    /** In place of {@code new Date()}. */
    @SuppressWarnings("JavaUtilDate") // strategies may use it
    public static void now(Date real, Class<?> caller) {
        real.setTime(millis(real.getTime(), caller));
    }

    /** In place of {@code Calendar.getInstance()}. */
    public static Calendar now(Calendar real, Class<?> caller) {
        real.setTimeInMillis(millis(real.getTimeInMillis(), caller));
        return real;
    }

    /** In place of {@code Clock.systemUTC()} and its like. */
    public static Clock now(Clock real, Class<?> caller) {
        World world = FreshLoader.worldOf(caller);
        return world == null ? real : new WorldClock(world, real.getZone());
    }

    /** For an object without a hash code of its own; {@code before} is what it was told before, 0 if nothing. */
    public static int hash(Object object, int before) {
        if (before != 0) {
            return before;
        }
        World world = FreshLoader.worldOf(object.getClass());
        return world == null ? System.identityHashCode(object) : world.hash();
    }

    /** After {@code Set.of} and {@code Set.copyOf}. */
    public static <E> Set<E> ordered(Set<E> set, Class<?> caller) {
        World world = FreshLoader.worldOf(caller);
        if (world == null || !world.isDescending()) {
            return set;
        }
        return Collections.unmodifiableSet(new LinkedHashSet<>(reversed(set)));
    }

    /** After {@code Map.of} and its like. */
    public static <K, V> Map<K, V> ordered(Map<K, V> map, Class<?> caller) {
        World world = FreshLoader.worldOf(caller);
        if (world == null || !world.isDescending()) {
            return map;
        }
        Map<K, V> other = new LinkedHashMap<>();
        reversed(map.entrySet()).forEach(entry -> other.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(other);
    }

    private static <E> List<E> reversed(Set<E> set) {
        List<E> all = new ArrayList<>(set);
        Collections.reverse(all);
        return all;
    }

    /** In place of {@code thread.start()}. */
    public static void start(Thread thread, Class<?> caller) {
        World world = FreshLoader.worldOf(caller);
        if (world == null) {
            thread.start();
            return;
        }
        if (thread instanceof HeldThread held) {
            held.hold(world.lateness());
        }
        thread.start();
        Duration patience = world.patience();
        if (!patience.isZero()) {
            world.waited(join(thread, patience));
        }
    }

    private static boolean join(Thread thread, Duration patience) {
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    /** In place of {@code executor.execute(task)}. */
    public static void execute(Executor executor, Runnable task, Class<?> caller) {
        Held held = Held.by(caller);
        executor.execute(held.of(task));
        held.await();
    }

    /** In place of {@code executor.submit(task)}. */
    public static Future<?> submit(ExecutorService executor, Runnable task, Class<?> caller) {
        Held held = Held.by(caller);
        Future<?> future = executor.submit(held.of(task));
        held.await();
        return future;
    }

    /** In place of {@code executor.submit(task)}. */
    public static <T> Future<T> submit(ExecutorService executor, Callable<T> task, Class<?> caller) {
        Held held = Held.by(caller);
        Future<T> future = executor.submit(held.of(task));
        held.await();
        return future;
    }

    /** In place of {@code CompletableFuture.supplyAsync(task)}. */
    public static <T> CompletableFuture<T> supplyAsync(Supplier<T> task, Class<?> caller) {
        Held held = Held.by(caller);
        CompletableFuture<T> future = CompletableFuture.supplyAsync(held.of(task));
        held.await();
        return future;
    }

    /** In place of {@code CompletableFuture.supplyAsync(task, executor)}. */
    public static <T> CompletableFuture<T> supplyAsync(Supplier<T> task, Executor executor, Class<?> caller) {
        Held held = Held.by(caller);
        CompletableFuture<T> future = CompletableFuture.supplyAsync(held.of(task), executor);
        held.await();
        return future;
    }

    /** In place of {@code CompletableFuture.runAsync(task)}. */
    public static CompletableFuture<Void> runAsync(Runnable task, Class<?> caller) {
        Held held = Held.by(caller);
        CompletableFuture<Void> future = CompletableFuture.runAsync(held.of(task));
        held.await();
        return future;
    }

    /** In place of {@code CompletableFuture.runAsync(task, executor)}. */
    public static CompletableFuture<Void> runAsync(Runnable task, Executor executor, Class<?> caller) {
        Held held = Held.by(caller);
        CompletableFuture<Void> future = CompletableFuture.runAsync(held.of(task), executor);
        held.await();
        return future;
    }

    /** Nothing comes of it but that time goes by. */
    static void pause(Duration span) {
        if (span.isZero()) {
            return;
        }
        try {
            new CountDownLatch(1).await(span.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A task that is held back, or waited for, as its world wants it. */
    private record Held(@Nullable World world, Duration lateness, CountDownLatch done) {

        static Held by(Class<?> caller) {
            World world = FreshLoader.worldOf(caller);
            return new Held(world, world == null ? Duration.ZERO : world.lateness(), new CountDownLatch(1));
        }

        Runnable of(Runnable task) {
            return () -> {
                pause(lateness);
                try {
                    task.run();
                } finally {
                    done.countDown();
                }
            };
        }

        <T> Callable<T> of(Callable<T> task) {
            return () -> {
                pause(lateness);
                try {
                    return task.call();
                } finally {
                    done.countDown();
                }
            };
        }

        <T> Supplier<T> of(Supplier<T> task) {
            return () -> {
                pause(lateness);
                try {
                    return task.get();
                } finally {
                    done.countDown();
                }
            };
        }

        void await() {
            Duration patience = world == null ? Duration.ZERO : world.patience();
            if (world == null || patience.isZero()) {
                return;
            }
            try {
                world.waited(done.await(patience.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class WorldClock extends Clock {
        private final World world;
        private final ZoneId zone;

        WorldClock(World world, ZoneId zone) {
            this.world = world;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new WorldClock(world, other);
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(world.millis());
        }
    }
}
