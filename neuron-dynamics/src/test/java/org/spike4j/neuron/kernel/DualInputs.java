package org.spike4j.neuron.kernel;

import java.util.Arrays;

/**
 * What a loss depends on, as dual numbers.
 *
 * @param input x, as the sequence has it
 * @param state state before the first step
 * @param coefficients by ordinal of the coefficient and channel
 */
record DualInputs(Dual[] input, Dual[] state, Dual[][] coefficients) {

    static DualInputs of(double[] input, double[] state, Coefficients coefficients) {
        Dual[][] table = new Dual[Coefficient.COUNT][coefficients.channels()];
        for (Coefficient which : Coefficient.values()) {
            for (int channel = 0; channel < coefficients.channels(); channel++) {
                table[which.ordinal()][channel] = Dual.constant(coefficients.get(which, channel));
            }
        }
        return new DualInputs(duals(input), duals(state), table);
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
