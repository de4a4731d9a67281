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
import org.spike4j.layers.execution.SpikingExecution;
import org.spike4j.neuron.NeuronModel;

/**
 * What the configurations of all spiking layers share: a neuron model, and how time reaches it.
 *
 * <p>Parameters, in this order, as far as a layer has them: weights {@code W}, raw parameters of the weights' delays {@code
 * delay}, recurrent weights {@code R}, bias {@code b}, batch normalisation {@code gamma}, {@code beta}, {@code mean}, {@code var}, and {@code neuron}, the raw parameters of the
 * learned constants.
 */
public abstract class NeuronLayer extends FeedForwardLayer implements TrainedMemory, NormalisesBatch {
    private static final long serialVersionUID = 1L;

    private NeuronModel neuron;
    private int timeSteps;
    private boolean inputGradient = true;
    private Layout layout = Layout.FOLDED;
    private int places = 1;
    private ActivityPenalty activity;

    /** For JSON. */
    protected NeuronLayer() {}

    /**
     * From a builder.
     *
     * @param builder the settings
     */
    protected NeuronLayer(NeuronBuilder<?> builder) {
        super(builder);
        neuron = Objects.requireNonNull(builder.neuron, "a spiking layer needs a neuron model; call neuron(...)");
        timeSteps = builder.timeSteps;
        inputGradient = builder.inputGradient;
        activity = builder.activity;
    }

    /**
     * The neuron.
     *
     * @return its model
     */
    public NeuronModel getNeuron() {
        return neuron;
    }

    /**
     * Sets the neuron.
     *
     * @param neuron its model
     */
    public void setNeuron(NeuronModel neuron) {
        this.neuron = neuron;
    }

    /**
     * Steps over which a static input is repeated.
     *
     * @return steps, 0 if the input has a time axis of its own
     */
    public int getTimeSteps() {
        return timeSteps;
    }

    /**
     * Sets the steps of a static input.
     *
     * @param timeSteps steps, 0 for none
     */
    public void setTimeSteps(int timeSteps) {
        this.timeSteps = timeSteps;
    }

    /**
     * Whether the gradient on the input is computed.
     *
     * @return false for a first layer that skips it
     */
    public boolean isInputGradient() {
        return inputGradient;
    }

    /**
     * Sets whether the gradient on the input is computed.
     *
     * @param inputGradient false to skip it
     */
    public void setInputGradient(boolean inputGradient) {
        this.inputGradient = inputGradient;
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

    /**
     * Neurons of a channel, known once the input type is set.
     *
     * @return height times width of a feature map in front of any pooling; 1 for features
     */
    public int getPlaces() {
        return places;
    }

    /**
     * Sets the neurons of a channel.
     *
     * @param places height times width of a feature map in front of any pooling; 1 for features
     */
    public void setPlaces(int places) {
        this.places = places;
    }

    /**
     * What the activity of the layer costs.
     *
     * @return the penalty, null for none
     */
    public ActivityPenalty getActivity() {
        return activity;
    }

    /**
     * Sets what the activity of the layer costs.
     *
     * @param activity the penalty, null for none
     */
    public void setActivity(ActivityPenalty activity) {
        this.activity = activity;
    }

    /**
     * Makes the layer at work.
     *
     * @param conf configuration that holds this layer
     * @param dataType type of the parameters
     * @return a layer without parameters yet
     */
    abstract SpikingExecution<?> execution(NeuralNetConfiguration conf, DataType dataType);

    @Override
    public final Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> trainingListeners,
            int layerIndex,
            INDArray layerParamsView,
            boolean initializeParams,
            DataType networkDataType) {
        Map<String, INDArray> parameters = initializer().init(conf, layerParamsView, initializeParams);
        return execution(conf, networkDataType).with(trainingListeners, layerIndex, layerParamsView, parameters);
    }

    /**
     * Shape of the weights.
     *
     * @return [nIn, nOut] or [nOut, nIn, kernel height, kernel width]; empty for none
     */
    public abstract long[] weightShape();

    /**
     * Whether the layer has a bias.
     *
     * @return true if {@code b} is a parameter
     */
    public abstract boolean hasBias();

