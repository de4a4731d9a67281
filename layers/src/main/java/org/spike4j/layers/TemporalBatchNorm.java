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
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.spike4j.layers.execution.LayerMemory;
import org.spike4j.layers.execution.PassSize;
import org.spike4j.layers.execution.TemporalNormExecution;

/**
 * Batch normalisation of currents with respect to time, as {@link TemporalNorm} says; for Deeplearning4j's own layers, and
 * where two branches are added in front of a neuron. {@link SpikingConv2D} has the plain kind inside, at less cost.
 *
 * <p>Input: [T*N, F] or [T*N, C, H, W] with row = t * N + n, [N, F, T], or [N, C, T, H, W]. Output: [T*N, F] or [T*N, C, H,
 * W]. In training the statistics are those of the mini-batch and gradients flow through them; in inference they are running
 * averages, of each step where the kind has them so.
 *
 * <p>A kind with parameters for some steps takes shorter sequences, which use those of the first steps; a longer one is an
 * error. A stream ({@code rnnTimeStep}) uses the running averages and counts its steps: it ends at the same error.
 */
public final class TemporalBatchNorm extends FeedForwardLayer implements TrainedMemory, NormalisesBatch {
    private static final long serialVersionUID = 1L;

    private TemporalNorm norm = TemporalNorm.plain();

    /** For JSON. */
    public TemporalBatchNorm() {}

    private TemporalBatchNorm(Builder builder) {
        super(builder);
        norm = builder.norm;
    }

    /**
     * How time is treated.
     *
     * @return the kind
     */
    public TemporalNorm getNorm() {
        return norm;
    }

    /**
     * Sets how time is treated.
     *
     * @param norm the kind
     */
    public void setNorm(TemporalNorm norm) {
        this.norm = norm;
    }

    @Override
    public boolean hasBatchNorm() {
        return true;
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
        TemporalNormExecution layer = new TemporalNormExecution(conf, networkDataType);
        layer.setListeners(trainingListeners);
        layer.setIndex(layerIndex);
        layer.setParamsViewArray(layerParamsView);
        layer.setParamTable(parameters);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return TemporalNormParameters.INSTANCE;
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        return Channels.folded(inputType);
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        long channels = Channels.of(inputType);
        setNIn(channels);
        setNOut(channels);
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
    public IUpdater getUpdaterByParam(String paramName) {
        boolean statistics = paramName.equals(SpikingParameters.MEAN) || paramName.equals(SpikingParameters.VARIANCE);
        return statistics ? new NoOp() : super.getUpdaterByParam(paramName);
    }

    @Override
    public LayerMemory trainingMemory(InputType input, PassSize size) {
        return TemporalNormExecution.memory(Channels.features(input), size);
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
        return super.equals(other) && other instanceof TemporalBatchNorm that && norm.equals(that.norm);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), norm);
    }

    /** Builds a {@link TemporalBatchNorm}. */
    public static final class Builder extends FeedForwardLayer.Builder<Builder> {
        private TemporalNorm norm = TemporalNorm.plain();

        /** Starts with the plain kind. */
        public Builder() {}

        /**
         * Sets how time is treated.
         *
         * @param kind the kind
         * @return this builder
         */
        public Builder norm(TemporalNorm kind) {
            norm = Objects.requireNonNull(kind, "kind");
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public TemporalBatchNorm build() {
            return new TemporalBatchNorm(this);
        }
    }
}
