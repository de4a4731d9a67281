package org.spike4j.examples.plot;

/**
 * What one neuron does under an input, step by step.
 *
 * @param step length of a step in the unit of time
 * @param timeUnit such as ms
 * @param input of each step
 * @param membrane that is compared with the threshold in each step, or put out
 * @param membraneUnit empty for none
 * @param spikes of each step; empty for a neuron that puts out none
 * @param output of each step, if it is neither spikes nor the membrane; else empty
 */
@SuppressWarnings("ArrayRecordComponent") // drawn, never compared
public record NeuronTrace(
        double step,
        String timeUnit,
        double[] input,
        double[] membrane,
        String membraneUnit,
        double[] spikes,
        double[] output) {

    /** Checks the lengths. */
    public NeuronTrace {
        int steps = input.length;
        boolean matching = membrane.length == steps
                && (spikes.length == 0 || spikes.length == steps)
                && (output.length == 0 || output.length == steps);
        if (steps == 0 || !matching) {
            throw new IllegalArgumentException(
                    "input, membrane, and spikes or output must have equal numbers of steps, had " + steps + ", "
                            + membrane.length + ", " + spikes.length + ", " + output.length);
        }
    }

    /** The time of each step. */
    double[] times() {
        double[] times = new double[input.length];
        for (int t = 0; t < times.length; t++) {
            times[t] = t * step;
        }
        return times;
    }
}
