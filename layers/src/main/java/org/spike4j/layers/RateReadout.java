package org.spike4j.layers;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.params.EmptyParamInitializer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.spike4j.layers.execution.LayerMemory;
import org.spike4j.layers.execution.PassSize;
import org.spike4j.layers.execution.RateReadoutExecution;

/**
 * Output layer without weights: the firing rate of each neuron below, r = mean over t of its spikes, and a loss on it.
 *
 * <p>Input: [T*N, K] or [N, K, T]. Output and labels: [N, K].
 */
public final class RateReadout extends FeedForwardLayer implements TrainedMemory {
    private static final long serialVersionUID = 1L;

    private ILossFunction lossFn;

    /** For JSON. */
    public RateReadout() {}

    private RateReadout(Builder builder) {
        super(builder);
        lossFn = builder.loss.function();
        setActivationFn(builder.loss.activation());
    }

    /**
     * The loss.
     *
     * @return loss function on [N, K]
     */
    public ILossFunction getLossFn() {
        return lossFn;
    }

    /**
     * Sets the loss.
     *
     * @param lossFn loss function on [N, K]
     */
    public void setLossFn(ILossFunction lossFn) {
        this.lossFn = lossFn;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> trainingListeners,
            int layerIndex,
            INDArray layerParamsView,
            boolean initializeParams,
            DataType networkDataType) {
        RateReadoutExecution layer = new RateReadoutExecution(conf, networkDataType);
        layer.setListeners(trainingListeners);
        layer.setIndex(layerIndex);
        layer.setParamsViewArray(layerParamsView);
        layer.setParamTable(initializer().init(conf, layerParamsView, initializeParams));
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return EmptyParamInitializer.getInstance();
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        return InputType.feedForward(getNOut());
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        long features = Channels.features(inputType);
        setNIn(features);
        setNOut(features);
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
        return RateReadoutExecution.memory(getNOut(), size);
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        return new LayerMemoryReport.Builder(getLayerName(), getClass(), inputType, getOutputType(-1, inputType))
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, getNOut())
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof RateReadout that && lossFn.equals(that.lossFn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), lossFn);
    }

    /** Builds a {@link RateReadout}. */
    public static final class Builder extends FeedForwardLayer.Builder<Builder> {
        private RateLoss loss = RateLoss.MEAN_SQUARED_ERROR;

        /** Starts with the mean squared error. */
        public Builder() {}

        /**
         * Sets the loss.
         *
         * @param rateLoss loss on the rates
         * @return this builder
         */
        public Builder loss(RateLoss rateLoss) {
            loss = Objects.requireNonNull(rateLoss, "rateLoss");
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public RateReadout build() {
            return new RateReadout(this);
        }
    }
}
