package org.spike4j.datasets.catalog;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.spike4j.datasets.sets.Split;

/** Reads all samples of a data set, several at once, each by one thread; results are in the order of the samples. */
public final class SampleReading {
    private static final int MOST_LISTED = 100;

    private final List<SetContent.Item> items = new ArrayList<>();
    private final String[] failures;
    private final boolean[] empty;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong amount = new AtomicLong();
    private final Progress progress;

    /** Hears how far the reading is; called by several threads at once. */
    @FunctionalInterface
    public interface Progress {
        /**
         * Some more samples are read.
         *
         * @param read samples read so far
         * @param all samples in all
         */
        void samples(int read, int all);
    }

    /**
     * What came out.
     *
     * @param amount how much is in all samples together
     * @param failures a sentence for each broken sample, up to a number
     * @param remarks what is worth to know and no fault
     */
    record Result(long amount, List<String> failures, List<String> remarks) {}

    private SampleReading(SetContent content, Progress progress) {
        for (Split split : Split.values()) {
            items.addAll(content.items(split));
        }
        this.failures = new String[items.size()];
        this.empty = new boolean[items.size()];
        this.progress = progress;
    }

    static Result of(SetContent content, int threads, Progress progress) throws IOException {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1, was " + threads);
        }
        SampleReading reading = new SampleReading(content, progress);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(reading::readOn));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a reading thread failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException stopped = new InterruptedIOException("the reading was interrupted");
            stopped.initCause(e);
            throw stopped;
        } finally {
            pool.shutdownNow();
        }
        return reading.result(content.unit());
    }

    private void readOn() {
        for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            SetContent.Item item = items.get(i);
            try {
                long found = item.reading().read();
                amount.addAndGet(found);
                empty[i] = found == 0;
            } catch (IOException | RuntimeException e) {
                String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                failures[i] = what.contains(item.name()) ? what : item.name() + ": " + what;
            }
            progress.samples(done.incrementAndGet(), items.size());
        }
    }

    private Result result(String unit) {
        List<String> broken = new ArrayList<>();
        int unlisted = 0;
        int emptyOnes = 0;
        String firstEmpty = "";
        for (int i = 0; i < failures.length; i++) {
            if (failures[i] != null && broken.size() < MOST_LISTED) {
                broken.add(failures[i]);
            } else if (failures[i] != null) {
                unlisted++;
            }
            if (empty[i]) {
                firstEmpty = emptyOnes == 0 ? items.get(i).name() : firstEmpty;
                emptyOnes++;
            }
        }
        if (unlisted > 0) {
            broken.add("and " + unlisted + " more samples that cannot be read");
        }
        List<String> remarks = emptyOnes == 0
                ? List.of()
                : List.of("samples without " + unit + ": " + emptyOnes + ", the first is " + firstEmpty);
        return new Result(amount.get(), broken, remarks);
    }
}
