package org.spike4j.layers;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.execution.DenseExecution;

/**
 * A dense layer of spiking neurons: current = x W + b in one product over all steps, then the neuron over time.
 *
 * <p>Input: [T*N, F], [T*N, C, H, W] (flattened), [N, F, T], [N, C, T, H, W] (flattened), or with {@code timeSteps} a
 * static [N, F]. Output: [T*N, nOut], row = t * N + n.
 */
public final class SpikingDense extends NeuronLayer {
    private static final long serialVersionUID = 1L;

    private boolean bias = true;

    /** For JSON. */
    public SpikingDense() {}

    private SpikingDense(Builder builder) {
        super(builder);
        bias = builder.bias;
    }

    /**
     * Whether there is a bias.
     *
     * @return true unless switched off
     */
    public boolean isBias() {
        return bias;
    }

    /**
     * Sets whether there is a bias.
     *
     * @param bias false for none
     */
    public void setBias(boolean bias) {
        this.bias = bias;
    }

    @Override
    public long[] weightShape() {
        return new long[] {getNIn(), getNOut()};
    }

    @Override
    public boolean hasBias() {
        return bias;
    }

    @Override
    public boolean hasBatchNorm() {
        return false;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> trainingListeners,
            int layerIndex,
            INDArray layerParamsView,
            boolean initializeParams,
            DataType networkDataType) {
        Map<String, INDArray> parameters = initializer().init(conf, layerParamsView, initializeParams);
        return new DenseExecution(conf, networkDataType)
                .with(trainingListeners, layerIndex, layerParamsView, parameters);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        return InputType.feedForward(getNOut());
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        setLayout(Layout.of(inputType));
        if (getNIn() <= 0 || override) {
            setNIn(Channels.features(inputType));
        }
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof SpikingDense that && bias == that.bias;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), bias);
    }

    /** Builds a {@link SpikingDense}. */
    public static final class Builder extends NeuronBuilder<Builder> {
        private boolean bias = true;

        /** Starts with a bias and no neuron. */
        public Builder() {}

        /**
         * Switches the bias on or off.
         *
         * @param hasBias false for none
         * @return this builder
         */
        public Builder hasBias(boolean hasBias) {
            bias = hasBias;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public SpikingDense build() {
            return new SpikingDense(this);
        }
    }
}
