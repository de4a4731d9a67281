package org.spike4j.layers;

import java.util.Arrays;
import java.util.Objects;
import org.deeplearning4j.nn.conf.inputs.InputType;

/**
 * What the configurations of layers that convolve their input share: W [nOut, nIn, kernel height, kernel width], and no bias
 * unless it is switched on.
 */
public abstract class ConvolutionNeuronLayer extends NeuronLayer {
    private static final long serialVersionUID = 1L;

    private int[] kernel = {3, 3};
    private int[] stride = {1, 1};
    private int[] padding = {0, 0};
    private boolean bias;

    /** For JSON. */
    protected ConvolutionNeuronLayer() {}

    /**
     * From a builder.
     *
     * @param builder the settings
     */
    protected ConvolutionNeuronLayer(ConvolutionBuilder<?> builder) {
        super(builder);
        kernel = builder.kernel.clone();
        stride = builder.stride.clone();
        padding = builder.padding.clone();
        bias = builder.bias;
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
    public boolean hasBias() {
        return bias;
    }

    /**
     * Size of the current along an axis.
     *
     * @param size pixels of the input
     * @param axis 0 vertical, 1 horizontal
     * @return pixels of the current, before any pooling
     */
    public long convolved(long size, int axis) {
        return (size + 2L * padding[axis] - kernel[axis]) / stride[axis] + 1;
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        long[] size = Channels.imageSize(inputType, this);
        int pool = poolingSide();
        long height = convolved(size[0], 0) / pool;
        long width = convolved(size[1], 1) / pool;
        if (size[0] + 2L * padding[0] < kernel[0] || size[1] + 2L * padding[1] < kernel[1] || height < 1 || width < 1) {
            throw new IllegalArgumentException("layer \"" + getLayerName() + "\": nothing is left of an image of "
                    + size[0] + "x" + size[1] + " after a kernel of " + Arrays.toString(kernel) + ", padding "
                    + Arrays.toString(padding) + ", stride " + Arrays.toString(stride)
                    + (pool > 1 ? " and pooling by " + pool : "") + "; use a smaller kernel or more padding");
        }
        return InputType.convolutional(height, width, getNOut());
    }

    /** Side and stride of the window that the spikes are pooled by; 1 for none. */
    int poolingSide() {
        return 1;
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        long[] size = Channels.imageSize(inputType, this);
        setPlaces(Math.toIntExact(convolved(size[0], 0) * convolved(size[1], 1)));
        setLayout(Layout.of(inputType));
        if (getNIn() <= 0 || override) {
            setNIn(Channels.of(inputType));
        }
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof ConvolutionNeuronLayer that
                && Arrays.equals(kernel, that.kernel)
                && Arrays.equals(stride, that.stride)
                && Arrays.equals(padding, that.padding)
                && bias == that.bias;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                super.hashCode(), Arrays.hashCode(kernel), Arrays.hashCode(stride), Arrays.hashCode(padding), bias);
    }

    /**
     * Settings shared by the builders of layers that convolve.
     *
     * @param <B> the builder itself
     */
    public abstract static class ConvolutionBuilder<B extends ConvolutionBuilder<B>> extends NeuronBuilder<B> {
        private int[] kernel = {3, 3};
        private int[] stride = {1, 1};
        private int[] padding = {0, 0};
        private boolean bias;

        /** Starts with kernels of 3x3, stride 1, no padding, no bias and no neuron. */
        protected ConvolutionBuilder() {}

        /**
         * Sets the size of the kernels of W.
         *
         * @param height pixels
         * @param width pixels
         * @return this builder
         */
        public B kernelSize(int height, int width) {
            kernel = atLeast("kernelSize", 1, height, width);
            return self();
        }

        /**
         * Sets the stride of the convolution with W.
         *
         * @param vertical pixels
         * @param horizontal pixels
         * @return this builder
         */
        public B stride(int vertical, int horizontal) {
            stride = atLeast("stride", 1, vertical, horizontal);
            return self();
        }

        /**
         * Sets the zero padding of the input on each side.
         *
         * @param vertical pixels
         * @param horizontal pixels
         * @return this builder
         */
        public B padding(int vertical, int horizontal) {
            padding = atLeast("padding", 0, vertical, horizontal);
            return self();
        }

        /**
         * Switches a bias on or off.
         *
         * @param hasBias true for one
         * @return this builder
         */
        public B hasBias(boolean hasBias) {
            bias = hasBias;
            return self();
        }

        static int[] atLeast(String name, int least, int... values) {
            if (Arrays.stream(values).anyMatch(v -> v < least)) {
                throw new IllegalArgumentException(name + " must be >= " + least + ", was " + Arrays.toString(values));
            }
            return values;
        }
    }
}
