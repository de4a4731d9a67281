package org.spike4j.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.kernel.StageClock;
import org.spike4j.neuron.kernel.StageClock.Place;

/**
 * Where the time of a training step goes: means over some steps. The times of all places add up to the step.
 *
 * @param stepMs time of a step in milliseconds
 * @param placeMs time of each place in a step in milliseconds, without that of the stages inside it
 * @param garbageMb objects that the training thread puts on the heap of the JVM in a step, in megabytes (2^20 bytes)
 * @param collectionMs time of the garbage collector in a step in milliseconds; it is part of the times of the places that
 *     it interrupts
 */
public record StepProfile(double stepMs, Map<Place, Double> placeMs, double garbageMb, double collectionMs) {
    private static final double NANOSECONDS = 1e6;
    private static final double BYTES = 1 << 20;

    /**
     * Profiles training steps whose warm-up is over.
     *
     * @param network to be trained; its parameters change
     * @param input features of the mini-batch
     * @param labels its labels
     * @param steps how many, at least 1
     * @return the profile
     */
    static StepProfile of(MultiLayerNetwork network, INDArray input, INDArray labels, int steps) {
        List<TrainingListener> listeners = List.copyOf(network.getListeners());
        network.addListeners(new UpdaterStage());
        long allocated = allocatedBytes();
        long collected = collectedMs();
        StageClock clock = StageClock.start();
        Map<Place, Long> times;
        try {
            for (int step = 0; step < steps; step++) {
                network.fit(input, labels);
            }
        } finally {
            times = clock.stop();
            network.setListeners(listeners);
        }
        double garbage = (allocatedBytes() - allocated) / BYTES / steps;
        double collection = (double) (collectedMs() - collected) / steps;
        Map<Place, Double> perStep = new LinkedHashMap<>();
        times.forEach((place, time) -> perStep.put(place, time / NANOSECONDS / steps));
        double step = perStep.values().stream().mapToDouble(Double::doubleValue).sum();
        return new StepProfile(step, perStep, garbage, collection);
    }

    private static long allocatedBytes() {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
                ? threads.getThreadAllocatedBytes(Thread.currentThread().getId())
                : 0;
    }

    private static long collectedMs() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
