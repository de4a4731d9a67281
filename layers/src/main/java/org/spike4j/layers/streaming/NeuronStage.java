package org.spike4j.layers.streaming;

import org.spike4j.neuron.kernel.NeuronStream;

/** Neurons, with bias and normalisation in their coefficients: from currents to spikes or membranes. */
record NeuronStage(NeuronStream neurons) implements Stage {

    @Override
    public int outputs() {
        return neurons.neurons();
    }

    @Override
    public void step(float[] input, float[] output) {
        neurons.step(input, output);
    }

    @Override
    public boolean inPlace() {
        return true;
    }

    @Override
    public int stateLength() {
        return neurons.stateLength();
    }

    @Override
    public void reset() {
        neurons.reset();
    }

    @Override
    public void save(float[] target, int at) {
        neurons.save(target, at);
    }

    @Override
    public void restore(float[] source, int at) {
        neurons.restore(source, at);
    }
}
