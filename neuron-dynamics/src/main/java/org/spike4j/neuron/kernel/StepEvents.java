package org.spike4j.neuron.kernel;

import java.util.Arrays;

/**
 * What is not 0 in one step of a sequence of floats, sample by sample.
 *
 * @param ends for each sample, the index behind its last event
 * @param neurons neuron of each event
 * @param values value of each event
 */
record StepEvents(int[] ends, int[] neurons, float[] values) {

    /** Collects the events of a step. */
    static StepEvents of(Slabs sequence, int step, int samples, int size) {
        float[] row = new float[samples * size];
        sequence.load(step, 0, row.length, row, 0);
        int[] ends = new int[samples];
        int[] neurons = new int[row.length];
        float[] values = new float[row.length];
        int found = 0;
        for (int sample = 0; sample < samples; sample++) {
            for (int k = 0; k < size; k++) {
                float value = row[sample * size + k];
                neurons[found] = k; // overwritten by the next one if this is 0
                values[found] = value;
                found += value != 0 ? 1 : 0;
            }
            ends[sample] = found;
        }
        return new StepEvents(ends, Arrays.copyOf(neurons, found), Arrays.copyOf(values, found));
    }
}
