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
import org.spike4j.layers.execution.SynapseExecution;
import org.spike4j.neuron.synapse.SynapseModel;

/**
 * A delay or a synaptic filter behind any layer; each feature or channel has its own, and the shape stays:
 *
 * <ul>
 *   <li>{@link org.spike4j.neuron.synapse.AxonalDelay}: a fixed delay, or one learned by each channel
 *   <li>{@link org.spike4j.neuron.synapse.GatedExponential}, {@link org.spike4j.neuron.synapse.Exponential}, {@link
 *       org.spike4j.neuron.synapse.DoubleExponential}, {@link org.spike4j.neuron.synapse.AlphaFunction}: filters
 * </ul>
 *
 * <p>Input and output: [T*N, F] or [T*N, C, H, W] with time folded into the rows (row = t * N + n), [N, F, T], or [N, C, T, H,
 * W]. The only parameter is {@code synapse}, the raw parameters of the learned constants, as the model says; {@code
 * updater(...)} of the builder gives them a learning rate of their own, which delays need: a step of a raw parameter w moves
 * a delay by at most a quarter of it times maxDelay. A features mask hides what the layer puts out in a step, and the gradient
 * on it.
 */
public final class SynapseLayer extends FeedForwardLayer implements TrainedMemory {
    private static final long serialVersionUID = 1L;

    private SynapseModel synapse;
    private double initialSpread;
    private Layout layout = Layout.FOLDED;

    /** For JSON. */
    public SynapseLayer() {}

    private SynapseLayer(Builder builder) {
        super(builder);
        synapse = Objects.requireNonNull(builder.synapse, "a synapse layer needs a delay or filter; call synapse(...)");
        initialSpread = builder.initialSpread;
    }

    /**
     * The delay or filter.
     *
     * @return its model
     */
    public SynapseModel getSynapse() {
        return synapse;
    }

    /**
     * Sets the delay or filter.
     *
     * @param synapse its model
     */
    public void setSynapse(SynapseModel synapse) {
        this.synapse = synapse;
    }

    /**
     * Standard deviation of what is added to the first raw parameters.
     *
     * @return 0 if all channels start at the model's values
     */
    public double getInitialSpread() {
        return initialSpread;
    }

    /**
     * Sets the standard deviation of what is added to the first raw parameters.
     *
     * @param initialSpread at least 0
     */
    public void setInitialSpread(double initialSpread) {
        this.initialSpread = initialSpread;
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

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> trainingListeners,
            int layerIndex,
            INDArray layerParamsView,
            boolean initializeParams,
            DataType networkDataType) {
        Map<String, INDArray> parameters = initializer().init(conf, layerParamsView, initializeParams);
        return new SynapseExecution(conf, networkDataType)
                .with(trainingListeners, layerIndex, layerParamsView, parameters);
    }

    @Override
    public ParamInitializer initializer() {
        return SynapseParameters.INSTANCE;
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        return inputType;
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        setLayout(Layout.of(inputType));
        long channels = Channels.of(inputType);
        setNIn(channels);
        setNOut(channels);
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType inputType) {
        return Layout.of(inputType) == Layout.FOLDED ? new TimeMajor(Layout.FOLDED) : null;
    }

    @Override
    public List<Regularization> getRegularizationByParam(String paramName) {
        return List.of();
    }

    @Override
    public LayerMemory trainingMemory(InputType input, PassSize size) {
        return SynapseExecution.memory(getLayout(), Channels.features(input), size);
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        long parameters = initializer().numParams(this);
        long updaterState = getIUpdater() == null ? 0 : getIUpdater().stateSize(parameters);
        return new LayerMemoryReport.Builder(getLayerName(), getClass(), inputType, inputType)
                .standardMemory(parameters, updaterState)
                .workingMemory(0, 0, 0, inputType.arrayElementsPerExample())
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof SynapseLayer that
                && synapse.equals(that.synapse)
                && initialSpread == that.initialSpread
                && layout == that.layout;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), synapse, initialSpread, layout);
    }

    /** Builds a {@link SynapseLayer}. */
    public static final class Builder extends FeedForwardLayer.Builder<Builder> {
        private SynapseModel synapse;
        private double initialSpread;

        /** Starts with no synapse, and no spread. */
        public Builder() {}

        /**
         * Sets the delay or filter; needed.
         *
         * @param model its model
         * @return this builder
         */
        public Builder synapse(SynapseModel model) {
            synapse = model;
            return this;
        }

        /**
         * Lets the channels start at different values: adds normal numbers to the first raw parameters, drawn with the
         * seed of the network. 1.5 spreads delays nearly evenly over their range.
         *
         * @param deviation standard deviation, at least 0
         * @return this builder
         */
        public Builder initialSpread(double deviation) {
            if (!(deviation >= 0)) {
                throw new IllegalArgumentException("initialSpread must be >= 0, was " + deviation);
            }
            initialSpread = deviation;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public SynapseLayer build() {
            return new SynapseLayer(this);
        }
    }
}
