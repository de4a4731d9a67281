package org.spike4j.layers;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Graded lateral inhibition: each spike lowers what its neighbours take in the next step, all by the same strength.
 *
 * <pre>
 * R_ij = -|raw|  for 0 &lt; |i - j| &lt;= radius, else 0
 * I_j  = ... + sum over i of y_i R_ij,  y of the step before
 * dL/d raw = -sign(raw) sum over these i, j of dL/dR_ij,  sign(0) = 1
 * </pre>
 *
 * <p>Without a radius the neighbours are all other neurons of the layer. One raw parameter is trained and saved; its magnitude is
 * the strength, so training does not turn inhibition into excitation. Where {@link org.spike4j.neuron.Inhibited} lets one neuron of
 * a step speak and resets the others all the same, here all may spike, and the fewer the stronger it is.
 *
 * <p>Source: Diehl and Cook 2015, Frontiers in Computational Neuroscience 9:99, where each neuron excites one inhibitory neuron, which
 * inhibits all others through conductances that decay. As in BindsNET's version of that network there are no inhibitory neurons
 * here: the connection is direct, its effect is a current in a single step, and comes one step after the spike.
 *
 * @param strength by which a spike lowers the input of a neighbour, before training; at least 0
 * @param radius how far it reaches in neurons, at least 1; 0 for all neurons of the layer
 */
public record LateralInhibition(
        @JsonProperty("strength") double strength,
        @JsonProperty("radius") int radius) {

    /** Checks the values. */
    public LateralInhibition {
        if (!(strength >= 0) || Double.isInfinite(strength)) {
            throw new IllegalArgumentException("the strength of inhibition must be >= 0 and finite, was " + strength);
        }
        if (radius < 0) {
            throw new IllegalArgumentException(
                    "the radius of inhibition must be >= 1 neuron, or 0 for all neurons, was " + radius);
        }
    }

    /**
     * Inhibition of all other neurons of the layer.
     *
     * @param strength by which a spike lowers the input of the others, before training; at least 0
     * @return the inhibition
     */
    public static LateralInhibition ofAll(double strength) {
        return new LateralInhibition(strength, 0);
    }

    /**
     * Inhibition of the neurons nearby.
     *
     * @param strength by which a spike lowers the input of a neighbour, before training; at least 0
     * @param radius how far it reaches in neurons, at least 1
     * @return the inhibition
     */
    public static LateralInhibition within(double strength, int radius) {
        if (radius < 1) {
            throw new IllegalArgumentException("the radius of inhibition must be >= 1 neuron, was " + radius);
        }
        return new LateralInhibition(strength, radius);
    }

    /**
     * Computes the weights that act.
     *
     * @param raw the parameter
     * @param weights receives R, [neurons, neurons]
     */
    public void apply(double raw, INDArray weights) {
        long neurons = weights.size(0);
        if (radius == 0) {
            weights.assign(-Math.abs(raw));
            for (long i = 0; i < neurons; i++) {
                weights.putScalar(i, i, 0);
            }
            return;
        }
        weights.assign(0);
        for (long i = 0; i < neurons; i++) {
            for (long j = first(i); j <= last(i, neurons); j++) {
                if (i != j) {
                    weights.putScalar(i, j, -Math.abs(raw));
                }
            }
        }
    }

    /**
     * Pulls a gradient back to the parameter.
     *
     * @param gradient dL/dR, [neurons, neurons]; not modified
     * @param raw the parameter
     * @return dL/d raw
     */
    public double pullBack(INDArray gradient, double raw) {
        double sum = radius == 0 ? sumOfAll(gradient) : sumWithinRadius(gradient);
        return raw < 0 ? sum : -sum;
    }

    /** Without the diagonal. */
    private static double sumOfAll(INDArray gradient) {
        double sum = gradient.sumNumber().doubleValue();
        for (long i = 0; i < gradient.size(0); i++) {
            sum -= gradient.getDouble(i, i);
        }
        return sum;
    }

    private double sumWithinRadius(INDArray gradient) {
        long neurons = gradient.size(0);
        double sum = 0;
        for (long i = 0; i < neurons; i++) {
            for (long j = first(i); j <= last(i, neurons); j++) {
                sum += i == j ? 0 : gradient.getDouble(i, j);
            }
        }
        return sum;
    }

    private long first(long neuron) {
        return Math.max(0, neuron - radius);
    }

    private long last(long neuron, long neurons) {
        return Math.min(neurons - 1, neuron + radius);
    }
}
