package org.spike4j.neuron.synapse;

import java.util.function.IntConsumer;
import org.spike4j.neuron.Domain;
import org.spike4j.neuron.kernel.KernelThreads;

/**
 * A delay for each weight of a layer, as a bump over the whole delays d = 0 .. maxDelay, so that its position has a gradient:
 *
 * <pre>
 * p   = maxDelay / (1 + exp(-w))                     w the raw parameter
 * K_d = exp(-(d - p)^2 / (2 sigma^2)) / Z            Z the sum over d of the numerator
 * V_d = W K_d                                        what reaches the neuron after d steps
 *
 * dL/dW = sum over d of dL/dV_d K_d
 * dL/dp = W / sigma^2 sum over d of dL/dV_d K_d (d - m),   m = sum over d of d K_d
 * </pre>
 *
 * <p>A wide bump feels spikes far from its position, a narrow one is a delay; sigma 0 is the limit: all of the weight at the
 * nearest step (halves up), and no gradient of the position. Source: Hammouamri, Khalfaoui-Hassani and Masquelier 2024, ICLR
 * (DCLS-Delays, Gaussian version), whose positions are clipped instead.
 *
 * @param maxDelay the longest delay in steps, at least 1
 * @param sigma width of the bump in steps, at least 0
 */
public record GaussianDelays(int maxDelay, double sigma) {
    private static final int BLOCK = 1024; // weights that a thread takes at once

    /** Checks the constants. */
    public GaussianDelays {
        if (maxDelay < 1) {
            throw new IllegalArgumentException("maxDelay must be >= 1 step, was " + maxDelay);
        }
        if (!(sigma >= 0) || Double.isInfinite(sigma)) {
            throw new IllegalArgumentException("sigma must be >= 0 steps and finite, was " + sigma);
        }
    }

    /**
     * The parametrisation of the positions.
     *
     * @param maxDelay the longest delay in steps
     * @return from a raw parameter to a position
     */
    public static Domain positions(int maxDelay) {
        return Domain.between(0, maxDelay);
    }

    /**
     * Spreads weights over the delays.
     *
     * @param weights W, in any order; not modified
     * @param raw w, in the same order; not modified
     * @return V, maxDelay + 1 times as many, those of one delay after those of another
     */
    public double[] expand(double[] weights, double[] raw) {
        int count = weights.length;
        double[] expanded = new double[Math.multiplyExact(maxDelay + 1, count)];
        forEachBlock(count, block -> {
            double[] bump = new double[maxDelay + 1];
            for (int k = block * BLOCK; k < Math.min(count, (block + 1) * BLOCK); k++) {
                bump(raw[k], bump);
                for (int d = 0; d <= maxDelay; d++) {
                    expanded[d * count + k] = weights[k] * bump[d];
                }
            }
        });
        return expanded;
    }

    /**
     * Pulls a gradient back to weights and raw parameters.
     *
     * @param weights W; not modified
     * @param raw w; not modified
     * @param expandedGradient dL / dV in the order of {@link #expand}; not modified
     * @param weightGradient receives dL / dW
     * @param rawGradient receives dL / dw
     */
    public void pullBack(
            double[] weights, double[] raw, double[] expandedGradient, double[] weightGradient, double[] rawGradient) {
        int count = weights.length;
        Domain positions = positions(maxDelay);
        forEachBlock(count, block -> {
            double[] bump = new double[maxDelay + 1];
            for (int k = block * BLOCK; k < Math.min(count, (block + 1) * BLOCK); k++) {
                bump(raw[k], bump);
                double mean = 0;
                for (int d = 0; d <= maxDelay; d++) {
                    mean += d * bump[d];
                }
                double ofWeight = 0;
                double ofPosition = 0;
                for (int d = 0; d <= maxDelay; d++) {
                    double share = expandedGradient[d * count + k] * bump[d];
                    ofWeight += share;
                    ofPosition += share * (d - mean);
                }
                weightGradient[k] = ofWeight;
                double slope = sigma == 0 ? 0 : positions.slope(raw[k]) / (sigma * sigma);
                rawGradient[k] = weights[k] * ofPosition * slope;
            }
        });
    }

    /** Writes K of a raw parameter. */
    private void bump(double raw, double[] bump) {
        double position = positions(maxDelay).value(raw);
        int nearest = (int) Math.round(position);
        double sum = 0;
        for (int d = 0; d <= maxDelay; d++) {
            bump[d] = sigma == 0 ? (d == nearest ? 1 : 0) : height(d, nearest, position);
            sum += bump[d];
        }
        for (int d = 0; d <= maxDelay; d++) {
            bump[d] /= sum;
        }
    }

    /** The numerator relative to that of the nearest step, so that it never vanishes everywhere. */
    private double height(int d, int nearest, double position) {
        double far = (d - position) * (d - position);
        double near = (nearest - position) * (nearest - position);
        return Math.exp((near - far) / (2 * sigma * sigma));
    }

    private static void forEachBlock(int count, IntConsumer body) {
        KernelThreads.forEach((count + BLOCK - 1) / BLOCK, body);
    }
}
