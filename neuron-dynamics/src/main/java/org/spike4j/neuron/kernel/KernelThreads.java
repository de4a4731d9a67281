package org.spike4j.neuron.kernel;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The threads that share the tiles of a pass. As many as processors unless set; results do not depend on their number.
 * Threads are daemons, started with the first pass that needs them.
 */
public final class KernelThreads {
    private static int threads = Runtime.getRuntime().availableProcessors();
    private static ExecutorService pool;
    private static final ThreadLocal<Integer> LIMIT = new ThreadLocal<>();

    private KernelThreads() {}

    /**
     * Sets the number of threads of all later passes; not to be called while one is running.
     *
     * @param count at least 1, the calling thread included
     */
    public static synchronized void use(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("threads must be >= 1, was " + count);
        }
        if (pool != null && count != threads) {
            pool.shutdown();
            pool = null;
        }
        threads = count;
    }

    /**
     * The number of threads of a pass.
     *
     * @return threads, the calling one included
     */
    public static synchronized int count() {
        return threads;
    }

    /**
     * Runs a task whose passes use no more than some threads, so that tasks that run at the same time do not crowd each
     * other out. Passes of different threads may run at the same time in any case.
     *
     * @param most threads of a pass that the calling thread starts within the task, itself included; at least 1
     * @param task run in the calling thread
     */
    public static void withAtMost(int most, Runnable task) {
        if (most < 1) {
            throw new IllegalArgumentException("threads must be >= 1, was " + most);
        }
        Integer outer = LIMIT.get();
        LIMIT.set(most);
        try {
            task.run();
        } finally {
            LIMIT.set(outer);
        }
    }

    /**
     * Calls a body for each tile, in any order, and returns when all calls have returned.
     *
     * @param tiles how many
     * @param body called with 0 to tiles - 1, each once, by any thread
     * @throws IllegalStateException with the cause if a call failed on another thread
     */
    public static void forEach(int tiles, IntConsumer body) {
        Integer limit = LIMIT.get();
        int helpers = Math.min(limit == null ? count() : Math.min(limit, count()), tiles) - 1;
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            for (int tile = next.getAndIncrement(); tile < tiles; tile = next.getAndIncrement()) {
                body.accept(tile);
            }
        };
        Future<?>[] futures = new Future<?>[Math.max(0, helpers)];
        for (int k = 0; k < helpers; k++) {
            futures[k] = pool().submit(worker);
        }
        try {
            worker.run();
        } finally {
            join(futures);
        }
    }

    /** Waits for every helper, even if interrupted or if one failed: they write into the caller's memory. */
    private static void join(Future<?>[] futures) {
        boolean interrupted = false;
        Throwable failure = null;
        for (int k = 0; k < futures.length; ) {
            try {
                futures[k].get();
                k++;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                failure = e.getCause();
                k++;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw new IllegalStateException("a kernel thread failed", failure);
        }
    }

    private static synchronized ExecutorService pool() {
        if (pool == null) {
            pool = Executors.newFixedThreadPool(Math.max(1, threads - 1), task -> {
                Thread thread = new Thread(task, "spike4j-kernel");
                thread.setDaemon(true);
                return thread;
            });
        }
        return pool;
    }
}
