package org.spike4j.neuron.kernel;

import java.util.List;

/**
 * Mean and biased variance of each channel.
 *
 * @param mean one a channel
 * @param variance one a channel, divided by the count
 * @param count values of each channel
 */
public record ChannelMoments(double[] mean, double[] variance, long count) {

    /**
     * The moments of several parts taken together, merged in their order: with m the mean, s the sum of squared deviations
     * and n the count so far, and d = mean - m of the next part of count k,
     *
     * <pre>
     * s' = s + k variance + d^2 n k / (n + k)
     * m' = m + d k / (n + k)
     * n' = n + k
     * </pre>
     *
     * <p>Source: Chan, Golub and LeVeque 1983, The American Statistician 37(3).
     *
     * @param parts moments of the same channels, at least one; not modified
     * @return moments of all values
     */
    public static ChannelMoments merged(List<ChannelMoments> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("there must be moments of at least one part to merge");
        }
        int channels = parts.get(0).mean.length;
        double[] mean = new double[channels];
        double[] variance = new double[channels];
        long count = 0;
        for (ChannelMoments part : parts) {
            count += part.count;
        }
        for (int c = 0; c < channels; c++) {
            PlaneStatistics total = new PlaneStatistics();
            for (ChannelMoments part : parts) {
                total.merge(part.count, part.mean[c], part.variance[c] * part.count);
            }
            mean[c] = total.mean();
            variance[c] = total.variance();
        }
        return new ChannelMoments(mean, variance, count);
    }
}
