package org.spike4j.layers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.spike4j.layers.execution.LayerMemory;
import org.spike4j.layers.execution.PassSize;
import org.spike4j.layers.execution.QuantizationExecution;

/**
 * Learned quantisation of time: makes few steps of many with a learned kernel w(-R) ... w(R), the same for all pixels. With T
 * steps below and the stride S,
 *
 * <pre>
 * y(t) = sum over j = -R ... R of w(j) x(S t - j),  x = 0 outside,  t = 0 ... (T - 1) / S, rounded down
 * w(j) = max(0, 1 - |j| / S) at first
 * </pre>
 *
 * <p>On a voxel grid of S (B - 1) + 1 bins this is the learned event spike tensor of B bins of Gehrig et al. 2019, "End-to-end
 * learning of representations for asynchronous event-based data", with a kernel of lines between knots in place of their
 * perceptron; at first it is the voxel grid of B bins.
 *
 * <p>A step needs the R steps after it, so the layer takes whole sequences and cannot run step by step. Input: as for {@link
 * SpikingActivation}, with the number of steps given here, without masks. Output: time folded into the rows, row = t * N + n.
 * Parameter: {@code K} [2 R + 1], or [channels, 2 R + 1] with a kernel for each channel; it has no weight decay.
 */
public final class LearnedQuantization extends FeedForwardLayer implements TrainedMemory {
    private static final long serialVersionUID = 1L;

    private int steps;
    private int stride = 1;
    private int kernel = 1;
    private boolean perChannel;

    /** For JSON. */
    public LearnedQuantization() {}

    private LearnedQuantization(Builder builder) {
        super(builder);
        steps = builder.steps;
        stride = builder.stride;
        kernel = builder.kernel == 0 ? 2 * stride - 1 : builder.kernel;
        perChannel = builder.perChannel;
        if (steps < 2) {
            throw new IllegalArgumentException(
                    "a LearnedQuantization layer needs a number of steps >= 2, was " + steps + "; call steps(...)");
        }
    }

    /**
     * Number of steps below.
     *
     * @return T
     */
    public int getSteps() {
        return steps;
    }

    /**
     * Sets the number of steps below.
     *
     * @param steps T
     */
    public void setSteps(int steps) {
        this.steps = steps;
    }

    /**
     * Steps below from a step to the next.
     *
     * @return S
     */
    public int getStride() {
        return stride;
    }

    /**
     * Sets the steps below from a step to the next.
     *
     * @param stride S
     */
    public void setStride(int stride) {
        this.stride = stride;
    }

    /**
     * Length of the kernel in steps below.
     *
     * @return 2 R + 1
     */
    public int getKernel() {
        return kernel;
    }

    /**
     * Sets the length of the kernel.
     *
     * @param kernel 2 R + 1
     */
    public void setKernel(int kernel) {
        this.kernel = kernel;
    }

    /**
     * Whether each channel learns a kernel of its own.
     *
     * @return false for one kernel
     */
    public boolean isPerChannel() {
        return perChannel;
    }

    /**
     * Sets whether each channel learns a kernel of its own.
     *
     * @param perChannel false for one kernel
     */
    public void setPerChannel(boolean perChannel) {
        this.perChannel = perChannel;
    }

    /**
     * Number of steps that the layer puts out.
     *
     * @return (T - 1) / S + 1, rounded down
     */
    public int outputSteps() {
        return (steps - 1) / stride + 1;
    }

    /**
     * Number of kernels.
     *
     * @return 1, or that of the channels
     */
    public long kernels() {
        return perChannel ? getNIn() : 1;
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
        QuantizationExecution layer = new QuantizationExecution(conf, networkDataType);
        layer.setListeners(trainingListeners);
        layer.setIndex(layerIndex);
        layer.setParamsViewArray(layerParamsView);
        layer.setParamTable(parameters);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return QuantizationParameters.INSTANCE;
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        return Channels.folded(inputType);
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        setNIn(Channels.of(inputType));
        setNOut(getNIn());
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType inputType) {
        return new TimeMajor(Layout.of(inputType));
    }

    @Override
    public List<Regularization> getRegularizationByParam(String paramName) {
        return List.of();
    }

    @Override
    public LayerMemory trainingMemory(InputType input, PassSize size) {
        return QuantizationExecution.memory(this, Channels.features(input), size);
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        InputType outputType = getOutputType(-1, inputType);
        long parameters = initializer().numParams(this);
        long updater = getIUpdater() == null ? 0 : getIUpdater().stateSize(parameters);
        return new LayerMemoryReport.Builder(getLayerName(), getClass(), inputType, outputType)
                .standardMemory(parameters, updater)
                .workingMemory(0, 0, 0, outputType.arrayElementsPerExample())
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof LearnedQuantization that
                && steps == that.steps
                && stride == that.stride
                && kernel == that.kernel
                && perChannel == that.perChannel;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), steps, stride, kernel, perChannel);
    }

    /** Builds a {@link LearnedQuantization}. */
    public static final class Builder extends FeedForwardLayer.Builder<Builder> {
        private int steps;
        private int stride = 1;
        private int kernel;
        private boolean perChannel;

        /**
         * Sets the number of steps below; needed.
         *
         * @param count T of every sequence, at least 2
         * @return this builder
         */
        public Builder steps(int count) {
            steps = count;
            return this;
        }

        /**
         * Sets the steps below from a step to the next; 1 unless called.
         *
         * @param below S, at least 1
         * @return this builder
         */
        public Builder stride(int below) {
            if (below < 1) {
                throw new IllegalArgumentException("stride must be >= 1, was " + below);
            }
            stride = below;
            return this;
        }

        /**
         * Sets the length of the kernel in steps below; 2 S - 1, that of the first triangle, unless called.
         *
         * @param length 2 R + 1, odd
         * @return this builder
         */
        public Builder kernel(int length) {
            if (length < 1 || length % 2 == 0) {
                throw new IllegalArgumentException("the length of the kernel must be odd and >= 1, was " + length);
            }
            kernel = length;
            return this;
        }

        /**
         * Sets whether each channel learns a kernel of its own; they share one unless called.
         *
         * @param own true for one each
         * @return this builder
         */
        public Builder perChannel(boolean own) {
            perChannel = own;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public LearnedQuantization build() {
            return new LearnedQuantization(this);
        }
    }
}
