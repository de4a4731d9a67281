package org.spike4j.layers;

import java.util.Arrays;
import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.execution.LayerMemory;
import org.spike4j.layers.execution.PassSize;
import org.spike4j.layers.execution.RecurrentConv2DExecution;
import org.spike4j.layers.execution.SpikingExecution;
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
 * The gradient goes through both, with the surrogate, not detached. Any neuron without lateral inhibition will do. There is no
 * batch normalisation, whose statistics over time the feedback would change, and no pooling, for which a layer can follow.
 *
 * <p>Input: [T*N, C, H, W], [N, C, T, H, W], or with {@code timeSteps} a static [N, C, H, W]. Output: [T*N, nOut, H', W'],
 * row = t * N + n. A features mask hides what the layer puts out in a step, and the gradient on it; the neurons themselves run
 * on, and feed back what is hidden.
 */
public final class SpikingRecurrentConv2D extends NeuronLayer {
    private static final long serialVersionUID = 1L;

    private int[] kernel = {3, 3};
    private int[] stride = {1, 1};
    private int[] padding = {0, 0};
    private int recurrentKernel = 3;
    private boolean bias;

    /** For JSON. */
    public SpikingRecurrentConv2D() {}

    private SpikingRecurrentConv2D(Builder builder) {
        super(builder);
        kernel = builder.kernel.clone();
        stride = builder.stride.clone();
        padding = builder.padding.clone();
        recurrentKernel = builder.recurrentKernel;
        bias = builder.bias;
        RecurrentKernels.requireRecurrent(getNeuron().dynamics());
    }

    /**
     * Size of the kernels of W.
     *
     * @return [height, width]
     */
    public int[] getKernel() {
        return kernel;
    }

    /**
     * Sets the size of the kernels of W.
     *
     * @param kernel [height, width]
     */
    public void setKernel(int[] kernel) {
        this.kernel = kernel;
    }

    /**
     * Stride of the convolution with W.
     *
     * @return [vertical, horizontal]
     */
    public int[] getStride() {
        return stride;
    }

    /**
     * Sets the stride of the convolution with W.
     *
     * @param stride [vertical, horizontal]
     */
    public void setStride(int[] stride) {
        this.stride = stride;
    }

    /**
     * Zero padding of the input on each side.
     *
     * @return [vertical, horizontal]
     */
    public int[] getPadding() {
        return padding;
    }

    /**
     * Sets the zero padding of the input on each side.
     *
     * @param padding [vertical, horizontal]
     */
    public void setPadding(int[] padding) {
        this.padding = padding;
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

    /**
     * Whether there is a bias.
     *
     * @return false unless switched on
     */
    public boolean isBias() {
        return bias;
    }

    /**
     * Sets whether there is a bias.
     *
     * @param bias true for one
     */
    public void setBias(boolean bias) {
        this.bias = bias;
    }

    @Override
    public long[] weightShape() {
        return new long[] {getNOut(), getNIn(), kernel[0], kernel[1]};
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
    public boolean hasBias() {
        return bias;
    }

    @Override
    public boolean hasBatchNorm() {
        return false;
    }

    /**
     * Size of the current along an axis.
     *
     * @param size pixels of the input
     * @param axis 0 vertical, 1 horizontal
     * @return pixels of the current
     */
    public long convolved(long size, int axis) {
        return (size + 2L * padding[axis] - kernel[axis]) / stride[axis] + 1;
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
    public InputType getOutputType(int layerIndex, InputType inputType) {
        long[] size = Channels.imageSize(inputType, this);
        if (size[0] + 2L * padding[0] < kernel[0] || size[1] + 2L * padding[1] < kernel[1]) {
            throw new IllegalArgumentException("layer \"" + getLayerName() + "\": nothing is left of an image of "
                    + size[0] + "x" + size[1] + " after a kernel of " + Arrays.toString(kernel) + " with padding "
                    + Arrays.toString(padding) + "; use a smaller kernel or more padding");
        }
        return InputType.convolutional(convolved(size[0], 0), convolved(size[1], 1), getNOut());
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        Channels.imageSize(inputType, this);
        setLayout(Layout.of(inputType));
        if (getNIn() <= 0 || override) {
            setNIn(Channels.of(inputType));
        }
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof SpikingRecurrentConv2D that
                && Arrays.equals(kernel, that.kernel)
                && Arrays.equals(stride, that.stride)
                && Arrays.equals(padding, that.padding)
                && recurrentKernel == that.recurrentKernel
                && bias == that.bias;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                super.hashCode(),
                Arrays.hashCode(kernel),
                Arrays.hashCode(stride),
                Arrays.hashCode(padding),
                recurrentKernel,
                bias);
    }

    /** Builds a {@link SpikingRecurrentConv2D}. */
    public static final class Builder extends NeuronBuilder<Builder> {
        private int[] kernel = {3, 3};
        private int[] stride = {1, 1};
        private int[] padding = {0, 0};
        private int recurrentKernel = 3;
        private boolean bias;

        /** Starts with kernels of 3x3, stride 1, no padding of the input, no bias and no neuron. */
        public Builder() {}

        /**
         * Sets the size of the kernels of W.
         *
         * @param height pixels
         * @param width pixels
         * @return this builder
         */
        public Builder kernelSize(int height, int width) {
            kernel = atLeast("kernelSize", 1, height, width);
            return this;
        }

        /**
         * Sets the stride of the convolution with W.
         *
         * @param vertical pixels
         * @param horizontal pixels
         * @return this builder
         */
        public Builder stride(int vertical, int horizontal) {
            stride = atLeast("stride", 1, vertical, horizontal);
            return this;
        }

        /**
         * Sets the zero padding of the input on each side.
         *
         * @param vertical pixels
         * @param horizontal pixels
         * @return this builder
         */
        public Builder padding(int vertical, int horizontal) {
            padding = atLeast("padding", 0, vertical, horizontal);
            return this;
        }

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

        /**
         * Switches a bias on or off.
         *
         * @param hasBias true for one
         * @return this builder
         */
        public Builder hasBias(boolean hasBias) {
            bias = hasBias;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public SpikingRecurrentConv2D build() {
            return new SpikingRecurrentConv2D(this);
        }

        private static int[] atLeast(String name, int least, int... values) {
            if (Arrays.stream(values).anyMatch(v -> v < least)) {
                throw new IllegalArgumentException(name + " must be >= " + least + ", was " + Arrays.toString(values));
            }
            return values;
        }
    }
}
