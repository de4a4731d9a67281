package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.kernel.Dynamics;

/**
 * Lateral inhibition, winner takes all: the channels at one place of a sample compete, and in each step only the one whose
 * membrane is farthest above its threshold may spike.
 *
 * <pre>
 * h, s = step of the neuron inside, reset included
 * m_k  = 1 for k = argmax over channels j of (h_j - threshold_j), the first of equals; else 0
 * y_k  = m_k amplitude s_k
 * </pre>
 *
 * <p>The features of a dense layer compete within a sample, the channels of a convolution within a pixel. The mask is a
 * constant for the gradient. The reset follows s, not y: a neuron that crosses its threshold is reset even if it lost. Where
 * a step has sub-steps, h is that of the last one, and s the sum over all. Around {@link Leaky} with its delayed reset this is snnTorch's Leaky with {@code inhibition=True}.
 *
 * <p>Any neuron that fires can be inside, also one of your own equations, which runs twice to know its threshold.
 *
 * @param neuron the spiking neuron inside; its constants are those of this model
 */
public record Inhibited(@JsonProperty("neuron") NeuronModel neuron) implements NeuronModel, TimeScaling {

    /** Checks that the neuron inside spikes. */
    public Inhibited {
        Objects.requireNonNull(neuron, "neuron");
        neuron.dynamics().withInhibition(); // refuses what does not put out spikes
    }

    /**
     * Winner takes all between neurons.
     *
     * @param neuron the spiking neuron inside
     * @return the inhibited neuron
     */
    public static Inhibited of(NeuronModel neuron) {
        return new Inhibited(neuron);
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
    public Inhibited withTimeScale(double factor) {
        return new Inhibited(TimeScaling.scale(neuron, factor));
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        return TimeScaling.of(neuron).atTimeScale(constants, factor);
    }

    @Override
    public Dynamics dynamics() {
        return neuron.dynamics().withInhibition();
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
