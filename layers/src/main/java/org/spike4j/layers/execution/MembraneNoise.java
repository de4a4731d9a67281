package org.spike4j.layers.execution;

import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Normal noise on membranes, as large as a share of their own deviation over a sample. */
final class MembraneNoise {
    private final double level;
    private final SplittableRandom random;

    /** Noise of a deviation relative to that of the membrane. */
    MembraneNoise(double level, long seed) {
        this.level = level;
        random = new SplittableRandom(seed);
    }

    /**
     * Adds noise to the membranes of a step, [N, C, H, W] or [N, F], dense in c order. Their deviation, divided by the count,
     * is that over the pixels of a channel, or over the features.
     */
    void addInPlace(INDArray membranes) {
        double[] values = Values.read(membranes);
        long apart = membranes.rank() == 2 ? membranes.size(0) : membranes.size(0) * membranes.size(1);
        int length = Math.toIntExact(values.length / apart);
        for (int start = 0; start < values.length; start += length) {
            double scale = level * deviation(values, start, length);
            for (int k = start; k < start + length; k++) {
                values[k] += scale * random.nextGaussian();
            }
        }
        Values.write(values, membranes);
    }

    private static double deviation(double[] values, int start, int length) {
        double mean = 0;
        for (int k = start; k < start + length; k++) {
            mean += values[k] / length;
        }
        double squares = 0;
        for (int k = start; k < start + length; k++) {
            squares += (values[k] - mean) * (values[k] - mean);
        }
        return Math.sqrt(squares / length);
    }
}
