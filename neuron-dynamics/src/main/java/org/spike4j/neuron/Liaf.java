package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.kernel.Dynamics;

/**
 * Leaky integrate and analog fire: a spiking neuron whose spike only drives its reset, and whose output is analog, y =
 * activation(tap).
 *
 * <p>Constants are those of the neuron inside. Source: Wu et al. 2023, Frontiers in Neuroscience 17:1213720, whose taps o1
 * to o4 are {@link Tap#MEMBRANE}, {@link Tap#DISTANCE}, {@link Tap#RESET} and {@link Tap#CARRIED}.
 *
 * @param neuron the spiking neuron inside
 * @param tap which quantity is put out; not the spike
 * @param activation function on it
 */
public record Liaf(
        @JsonProperty("neuron") NeuronModel neuron,
        @JsonProperty("tap") Tap tap,
        @JsonProperty("activation") Activation activation)
        implements NeuronModel, TimeScaling {

    /** Checks that the output is analog. */
    public Liaf {
        Objects.requireNonNull(neuron, "neuron");
        Objects.requireNonNull(activation, "activation");
        if (tap == null || tap == Tap.SPIKE) {
            throw new IllegalArgumentException("tap must be MEMBRANE, DISTANCE, RESET or CARRIED, was " + tap);
        }
    }

    /**
     * Analog output relu(h) of a spiking neuron, BIDL's default.
     *
     * @param neuron the spiking neuron inside
     * @return the analog neuron
     */
    public static Liaf of(SpikingModel<?> neuron) {
        return new Liaf(neuron, Tap.MEMBRANE, Activation.RELU);
    }

    @Override
    public List<Learned> learned() {
        return neuron.learned();
    }

    @Override
    public List<Constant> constants() {
        return neuron.constants();
    }

    @Override
    public Liaf withTimeScale(double factor) {
        return new Liaf(TimeScaling.scale(neuron, factor), tap, activation);
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        return TimeScaling.of(neuron).atTimeScale(constants, factor);
    }

    @Override
    public Dynamics dynamics() {
        return neuron.dynamics().withOutput(tap, activation);
    }

    @Override
    public void coefficients(double[] constants, double[] coefficients) {
        neuron.coefficients(constants, coefficients);
    }

    @Override
    public void pullBack(double[] constants, double[] coefficientGradient, double[] constantGradient) {
        neuron.pullBack(constants, coefficientGradient, constantGradient);
    }
}
