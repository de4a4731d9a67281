package org.spike4j.neuron.kernel;

import java.util.Arrays;

/**
 * What a loss depends on, as dual numbers.
 *
 * @param input x, as the sequence has it
 * @param state state before the first step
 * @param coefficients by ordinal of the coefficient and channel
 * @param weights recurrent weights, [from][to] one after the other; empty for none
 * @param before output before the first step, which the weights see; empty without weights
 */
record DualInputs(Dual[] input, Dual[] state, Dual[][] coefficients, Dual[] weights, Dual[] before) {

    static DualInputs of(double[] input, double[] state, Coefficients coefficients) {
        Dual[][] table = new Dual[Coefficient.COUNT][coefficients.channels()];
        for (Coefficient which : Coefficient.values()) {
            for (int channel = 0; channel < coefficients.channels(); channel++) {
                table[which.ordinal()][channel] = Dual.constant(coefficients.get(which, channel));
            }
        }
        return new DualInputs(duals(input), duals(state), table, new Dual[0], new Dual[0]);
    }

    DualInputs withRecurrence(double[] newWeights, double[] newBefore) {
        return new DualInputs(input, state, coefficients, duals(newWeights), duals(newBefore));
    }

    /** Current that element k of a slab receives from what its sample put out a step ago. */
    Dual recurrent(Dual[] output, int k) {
        Dual sum = Dual.ZERO;
        int channels = coefficients[0].length;
        for (int from = 0; weights.length > 0 && from < channels; from++) {
            sum = sum.plus(output[k - k % channels + from].times(weights[from * channels + k % channels]));
        }
        return sum;
    }

    Dual[] coefficientsOf(int channel) {
        Dual[] own = new Dual[coefficients.length];
        for (int c = 0; c < own.length; c++) {
            own[c] = coefficients[c][channel];
        }
        return own;
    }

    private static Dual[] duals(double[] values) {
        return Arrays.stream(values).mapToObj(Dual::constant).toArray(Dual[]::new);
    }
}
