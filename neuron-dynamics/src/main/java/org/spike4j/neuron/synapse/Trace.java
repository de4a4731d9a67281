package org.spike4j.neuron.synapse;

/** A leaky sum over time, s_t = a s_{t-1} + x_t, a = exp(-1 / tau), and its way back. */
final class Trace {
    private Trace() {}

    /** a of tau in steps. */
    static double decay(double tau) {
        return Math.exp(-1 / tau);
    }

    /** d a / d tau. */
    static double decaySlope(double tau) {
        return decay(tau) / (tau * tau);
    }

    /** Writes s_{t-1} of each step into target, from an offset on. */
    static void before(double decay, double initial, double[] input, double[] target, int offset) {
        double s = initial;
        for (int t = 0; t < input.length; t++) {
            target[offset + t] = s;
            s = decay * s + input[t];
        }
    }
}
