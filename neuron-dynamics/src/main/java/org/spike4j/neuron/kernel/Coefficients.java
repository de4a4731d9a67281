package org.spike4j.neuron.kernel;

import java.util.Arrays;

/** The coefficients of a layer's neurons: for each coefficient one value, or one a channel. */
public final class Coefficients {
    private final int channels;
    private final double[][] values = new double[Coefficient.COUNT][];

    /**
     * Neutral coefficients.
     *
     * @param channels channels of the layer
     */
    public Coefficients(int channels) {
        this.channels = channels;
        for (Coefficient coefficient : Coefficient.values()) {
            values[coefficient.ordinal()] = new double[] {coefficient.neutral()};
        }
    }

    /**
     * Channels of the layer.
     *
     * @return their number
     */
    public int channels() {
        return channels;
    }

    /**
     * Sets a coefficient.
     *
     * @param coefficient which
     * @param perChannel one value for all, or one a channel; copied
     * @throws IllegalArgumentException if there are more than one but not one a channel, or one is not finite
     */
    public void set(Coefficient coefficient, double... perChannel) {
        if (perChannel.length != 1 && perChannel.length != channels) {
            throw new IllegalArgumentException(
                    coefficient + " needs 1 or " + channels + " values, were " + perChannel.length);
        }
        for (int channel = 0; channel < perChannel.length; channel++) {
            if (!Double.isFinite(perChannel[channel])) {
                throw new IllegalArgumentException(coefficient + " must be a finite number, was " + perChannel[channel]
                        + " in channel " + channel + "; if it is learned, check the learning rate");
            }
        }
        values[coefficient.ordinal()] = perChannel.clone();
    }

    /**
     * The value of a coefficient in a channel.
     *
     * @param coefficient which
     * @param channel 0 to channels - 1
     * @return its value
     */
    public double get(Coefficient coefficient, int channel) {
        double[] all = values[coefficient.ordinal()];
        return all.length == 1 ? all[0] : all[channel];
    }

    /** Writes the values of successive channels from one on, after the last one the first again. */
    void repeat(Coefficient coefficient, int from, float[] target, int count) {
        double[] all = values[coefficient.ordinal()];
        int channel = all.length == 1 ? 0 : from;
        for (int k = 0; k < count; k++) {
            target[k] = (float) all[channel];
            channel = channel + 1 == all.length ? 0 : channel + 1;
        }
    }

    Coefficients copy() {
        Coefficients copy = new Coefficients(channels);
        System.arraycopy(values, 0, copy.values, 0, values.length); // rows are never changed, only replaced
        return copy;
    }

    boolean isShared(Coefficient coefficient) {
        return values[coefficient.ordinal()].length == 1;
    }

    /** Whether no coefficient differs between channels. */
    boolean isUniform() {
        return Arrays.stream(Coefficient.values()).allMatch(this::isShared);
    }

    boolean isNeutral(Coefficient coefficient) {
        return Arrays.stream(values[coefficient.ordinal()]).allMatch(v -> v == coefficient.neutral());
    }
}
