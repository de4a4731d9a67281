package org.spike4j.examples.plot;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The spikes of one layer for one sample.
 *
 * @param layer name of the layer
 * @param spikes output of each neuron in each time step, [time][neuron]; 0 = no spike
 */
@SuppressWarnings("ArrayRecordComponent") // drawn, never compared
public record LayerRaster(String layer, float[][] spikes) {

    /** Copies the spikes. */
    public LayerRaster {
        if (spikes.length == 0 || spikes[0].length == 0) {
            throw new IllegalArgumentException("layer " + layer + " must have a step and a neuron, had none");
        }
        spikes = Arrays.stream(spikes).map(float[]::clone).toArray(float[][]::new);
        for (float[] step : spikes) {
            if (step.length != spikes[0].length) {
                throw new IllegalArgumentException("layer " + layer + " must have " + spikes[0].length
                        + " neurons in every step, had " + step.length);
            }
        }
    }

    int steps() {
        return spikes.length;
    }

    int neurons() {
        return spikes[0].length;
    }

    /** The neurons to show: all if they fit, otherwise evenly spaced ones of those that fire at all. */
    int[] rows(int most) {
        if (neurons() <= most) {
            return IntStream.range(0, neurons()).toArray();
        }
        int[] firing = IntStream.range(0, neurons()).filter(this::fires).toArray();
        int shown = Math.min(most, firing.length);
        return IntStream.range(0, shown)
                .map(row -> firing[(int) ((long) row * firing.length / shown)])
                .toArray();
    }

    private boolean fires(int neuron) {
        return Arrays.stream(spikes).anyMatch(step -> step[neuron] != 0);
    }

    /** Share of neurons and steps with a spike, 0 to 1. */
    double rate() {
        long fired = 0;
        for (float[] step : spikes) {
            for (float spike : step) {
                fired += spike != 0 ? 1 : 0;
            }
        }
        return fired / ((double) steps() * neurons());
    }
}
