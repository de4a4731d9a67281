package org.spike4j.datasets.batch;

import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes things in the background, a bounded number ahead of the caller, and hands them out in order.
 *
 * <p>Life cycle: {@link #start} names a series; {@link #take} hands out its things one by one; another start drops what
 * is left; {@link #close} ends the threads. Threads that have had nothing to do for {@value #IDLE_SECONDS} s end by
 * themselves, so one that is never closed leaves none behind. For use by one thread.
 *
 * @param <T> what is made
 */
final class Prefetch<T> implements Closeable {
    private static final long IDLE_SECONDS = 5;
    private static final long PATIENCE_SECONDS = 30;
    private static final AtomicInteger THREADS = new AtomicInteger();

    private final ThreadPoolExecutor pool;
    private final int ahead;
    private final Deque<Future<T>> pending = new ArrayDeque<>();
    private Maker<T> maker;
    private int next;
    private int count;

    /** Makes the thing of a number; called by several threads at once. */
    @FunctionalInterface
    interface Maker<T> {
        T make(int number) throws Exception;
    }

    Prefetch(String name, int threads, int ahead) {
        this.ahead = ahead;
        this.pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name + "-" + THREADS.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    /** Starts a series of things 0 to count - 1 and drops what is left of the one before. */
    void start(int things, Maker<T> how) {
        drop();
        maker = how;
        next = 0;
        count = things;
        fill();
    }

    /**
     * Waits for the next thing of the series. After a failure or an interruption the same thing comes next.
     *
     * @throws ExecutionException if it could not be made; the cause says why
     * @throws InterruptedException if the caller was interrupted while waiting
     */
    T take() throws ExecutionException, InterruptedException {
        Future<T> first = pending.peek();
        if (first == null) {
            throw new IllegalStateException("there is nothing left of this series");
        }
        T thing = first.get();
        pending.remove();
        fill();
        return thing;
    }

    /** Drops what is left of the series. */
    void drop() {
        for (Future<T> future : pending) {
            future.cancel(true);
        }
        pending.clear();
        count = 0;
        next = 0;
    }

    /** Ends the threads and waits for them. */
    @Override
    public void close() {
        drop();
        pool.shutdownNow();
        try {
            if (!pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a thread did not end within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fill() {
        while (pending.size() < ahead && next < count) {
            int number = next++;
            Maker<T> how = maker;
            pending.add(pool.submit(() -> how.make(number)));
        }
    }
}
