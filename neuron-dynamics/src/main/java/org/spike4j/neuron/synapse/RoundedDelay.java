package org.spike4j.neuron.synapse;

import org.spike4j.neuron.kernel.SeriesMap;
import org.spike4j.neuron.kernel.SeriesPass;

/** A delay rounded to the nearest step, halves up. */
record RoundedDelay(AxonalDelay exact) implements SeriesMap {

    @Override
    public int stateCount() {
        return exact.stateCount();
    }

    @Override
    public int constantCount() {
        return 1;
    }

    @Override
    public void forward(double[] constants, double[] state, double[] input, double[] output) {
        exact.forward(rounded(constants), state, input, output);
    }

    @Override
    public void backward(double[] constants, SeriesPass pass, double[] constantGradient) {
        exact.backward(rounded(constants), pass, constantGradient);
    }

    private static double[] rounded(double[] constants) {
        return new double[] {Math.round(constants[0])};
    }
}
