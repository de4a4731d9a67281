package org.spike4j.layers;

import java.util.Objects;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.spike4j.layers.execution.DenseExecution;
import org.spike4j.layers.execution.LayerMemory;
import org.spike4j.layers.execution.PassSize;

/** What the configurations of layers with dense weights share: W [nIn, nOut], and a bias unless it is switched off. */
public abstract class DenseNeuronLayer extends NeuronLayer {
    private static final long serialVersionUID = 1L;

    private boolean bias = true;

    /** For JSON. */
    protected DenseNeuronLayer() {}

    /**
     * From a builder.
     *
     * @param builder the settings
     */
    protected DenseNeuronLayer(DenseBuilder<?> builder) {
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
    public InputType getOutputType(int layerIndex, InputType inputType) {
        return InputType.feedForward(getNOut());
    }

    @Override
    public LayerMemory trainingMemory(InputType input, PassSize size) {
        return DenseExecution.memory(this, size);
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
        return super.equals(other) && other instanceof DenseNeuronLayer that && bias == that.bias;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), bias);
    }

    /**
     * Settings shared by the builders of dense layers.
     *
     * @param <B> the builder itself
     */
    public abstract static class DenseBuilder<B extends DenseBuilder<B>> extends NeuronBuilder<B> {
        private boolean bias = true;

        /** Starts with a bias and no neuron. */
        protected DenseBuilder() {}

        /**
         * Switches the bias on or off.
         *
         * @param hasBias false for none
         * @return this builder
         */
        public B hasBias(boolean hasBias) {
            bias = hasBias;
            return self();
        }
    }
}
