package org.spike4j.layers;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.layers.execution.Conv2DExecution;
import org.spike4j.layers.execution.LayerMemory;
import org.spike4j.layers.execution.PassSize;
import org.spike4j.layers.execution.SpikingExecution;

/**
 * Convolution, optional batch normalisation, neuron and optional pooling in one layer.
 *
 * <p>The convolution runs once over all steps; the normalisation takes its statistics over time, batch and space, with
 * epsilon 1e-5, and running averages that keep 0.9 of the old value; it is folded into the neuron's step. Input: [T*N, C,
 * H, W], [N, C, T, H, W], or with {@code timeSteps} a static [N, C, H, W]. Output: [T*N, nOut, H', W'], row = t * N + n.
 */
public final class SpikingConv2D extends ConvolutionNeuronLayer {
    private static final long serialVersionUID = 1L;

    private boolean batchNorm;
    private Pooling pooling = Pooling.NONE;
    private int poolSize = 2;
    private boolean recompute;

    /** For JSON. */
    public SpikingConv2D() {}

    private SpikingConv2D(Builder builder) {
        super(builder);
        batchNorm = builder.batchNorm;
        pooling = builder.pooling;
        poolSize = builder.poolSize;
        recompute = builder.recompute;
        if (isBias() && batchNorm) {
            throw new IllegalArgumentException(
                    "a bias in front of a batch normalisation has no effect; switch one off");
        }
        if (batchNorm && !getNeuron().dynamics().foldsInput()) {
            throw new IllegalArgumentException("batchNorm needs a neuron without a synaptic current");
        }
    }

    /**
     * Whether the current is normalised over the batch.
     *
     * @return false unless switched on
     */
    public boolean isBatchNorm() {
        return batchNorm;
    }

    /**
     * Sets whether the current is normalised over the batch.
     *
     * @param batchNorm true to normalise
     */
    public void setBatchNorm(boolean batchNorm) {
        this.batchNorm = batchNorm;
    }

    /**
     * Pooling of the spikes.
     *
     * @return its kind
     */
    public Pooling getPooling() {
        return pooling;
    }

    /**
     * Sets the pooling of the spikes.
     *
     * @param pooling its kind
     */
    public void setPooling(Pooling pooling) {
        this.pooling = pooling;
    }

    /**
     * Side and stride of the pooling window.
     *
     * @return pixels
     */
    public int getPoolSize() {
        return poolSize;
    }

    /**
     * Sets side and stride of the pooling window.
     *
     * @param poolSize pixels
     */
    public void setPoolSize(int poolSize) {
        this.poolSize = poolSize;
    }

    /**
     * Whether the currents are computed again in the backward pass.
     *
     * @return false unless switched on
     */
    public boolean isRecompute() {
        return recompute;
    }

    /**
     * Sets whether the currents are computed again in the backward pass instead of being stored, see {@link
     * Builder#recompute}. May change between two training steps.
     *
     * @param recompute true for less memory, false for less time
     */
    public void setRecompute(boolean recompute) {
        this.recompute = recompute;
    }

    @Override
    public boolean hasBatchNorm() {
        return batchNorm;
    }

    @Override
    SpikingExecution<?> execution(NeuralNetConfiguration conf, DataType dataType) {
        return new Conv2DExecution(conf, dataType);
    }

    @Override
    public LayerMemory trainingMemory(InputType input, PassSize size) {
        long[] image = Channels.imageSize(input, this);
        return Conv2DExecution.memory(this, image[0], image[1], size);
    }

    @Override
    int poolingSide() {
        return pooling == Pooling.NONE ? 1 : poolSize;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof SpikingConv2D that
                && batchNorm == that.batchNorm
                && pooling == that.pooling
                && poolSize == that.poolSize
                && recompute == that.recompute;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), batchNorm, pooling, poolSize, recompute);
    }

    /** Builds a {@link SpikingConv2D}. */
    public static final class Builder extends ConvolutionBuilder<Builder> {
        private boolean batchNorm;
        private Pooling pooling = Pooling.NONE;
        private int poolSize = 2;
        private boolean recompute;

        /** Starts with a kernel of 3x3, stride 1, no padding, no bias, no normalisation, no pooling and no neuron. */
        public Builder() {}

        /**
         * Switches batch normalisation of the current on or off.
         *
         * @param normalise true to normalise
         * @return this builder
         */
        public Builder batchNorm(boolean normalise) {
            batchNorm = normalise;
            return this;
        }

        /**
         * Pools the spikes by windows that do not overlap; rows and columns that do not fill a window are left out.
         *
         * @param kind maximum, mean or none
         * @param size side of the window in pixels
         * @return this builder
         */
        public Builder pooling(Pooling kind, int size) {
            pooling = Objects.requireNonNull(kind, "kind");
            poolSize = atLeast("pooling size", 1, size)[0];
            return this;
        }

        /**
         * Computes the currents again in the backward pass instead of storing them: the same results to the bit, for less
         * memory and more time. It has no effect where the layer does not run on packed spikes: with doubles, inhibition, a
         * static input, an input that is neither spikes nor sparse events, or without the Vector API; nor where the currents are
         * not stored anyway, since patches are short and no gradient on the input is wanted.
         *
         * @param again true to compute them again
         * @return this builder
         */
        public Builder recompute(boolean again) {
            recompute = again;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public SpikingConv2D build() {
            return new SpikingConv2D(this);
        }
    }
}
