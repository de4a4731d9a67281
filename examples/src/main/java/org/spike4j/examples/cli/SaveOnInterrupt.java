package org.spike4j.examples.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a training end well when the process is told to end by Ctrl-C or a signal: asks it to stop, and holds the end of
 * the process back until the checkpoint is written. The JVM then ends with the exit code of the signal.
 */
final class SaveOnInterrupt implements AutoCloseable {
    private static final long MOST_SECONDS = 60;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    /**
     * Waits for the signal.
     *
     * @param stop asks the training to stop; called in another thread
     */
    SaveOnInterrupt(Runnable stop) {
        hook = new Thread(() -> endWell(stop), "spike4j-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void endWell(Runnable stop) {
        stop.run();
        try {
            if (!done.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("spike4j: the training did not stop within " + MOST_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the process is ending already, by this very hook
        }
    }
}
