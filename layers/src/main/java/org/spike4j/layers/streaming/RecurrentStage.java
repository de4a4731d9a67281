package org.spike4j.layers.streaming;

import java.util.Arrays;
import org.spike4j.neuron.kernel.NeuronStream;

/** Neurons that feed their output back one step later: from the currents of the input to spikes. */
final class RecurrentStage implements Stage {
    private final Feedback feedback;
    private final NeuronStream neurons;
    private final float[] fedBack;
    private final float[] last;

    /**
     * Neurons at rest.
     *
     * @param feedback from the last output to currents
     * @param neurons what the currents drive
     */
    RecurrentStage(Feedback feedback, NeuronStream neurons) {
        this.feedback = feedback;
        this.neurons = neurons;
        fedBack = new float[neurons.neurons()];
        last = new float[neurons.neurons()];
    }

    @Override
    public int outputs() {
        return neurons.neurons();
    }

    @Override
    public void step(float[] input, float[] output) {
        feedback.currents(last, fedBack);
        for (int k = 0; k < fedBack.length; k++) {
            fedBack[k] += input[k];
        }
        neurons.step(fedBack, last);
        System.arraycopy(last, 0, output, 0, last.length);
    }

    @Override
    public boolean inPlace() {
        return true;
    }

    @Override
    public int stateLength() {
        return neurons.stateLength() + last.length;
    }

    @Override
    public void reset() {
        neurons.reset();
        Arrays.fill(last, 0);
    }

    @Override
    public void save(float[] target, int at) {
        neurons.save(target, at);
        System.arraycopy(last, 0, target, at + neurons.stateLength(), last.length);
    }

    @Override
    public void restore(float[] source, int at) {
        neurons.restore(source, at);
        System.arraycopy(source, at + neurons.stateLength(), last, 0, last.length);
    }
}
