package org.spike4j.layers;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.layers.execution.AttentionExecution;
import org.spike4j.layers.execution.LayerMemory;
import org.spike4j.layers.execution.PassSize;
import org.spike4j.layers.execution.SpikingExecution;

/**
 * The middle of {@link SpikingSelfAttention}, without weights: attention of queries, keys and values, which are the channels
 * of its input, one third each in this order, and neurons on it. Where queries, keys and values come from other layers than
 * there, it stands by itself.
 *
 * <p>Input: [T*N, 3 C, H, W] with row = t * N + n; a pixel is a token. Output: [T*N, C, H, W].
 */
public final class SpikeAttention extends NeuronLayer {
    private static final long serialVersionUID = 1L;

    private int heads = 1;
    private double scale = SpikingSelfAttention.DEFAULT_SCALE;

    /** For JSON. */
    public SpikeAttention() {}

    private SpikeAttention(Builder builder) {
        super(builder);
        heads = builder.heads;
        scale = builder.scale;
        if (getTimeSteps() > 0) {
            throw new IllegalArgumentException("timeSteps(" + getTimeSteps()
                    + ") is not for SpikeAttention, whose input has its own steps; put it on the first layer");
        }
    }

    /**
     * Heads.
     *
     * @return number of heads, a divisor of the channels
     */
    public int getHeads() {
        return heads;
    }

    /**
     * Sets the heads.
     *
     * @param heads number of heads, a divisor of the channels
     */
    public void setHeads(int heads) {
        this.heads = heads;
    }

    /**
     * Scale of the attention.
     *
     * @return factor on the current of the neurons
     */
    public double getScale() {
        return scale;
    }

    /**
     * Sets the scale of the attention.
     *
     * @param scale factor on the current of the neurons
     */
    public void setScale(double scale) {
        this.scale = scale;
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
    public boolean hasBatchNorm() {
        return false;
    }

    @Override
    SpikingExecution<?> execution(NeuralNetConfiguration conf, DataType dataType) {
        return new AttentionExecution(conf, dataType);
    }

    @Override
    public LayerMemory trainingMemory(InputType input, PassSize size) {
        return AttentionExecution.memory(Channels.features(input), size);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        long[] image = Channels.imageSize(inputType, this);
        return InputType.convolutional(image[0], image[1], Channels.of(inputType) / 3);
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        setLayout(Layout.of(inputType));
        setChannels(Channels.of(inputType));
    }

    /** Sets the channels of the input. */
    void setChannels(long channels) {
        if (channels % (3L * heads) != 0) {
            throw new IllegalArgumentException("layer \"" + getLayerName() + "\": queries, keys and values of " + heads
                    + " heads need a multiple of " + 3 * heads + " channels, had " + channels);
        }
        setNIn(channels);
        setNOut(channels / 3);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof SpikeAttention that
                && heads == that.heads
                && scale == that.scale;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), heads, scale);
    }

    /** Builds a {@link SpikeAttention}. */
    public static final class Builder extends NeuronBuilder<Builder> {
        private int heads = 1;
        private double scale = SpikingSelfAttention.DEFAULT_SCALE;

        /** Starts with one head and no neuron. */
        public Builder() {}

        /**
         * Sets the heads.
         *
         * @param count number of heads, a divisor of the channels
         * @return this builder
         */
        public Builder heads(int count) {
            heads = SpikingSelfAttention.checkedHeads(count);
            return this;
        }

        /**
         * Sets the scale of the attention.
         *
         * @param factor on the current of the neurons
         * @return this builder
         */
        public Builder scale(double factor) {
            scale = SpikingSelfAttention.checkedScale(factor);
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public SpikeAttention build() {
            return new SpikeAttention(this);
        }
    }
}
