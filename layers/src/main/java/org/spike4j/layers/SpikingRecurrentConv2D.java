package org.spike4j.layers;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.execution.LayerMemory;
import org.spike4j.layers.execution.PassSize;
import org.spike4j.layers.execution.RecurrentConv2DExecution;
import org.spike4j.layers.execution.SpikingExecution;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Sharing;
import org.spike4j.neuron.kernel.RecurrentKernels;

/**
 * A convolution of spiking neurons that feed their output back to their neighbours in space, one step later:
 *
 * <pre>
 * I_t = conv(x_t, W) + conv(y_{t-1}, R) + b,   y before the first step is 0, or the last output of the piece before
 * y_t = step of the neuron on I_t
 * </pre>
 *
 * <p>W is [nOut, nIn, kernel height, kernel width]. R is [nOut, nOut, k, k] with k odd; its convolution has stride 1 and a
 * padding of (k - 1) / 2, so it keeps the size. The convolution with W runs once over all steps, the one with R step by step.
 * The gradient goes through both, with the surrogate, not detached. Any neuron without lateral inhibition, and without constants learned for each neuron, will do. There is no
 * batch normalisation, whose statistics over time the feedback would change, and no pooling, for which a layer can follow.
 *
 * <p>Input: [T*N, C, H, W], [N, C, T, H, W], or with {@code timeSteps} a static [N, C, H, W]. Output: [T*N, nOut, H', W'],
 * row = t * N + n. A features mask hides what the layer puts out in a step, and the gradient on it; the neurons themselves run
 * on, and feed back what is hidden.
 */
public final class SpikingRecurrentConv2D extends ConvolutionNeuronLayer {
    private static final long serialVersionUID = 1L;

    private int recurrentKernel = 3;

    /** For JSON. */
    public SpikingRecurrentConv2D() {}

    private SpikingRecurrentConv2D(Builder builder) {
        super(builder);
        recurrentKernel = builder.recurrentKernel;
        RecurrentKernels.requireRecurrent(getNeuron().dynamics());
        for (Learned learned : getNeuron().learned()) {
            if (learned.sharing() == Sharing.PER_NEURON) {
                throw new IllegalArgumentException("a recurrent convolution cannot learn " + learned.constant()
                        + " for each neuron; learn it per channel or shared");
            }
        }
    }

    /**
     * Side of the kernels of R.
     *
     * @return an odd number of pixels
     */
    public int getRecurrentKernel() {
        return recurrentKernel;
    }

    /**
     * Sets the side of the kernels of R.
     *
     * @param recurrentKernel an odd number of pixels
     */
    public void setRecurrentKernel(int recurrentKernel) {
        this.recurrentKernel = recurrentKernel;
    }

    @Override
    public long[] recurrentWeightShape() {
        return new long[] {getNOut(), getNOut(), recurrentKernel, recurrentKernel};
    }

    @Override
    void initialiseRecurrent(INDArray view) {
        double fan = (double) getNOut() * recurrentKernel * recurrentKernel;
        long[] shape = recurrentWeightShape();
        getWeightInitFn().init(fan, fan, shape, 'c', view.reshape('c', new long[] {view.length()}));
    }

    @Override
    public boolean hasBatchNorm() {
        return false;
    }

    @Override
    SpikingExecution<?> execution(NeuralNetConfiguration conf, DataType dataType) {
        return new RecurrentConv2DExecution(conf, dataType);
    }

    @Override
    public LayerMemory trainingMemory(InputType input, PassSize size) {
        long[] image = Channels.imageSize(input, this);
        return RecurrentConv2DExecution.memory(this, image[0], image[1], size);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof SpikingRecurrentConv2D that
                && recurrentKernel == that.recurrentKernel;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), recurrentKernel);
    }

    /** Builds a {@link SpikingRecurrentConv2D}. */
    public static final class Builder extends ConvolutionBuilder<Builder> {
        private int recurrentKernel = 3;

        /** Starts with kernels of 3x3, stride 1, no padding of the input, no bias and no neuron. */
        public Builder() {}

        /**
         * Sets the side of the kernels of R.
         *
         * @param side an odd number of pixels, so that a neuron is in the middle of its neighbours
         * @return this builder
         */
        public Builder recurrentKernelSize(int side) {
            if (side < 1 || side % 2 == 0) {
                throw new IllegalArgumentException(
                        "the recurrent kernel must have an odd side, so that neurons keep their place; was " + side);
            }
            recurrentKernel = side;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public SpikingRecurrentConv2D build() {
            return new SpikingRecurrentConv2D(this);
        }
    }
}
