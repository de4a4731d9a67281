package org.spike4j.neuron.patch;

import static org.spike4j.neuron.patch.VectorRows.LANES;
import static org.spike4j.neuron.patch.VectorRows.SPECIES;

import jdk.incubator.vector.FloatVector;
import org.spike4j.neuron.kernel.ChannelMoments;

/**
 * Mean and sum of squared deviations of each channel, from pieces of memory in channels-last order: a piece while it is in the
 * cache gives both in two reads, and the pieces are merged in a fixed order (Chan, Golub and LeVeque 1983, The American
 * Statistician 37(3)).
 */
final class ChannelSums {
    private final int channels;
    private final double[] mean;
    private final double[] squares;
    private final float[] pieceMean;
    private final float[] pieceSquares;
    private long count;

    ChannelSums(int channels) {
        this.channels = channels;
        mean = new double[channels];
        squares = new double[channels];
        pieceMean = new float[channels];
        pieceSquares = new float[channels];
    }

    /** Adds values [positions, channels]. */
    void add(float[] values, int at, int positions) {
        for (int c = 0; c < channels; c += LANES) {
            FloatVector center = sum(values, at + c, positions, channels).div(positions);
            center.intoArray(pieceMean, c);
            squares(values, at + c, positions, channels, center).intoArray(pieceSquares, c);
        }
        for (int c = 0; c < channels; c++) {
            merge(c, positions, pieceMean[c], pieceSquares[c]);
        }
        count += positions;
    }

    private static FloatVector sum(float[] values, int at, int positions, int step) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int p = 0; p < positions; p++) {
            sum = sum.add(FloatVector.fromArray(SPECIES, values, at + p * step));
        }
        return sum;
    }

    private static FloatVector squares(float[] values, int at, int positions, int step, FloatVector center) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int p = 0; p < positions; p++) {
            FloatVector d =
                    FloatVector.fromArray(SPECIES, values, at + p * step).sub(center);
            sum = d.fma(d, sum);
        }
        return sum;
    }

    /** Adds what others have gathered. */
    void add(ChannelSums other) {
        for (int c = 0; c < channels; c++) {
            merge(c, other.count, other.mean[c], other.squares[c]);
        }
        count += other.count;
    }

    private void merge(int channel, long n, double otherMean, double otherSquares) {
        if (n == 0) {
            return;
        }
        double delta = otherMean - mean[channel];
        double total = count + n;
        squares[channel] += otherSquares + delta * delta * count * n / total;
        mean[channel] += delta * n / total;
    }

    ChannelMoments moments() {
        double[] variance = new double[channels];
        for (int c = 0; c < channels; c++) {
            variance[c] = squares[c] / count;
        }
        return new ChannelMoments(mean.clone(), variance, count);
    }
}
