package org.spike4j.neuron.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells where the time of a training step goes. Off unless someone starts it; then a stage costs one read of a field.
 *
 * <p>Code reports a stage in one line, and stages may nest: time counts for the innermost stage alone, so the times of all
 * stages add up to the time between start and stop.
 *
 * <pre>{@code
 * try (var ignored = StageClock.enter(Stage.NEURON)) {
 *     SpikeKernels.forward(...);
 * }
 * }</pre>
 *
 * <p>Only the thread that started the clock is timed: it calls the kernels and waits for their threads, so their time is in
 * its own.
 */
public final class StageClock {
    private static final Running NOTHING = () -> {};
    private static volatile StageClock started;

    private final Thread thread = Thread.currentThread();
    private final Map<Place, Long> nanoseconds = new LinkedHashMap<>();
    private Place now = new Place("", Stage.OTHER);
    private long since;

    private StageClock() {}

    /**
     * A stage of a layer.
     *
     * @param layer index and kind of the layer, empty outside of the layers
     * @param stage what is done there
     */
    public record Place(String layer, Stage stage) {}

    /** A stage that was entered; closing it returns to the one around it. */
    public interface Running extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Starts timing the calling thread.
     *
     * @return the clock, to be stopped by the same thread
     * @throws IllegalStateException if a clock is running
     */
    public static synchronized StageClock start() {
        if (started != null) {
            throw new IllegalStateException("a stage clock is running already; stop it first");
        }
        StageClock clock = new StageClock();
        clock.since = System.nanoTime();
        started = clock;
        return clock;
    }

    /**
     * Stops timing.
     *
     * @return nanoseconds of each place, without those of the stages inside it, in the order in which they ended first
     */
    public Map<Place, Long> stop() {
        synchronized (StageClock.class) {
            if (started == this) {
                moveTo(now);
                started = null;
            }
        }
        return new LinkedHashMap<>(nanoseconds);
    }

    /**
     * Enters a stage of the layer under way.
     *
     * @param stage what is done until it is closed
     * @return to be closed by the same thread; does nothing while no clock runs
     */
    public static Running enter(Stage stage) {
        StageClock clock = ofThisThread();
        return clock == null ? NOTHING : clock.open(new Place(clock.now.layer(), stage));
    }

    /**
     * Enters a layer; its time counts as {@link Stage#OTHER} where no stage is entered.
     *
     * @param index of the layer in its network, from 0
     * @param kind class of its configuration
     * @return to be closed by the same thread; does nothing while no clock runs
     */
    public static Running enterLayer(int index, Class<?> kind) {
        StageClock clock = ofThisThread();
        return clock == null ? NOTHING : clock.open(new Place(index + " " + kind.getSimpleName(), Stage.OTHER));
    }

    private static StageClock ofThisThread() {
        StageClock clock = started;
        return clock == null || clock.thread != Thread.currentThread() ? null : clock;
    }

    private Running open(Place place) {
        Place around = now;
        moveTo(place);
        return () -> moveTo(around);
    }

    private void moveTo(Place place) {
        long time = System.nanoTime();
        nanoseconds.merge(now, time - since, Long::sum);
        since = time;
        now = place;
    }
}
