package org.spike4j.neuron.kernel;

import java.util.Arrays;
import java.util.List;

/** The coefficients of a layer's neurons: for each coefficient one value, or one a channel. */
public final class Coefficients {
    private final int channels;
    private final double[][] values;
    private final List<? extends StepCoefficient> kinds;

    /**
     * Neutral coefficients of the affine step.
     *
     * @param channels channels of the layer
     */
    public Coefficients(int channels) {
        this(List.of(Coefficient.values()), channels);
    }

    /**
     * Neutral coefficients of a step.
     *
     * @param kinds its coefficients, in the order of their indices
     * @param channels channels of the layer
     */
    public Coefficients(List<? extends StepCoefficient> kinds, int channels) {
        this.kinds = kinds;
        this.channels = channels;
        values = kinds.stream().map(kind -> new double[] {kind.neutral()}).toArray(double[][]::new);
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
    public void set(StepCoefficient coefficient, double... perChannel) {
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
        values[coefficient.index()] = perChannel.clone();
    }

    /**
     * The value of a coefficient in a channel.
     *
     * @param coefficient which
     * @param channel 0 to channels - 1
     * @return its value
     */
    public double get(StepCoefficient coefficient, int channel) {
        double[] all = values[coefficient.index()];
        return all.length == 1 ? all[0] : all[channel];
    }

    /** Writes the values of successive channels from one on, after the last one the first again. */
    void repeat(StepCoefficient coefficient, int from, float[] target, int count) {
        double[] all = values[coefficient.index()];
        int channel = all.length == 1 ? 0 : from;
        for (int k = 0; k < count; k++) {
            target[k] = (float) all[channel];
            channel = channel + 1 == all.length ? 0 : channel + 1;
        }
    }

    double get(int index, int channel) {
        return values[index].length == 1 ? values[index][0] : values[index][channel];
    }

    boolean isShared(int index) {
        return values[index].length == 1;
    }

    /**
     * These coefficients of neurons, channel after channel, with the channels fastest instead.
     *
     * @param places neurons of a channel
     * @return a copy in the order [place, channel]
     */
    public Coefficients channelsLast(int places) {
        Coefficients turned = copy();
        int each = channels / places;
        for (int k = 0; k < values.length; k++) {
            double[] own = values[k];
            if (own.length > 1) {
                double[] row = new double[channels];
                Arrays.setAll(row, at -> own[at % each * places + at / each]);
                turned.values[k] = row;
            }
        }
        return turned;
    }

    Coefficients copy() {
        Coefficients copy = new Coefficients(kinds, channels);
        System.arraycopy(values, 0, copy.values, 0, values.length); // rows are never changed, only replaced
        return copy;
    }

    boolean isShared(StepCoefficient coefficient) {
        return values[coefficient.index()].length == 1;
    }

    /** Whether no coefficient differs between channels. */
    boolean isUniform() {
        return kinds.stream().allMatch(this::isShared);
    }

    boolean isNeutral(StepCoefficient coefficient) {
        return Arrays.stream(values[coefficient.index()]).allMatch(v -> v == coefficient.neutral());
    }
}
