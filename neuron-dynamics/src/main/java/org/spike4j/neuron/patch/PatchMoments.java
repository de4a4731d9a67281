package org.spike4j.neuron.patch;

import org.spike4j.neuron.kernel.ChannelMoments;
import org.spike4j.neuron.kernel.KernelThreads;

/**
 * How often the inputs of a patch are active together: C[j][k], the sum over all outputs of input j times input k. What a
 * normalisation wants to know of the currents x = sum over k of s[k] w[k] follows from it without the currents: with n
 * outputs, N[k] the sum of input k over them, and w the weights of one channel,
 *
 * <pre>
 * mean m        = sum over k of N[k] w[k] / n
 * variance      = sum over j, k of w[j] C[j][k] w[k] / n - m^2
 * sum of s[j] x = sum over k of C[j][k] w[k]
 * </pre>
 */
final class PatchMoments {
    private static final int MOST_PARTS = 16; // of the images; each counts in a matrix of its own

    private final int patch;
    private final long outputs;
    private final double[] together;
    private final double[] sums;

    private PatchMoments(int patch, long outputs) {
        this.patch = patch;
        this.outputs = outputs;
        together = new double[patch * patch];
        sums = new double[patch];
    }

    /** Looks at all patches of some images. */
    static PatchMoments of(PatchShape shape, int images, PatchEvents events) {
        return sum(shape, images, (image, part) -> {
            PatchScratch scratch = PatchScratch.ofThread();
            scratch.reserveList(shape.patch());
            for (int y = 0; y < shape.outHeight(); y++) {
                for (int x = 0; x < shape.outWidth(); x++) {
                    int count = events.list(image, y, x, scratch.index, scratch.value);
                    part.add(count, scratch.index, events.areOnes() ? null : scratch.value);
                }
            }
        });
    }

    /** Adds what one image shows to a part of the sums. */
    private interface Look {
        void at(int image, PatchMoments part);
    }

    private static PatchMoments sum(PatchShape shape, int images, Look look) {
        PatchMoments[] parts = new PatchMoments[Math.min(MOST_PARTS, images)];
        long outputs = (long) shape.outHeight() * shape.outWidth() * images;
        KernelThreads.forEach(parts.length, k -> {
            parts[k] = new PatchMoments(shape.patch(), outputs);
            int end = (int) ((k + 1L) * images / parts.length);
            for (int image = (int) ((long) k * images / parts.length); image < end; image++) {
                look.at(image, parts[k]);
            }
        });
        for (int k = 1; k < parts.length; k++) {
            parts[0].add(parts[k]);
        }
        return parts[0];
    }

    /** Looks at all patches of some binary images whose windows are a pixel apart sideways, 64 at a time. */
    static PatchMoments of(PatchShape shape, BinaryImages images) {
        return sum(shape, images.images, (image, part) -> {
            ColumnBits columns = PatchScratch.ofThread().columns(shape, images);
            columns.read(image, 0, shape.outHeight());
            long[] shown = new long[shape.patch()];
            for (int y = 0; y < shape.outHeight(); y++) {
                for (int x = 0; x < shape.outWidth(); x += Long.SIZE) {
                    int width = Math.min(Long.SIZE, shape.outWidth() - x);
                    long mask = -1L >>> (Long.SIZE - width);
                    for (int k = 0; k < shown.length; k++) {
                        int pixel = k / shape.channels();
                        int ky = pixel / shape.kernelWidth();
                        shown[k] = columns.shown(y, x, ky, pixel % shape.kernelWidth(), k % shape.channels()) & mask;
                    }
                    part.add(shown);
                }
            }
        });
    }

    private void add(long[] shown) {
        for (int j = 0; j < patch; j++) {
            if (shown[j] != 0) {
                sums[j] += Long.bitCount(shown[j]);
                for (int k = 0; k < patch; k++) {
                    together[j * patch + k] += Long.bitCount(shown[j] & shown[k]);
                }
            }
        }
    }

    private void add(int count, int[] index, float[] value) {
        for (int a = 0; a < count; a++) {
            int row = index[a] * patch;
            double first = value == null ? 1 : value[a];
            sums[index[a]] += first;
            for (int b = 0; b < count; b++) {
                together[row + index[b]] += value == null ? 1 : first * value[b];
            }
        }
    }

    private void add(PatchMoments part) {
        for (int k = 0; k < together.length; k++) {
            together[k] += part.together[k];
        }
        for (int k = 0; k < patch; k++) {
            sums[k] += part.sums[k];
        }
    }

    /** Mean and biased variance of the currents of each channel. */
    ChannelMoments of(PatchWeights weights) {
        double[] mean = new double[weights.outputs];
        double[] variance = new double[weights.outputs];
        for (int o = 0; o < weights.outputs; o++) {
            double square = 0;
            for (int j = 0; j < patch; j++) {
                double w = weights.values[weights.index(j, o)];
                mean[o] += w * sums[j] / outputs;
                square += w * withCurrent(j, o, weights);
            }
            variance[o] = Math.max(0, square / outputs - mean[o] * mean[o]);
        }
        return new ChannelMoments(mean, variance, outputs);
    }

    /** Sum over all outputs of input j times the current of a channel. */
    private double withCurrent(int j, int channel, PatchWeights weights) {
        double sum = 0;
        for (int k = 0; k < patch; k++) {
            sum += together[j * patch + k] * weights.values[weights.index(k, channel)];
        }
        return sum;
    }

    /** Adds what slope x + offset on the currents gives to the gradient of the weights. */
    void addInPlace(PatchWeights gradient, PatchWeights weights, CurrentCorrection correction) {
        for (int o = 0; o < weights.outputs; o++) {
            double slope = correction.slope()[o];
            for (int j = 0; j < patch; j++) {
                double through = slope * withCurrent(j, o, weights) + correction.offset()[o] * sums[j];
                gradient.values[gradient.index(j, o)] += (float) through;
            }
        }
    }
}
