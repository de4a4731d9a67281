package org.spike4j.neuron.kernel;

import java.util.SplittableRandom;

/**
 * Gradients of a loss, as plain arrays.
 *
 * @param output dL/dy
 * @param membrane dL/dh; null for zero
 * @param carried dL/dv; null for zero
 */
public record Upstream(double[] output, double[] membrane, double[] carried) {

    static Upstream onOutput(double[] output) {
        return new Upstream(output, null, null);
    }

    /** Random gradients on the output and on both traces. */
    static Upstream onEverything(SplittableRandom random, int length) {
        return new Upstream(
                RandomArrays.normal(random, length),
                RandomArrays.normal(random, length),
                RandomArrays.normal(random, length));
    }

    /** Share of element k in the loss: the sum of gradient times value. */
    Dual loss(int k, Dual y, Dual h, Dual v) {
        return part(output, k, y).plus(part(membrane, k, h)).plus(part(carried, k, v));
    }

    private static Dual part(double[] gradient, int k, Dual value) {
        return gradient == null ? Dual.ZERO : Dual.constant(gradient[k]).times(value);
    }
}
