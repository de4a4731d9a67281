package org.spike4j.datasets.gesture.synthetic;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs tasks on a few threads and ends with the first failure; no thread is left when it returns. */
final class Workers {
    private static final long PATIENCE_SECONDS = 60;

    private Workers() {}

    static void runAll(List<Callable<Void>> tasks, int threads) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, Workers::thread);
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (Callable<Void> task : tasks) {
                running.add(pool.submit(task));
            }
            for (Future<Void> task : running) {
                task.get();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            pool.shutdownNow();
            await(pool);
        }
    }

    private static void await(ExecutorService pool) throws IOException {
        try {
            if (!pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("a thread did not end within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IOException failure(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException io ? io : new IOException(cause);
    }

    private static InterruptedIOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        InterruptedIOException failure = new InterruptedIOException("was interrupted");
        failure.initCause(e);
        return failure;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "spike4j-synthetic-gestures");
        thread.setDaemon(true);
        return thread;
    }
}
