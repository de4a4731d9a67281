package org.spike4j.layers;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.layers.execution.DenseExecution;
import org.spike4j.layers.execution.SpikingExecution;

/**
 * A dense layer of spiking neurons: current = x W + b in one product over all steps, then the neuron over time.
 *
 * <p>Input: [T*N, F], [T*N, C, H, W] (flattened), [N, F, T], [N, C, T, H, W] (flattened), or with {@code timeSteps} a
 * static [N, F]. Output: [T*N, nOut], row = t * N + n.
 */
public final class SpikingDense extends DenseNeuronLayer {
    private static final long serialVersionUID = 1L;

    /** For JSON. */
    public SpikingDense() {}

    private SpikingDense(Builder builder) {
        super(builder);
    }

    @Override
    SpikingExecution<?> execution(NeuralNetConfiguration conf, DataType dataType) {
        return new DenseExecution(conf, dataType);
    }

    /** Builds a {@link SpikingDense}. */
    public static final class Builder extends DenseBuilder<Builder> {
        /** Starts with a bias and no neuron. */
        public Builder() {}

        @Override
        @SuppressWarnings("unchecked")
        public SpikingDense build() {
            return new SpikingDense(this);
        }
    }
}
