package org.spike4j.layers;

import java.util.Collection;
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
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.execution.LayerMemory;
import org.spike4j.layers.execution.PassSize;
import org.spike4j.layers.execution.TimeMixingExecution;

/**
 * Mixes the steps of a sequence with learned weights, the same for all channels and pixels:
 *
 * <pre>
 * h_t = sum over u of W[u][t] m(u, t) x_u + b_t
 * m(u, t) = 1 where t - order &lt; u &lt;= t, else 1 - masking
 * </pre>
 *
 * <p>With a neuron without a state behind it, a {@link SpikingActivation} of {@code SlidingPsn.ofOrder(1)} with weight 1 and
 * bias 0, this is SpikingJelly's PSN; with an order it is its MaskedPSN, whose lambda is the masking, and whose weights are
 * [t][u]. SlidingPsn alone is its SlidingPSN. Every step needs the whole sequence unless masking is 1, so the layer cannot run
 * step by step.
 *
 * <p>Input: as for {@link SpikingActivation}, with the number of steps given here. Output: time folded into the rows, row = t *
 * N + n. Parameters: {@code W} [T, T] and {@code b} [1, T].
 */
public final class TimeMixing extends FeedForwardLayer implements TrainedMemory {
    private static final long serialVersionUID = 1L;

    private int order;
    private double masking;
    private Layout layout = Layout.FOLDED;

    /** For JSON. */
    public TimeMixing() {}

    private TimeMixing(Builder builder) {
        super(builder);
        order = builder.order;
        masking = builder.masking;
        if (getNIn() < 1) {
            throw new IllegalArgumentException("a TimeMixing layer needs the number of steps; call steps(...)");
        }
    }

    /**
     * Number of inputs that the mask lets through, that of the present step included.
     *
     * @return 0 if there is no mask
     */
    public int getOrder() {
        return order;
    }

    /**
     * Sets the number of inputs that the mask lets through.
     *
     * @param order 0 for no mask
     */
    public void setOrder(int order) {
        this.order = order;
    }

    /**
     * How far the mask is drawn.
     *
     * @return 0 for not at all to 1 for completely
     */
    public double getMasking() {
        return masking;
    }

    /**
     * Draws the mask; may be done between iterations, as the training goes on.
     *
     * @param masking 0 for not at all to 1 for completely
     */
    public void setMasking(double masking) {
        this.masking = requireShare(masking);
    }

    /**
     * How time lies in the activations below, known once the input type is set.
     *
     * @return the layout
     */
    public Layout getLayout() {
        return layout;
    }

    /**
     * Sets how time lies in the activations below.
     *
     * @param layout the layout
     */
    public void setLayout(Layout layout) {
        this.layout = layout;
    }

    private static double requireShare(double masking) {
        if (!(masking >= 0 && masking <= 1)) {
            throw new IllegalArgumentException("masking must lie in [0, 1], was " + masking);
        }
        return masking;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> trainingListeners,
            int layerIndex,
            INDArray layerParamsView,
            boolean initializeParams,
            DataType networkDataType) {
        TimeMixingExecution layer = new TimeMixingExecution(conf, networkDataType);
        layer.setListeners(trainingListeners);
        layer.setIndex(layerIndex);
        layer.setParamsViewArray(layerParamsView);
        Map<String, INDArray> parameters = initializer().init(conf, layerParamsView, initializeParams);
        layer.setParamTable(parameters);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return DefaultParamInitializer.getInstance();
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        return switch (inputType.getType()) {
            case RNN -> InputType.feedForward(Channels.features(inputType));
            case CNN3D -> {
                long[] size = Channels.imageSize(inputType, this);
                yield InputType.convolutional(size[0], size[1], Channels.of(inputType));
            }
            default -> inputType;
        };
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        layout = Layout.of(inputType);
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType inputType) {
        return new TimeMajor(Layout.of(inputType));
    }

    @Override
    public LayerMemory trainingMemory(InputType input, PassSize size) {
        long rows = size.rows(Channels.features(input));
        return new LayerMemory(2 * rows, 0, rows, 0);
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        InputType outputType = getOutputType(-1, inputType);
        long parameters = initializer().numParams(this);
        return new LayerMemoryReport.Builder(getLayerName(), getClass(), inputType, outputType)
                .standardMemory(
                        parameters,
                        getIUpdater() == null ? 0 : (int) getIUpdater().stateSize(parameters))
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof TimeMixing that
                && order == that.order
                && masking == that.masking
                && layout == that.layout;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), order, masking, layout);
    }

    /** Builds a {@link TimeMixing}. */
    public static final class Builder extends FeedForwardLayer.Builder<Builder> {
        private int order;
        private double masking;

        /** Starts without a mask and with a bias of -1. */
        public Builder() {
            biasInit(-1);
        }

        /**
         * Sets the number of steps; needed.
         *
         * @param steps T of every sequence
         * @return this builder
         */
        public Builder steps(int steps) {
            return nIn(steps).nOut(steps);
        }

        /**
         * Masks all inputs but the last ones.
         *
         * @param last number of inputs that the mask lets through, at least 1
         * @param drawn 0 for not at all to 1 for completely
         * @return this builder
         */
        public Builder mask(int last, double drawn) {
            if (last < 1) {
                throw new IllegalArgumentException("order must be >= 1, was " + last);
            }
            order = last;
            masking = requireShare(drawn);
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public TimeMixing build() {
            return new TimeMixing(this);
        }
    }
}
