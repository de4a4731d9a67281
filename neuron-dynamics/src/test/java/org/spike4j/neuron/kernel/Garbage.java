package org.spike4j.neuron.kernel;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts what the calling thread allocates. */
public final class Garbage {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Garbage() {}

    /**
     * Bytes that a body allocates once the JIT has compiled it: windows of calls follow each other until one allocates
     * nothing, or there were too many. Between them the JIT gets a moment for itself, as it has no processor on a busy machine.
     *
     * @param calls of a window
     * @param windows at most
     * @param body what is measured
     * @return bytes of the last window
     */
    public static long afterWarmup(int calls, int windows, Runnable body) {
        long thread = Thread.currentThread().getId();
        long bytes = -1;
        for (int window = 0; window < windows && bytes != 0; window++) {
            for (int k = 0; k < calls; k++) {
                body.run();
            }
            pause(window);
            long before = THREADS.getThreadAllocatedBytes(thread);
            for (int k = 0; k < calls; k++) {
                body.run();
            }
            bytes = THREADS.getThreadAllocatedBytes(thread) - before;
        }
        return bytes;
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the JIT was given time", e);
        }
    }
}