    /**
     * Whether the layer normalises its current over the batch.
     *
     * @return true if {@code gamma}, {@code beta}, {@code mean} and {@code var} are parameters
     */
    @Override
    public abstract boolean hasBatchNorm();

    /**
     * Shape of the weights by which the layer feeds its output back to itself.
     *
     * @return that of the parameter {@code R}; empty for none
     */
    public long[] recurrentWeightShape() {
        return new long[0];
    }

    /** Sets the initial recurrent weights in their view of the parameters; a matrix is in f order, other shapes in c order. */
    void initialiseRecurrent(INDArray view) {
        throw new IllegalStateException(getClass().getSimpleName() + " has no recurrent weights");
    }

    /** Changes the initial weights in their view of the parameters, a matrix in f order, where a layer has a law for them. */
    void adjustWeights(INDArray view) {}

    /**
     * Whether each weight has a learned delay.
     *
     * @return true if {@code delay} is a parameter
     */
    public boolean hasDelays() {
        return false;
    }

    @Override
    public ParamInitializer initializer() {
        return SpikingParameters.INSTANCE;
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType inputType) {
        return new TimeMajor(Layout.of(inputType));
    }

    @Override
    public List<Regularization> getRegularizationByParam(String paramName) {
        return switch (paramName) {
            case SpikingParameters.WEIGHT, SpikingParameters.RECURRENT_WEIGHT -> getRegularization();
            case SpikingParameters.BIAS -> getRegularizationBias();
            default -> null;
        };
    }

    @Override
    public IUpdater getUpdaterByParam(String paramName) {
        boolean statistics = paramName.equals(SpikingParameters.MEAN) || paramName.equals(SpikingParameters.VARIANCE);
        return statistics ? new NoOp() : super.getUpdaterByParam(paramName);
    }

    @Override
    public boolean isPretrainParam(String paramName) {
        return false;
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        InputType outputType = getOutputType(-1, inputType);
        long parameters = initializer().numParams(this);
        long current = outputType.arrayElementsPerExample();
        return new LayerMemoryReport.Builder(getLayerName(), getClass(), inputType, outputType)
                .standardMemory(
                        parameters,
                        getIUpdater() == null ? 0 : (int) getIUpdater().stateSize(parameters))
                .workingMemory(0, current, 0, 2 * current)
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof NeuronLayer that
                && neuron.equals(that.neuron)
                && timeSteps == that.timeSteps
                && inputGradient == that.inputGradient
                && layout == that.layout
                && places == that.places
                && Objects.equals(activity, that.activity);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), neuron, timeSteps, inputGradient, layout, places, activity);
    }

    /**
     * Settings shared by the builders of spiking layers.
     *
     * @param <B> the builder itself
     */
    public abstract static class NeuronBuilder<B extends NeuronBuilder<B>> extends FeedForwardLayer.Builder<B> {
        private NeuronModel neuron;
        private int timeSteps;
        private boolean inputGradient = true;
        private ActivityPenalty activity;

        /** Starts with no neuron. */
        protected NeuronBuilder() {}

        /**
         * Sets the neuron; needed.
         *
         * @param model its model
         * @return this builder
         */
        public B neuron(NeuronModel model) {
            neuron = model;
            return self();
        }

        /**
         * Repeats a static input, [N, F] or [N, C, H, W], over some steps; its current is computed once. Only for the first
         * layer.
         *
         * @param steps T, at least 1
         * @return this builder
         */
        public B timeSteps(int steps) {
            if (steps < 1) {
                throw new IllegalArgumentException("timeSteps must be >= 1, was " + steps);
            }
            timeSteps = steps;
            return self();
        }

        /**
         * Whether to compute the gradient on the input; a first layer whose input is data can do without.
         *
         * @param wanted false to skip it
         * @return this builder
         */
        public B inputGradient(boolean wanted) {
            inputGradient = wanted;
            return self();
        }

        /**
         * Adds a price on the activity of the layer to the loss.
         *
         * @param penalty what the output costs
         * @return this builder
         */
        public B activity(ActivityPenalty penalty) {
            activity = Objects.requireNonNull(penalty, "penalty");
            return self();
        }

        @SuppressWarnings("unchecked")
        final B self() {
            return (B) this;
        }
    }
}
