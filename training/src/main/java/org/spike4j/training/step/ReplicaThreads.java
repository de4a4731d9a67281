package org.spike4j.training.step;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.spike4j.neuron.kernel.KernelThreads;

/**
 * One thread a replica, the calling one for the first, so that each keeps its workspaces from pass to pass. They share the
 * threads of the kernels evenly.
 */
final class ReplicaThreads implements AutoCloseable {
    private final List<ExecutorService> others = new ArrayList<>();

    ReplicaThreads(int replicas) {
        for (int rank = 1; rank < replicas; rank++) {
            String name = "spike4j-replica-" + rank;
            others.add(Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task, name);
                thread.setDaemon(true);
                return thread;
            }));
        }
    }

    /** Calls the task with 0 to count - 1 at the same time, and returns when all calls have returned. */
    void forEach(int count, IntConsumer task) {
        int threads = Math.max(1, KernelThreads.count() / count);
        List<Future<?>> running = new ArrayList<>();
        for (int k = 1; k < count; k++) {
            int rank = k;
            running.add(others.get(k - 1).submit(() -> KernelThreads.withAtMost(threads, () -> task.accept(rank))));
        }
        try {
            KernelThreads.withAtMost(threads, () -> task.accept(0));
        } finally {
            join(running);
        }
    }

    /** Waits for all, even if interrupted: they write into gradients that the caller reads. */
    private static void join(List<Future<?>> running) {
        boolean interrupted = false;
        Throwable failure = null;
        for (int k = 0; k < running.size(); ) {
            try {
                running.get(k).get();
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
            throw new IllegalStateException("a replica failed: " + failure, failure);
        }
    }

    @Override
    public void close() {
        for (ExecutorService thread : others) {
            thread.execute(Workspaces::release);
            thread.shutdown();
        }
    }
}
