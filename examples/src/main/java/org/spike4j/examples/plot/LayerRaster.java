package org.spike4j.examples.plot;

import java.util.Arrays;

/**
 * The spikes of one layer for one sample.
 *
 * @param layer name of the layer
 * @param spikes output of each neuron in each time step, [time][neuron]; 0 = no spike
 */
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
