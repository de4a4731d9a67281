package org.spike4j.layers;

import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.layers.execution.ActivationExecution;
import org.spike4j.layers.execution.LayerMemory;
import org.spike4j.layers.execution.PassSize;
import org.spike4j.layers.execution.SpikingExecution;

/**
 * A neuron behind any Deeplearning4j layer: takes the activations below as its current and puts out activations of the
 * same type and shape.
 *
 * <p>Input and output: [T*N, F] or [T*N, C, H, W] with time folded into the rows (row = t * N + n, as Deeplearning4j folds
 * it), [N, F, T], or [N, C, T, H, W]. Learned constants of the neuron are its only parameters; a channel is a feature of
 * [N, F, T] and a feature map of a convolution.
 */
public final class SpikingActivation extends NeuronLayer {
    private static final long serialVersionUID = 1L;

    /** For JSON. */
    public SpikingActivation() {}

    private SpikingActivation(Builder builder) {
        super(builder);
    }

    @Override
    public long[] weightShape() {
        return new long[0];
    }

    @Override
    public boolean hasBias() {
        return false;
    }

    @Override
    public LayerMemory trainingMemory(InputType input, PassSize size) {
        return ActivationExecution.memory(getLayout(), Channels.features(input), size);
    }

    @Override
    public boolean hasBatchNorm() {
        return false;
    }

    @Override
    SpikingExecution<?> execution(NeuralNetConfiguration conf, DataType dataType) {
        return new ActivationExecution(conf, dataType);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        return inputType;
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        setLayout(Layout.of(inputType));
        long channels = Channels.of(inputType);
        setNIn(channels);
        setNOut(channels);
        setPlaces(Channels.places(inputType));
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType inputType) {
        return Layout.of(inputType) == Layout.FOLDED ? super.getPreProcessorForInputType(inputType) : null;
    }

    /** Builds a {@link SpikingActivation}. */
    public static final class Builder extends NeuronBuilder<Builder> {

        /** Starts with no neuron. */
        public Builder() {}

        @Override
        @SuppressWarnings("unchecked")
        public SpikingActivation build() {
            return new SpikingActivation(this);
        }
    }
}
