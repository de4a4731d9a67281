package org.spike4j.layers.execution;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.ActivityPenalty;
import org.spike4j.layers.NeuronLayer;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.neuron.kernel.AffineInput;
import org.spike4j.neuron.kernel.Coefficients;
import org.spike4j.neuron.kernel.StageClock;

/**
 * State and life cycle of a spiking layer at work. A mini-batch starts at the neuron's initial state; state is carried only
 * by {@link #rnnTimeStep} and truncated back-propagation, and is never part of the parameters.
 *
 * @param <C> its configuration
 */
public abstract class SpikingExecution<C extends NeuronLayer> extends BaseLayer<C>
        implements RecurrentLayer, SpikeSource, ReplicaMember {
    private static final long serialVersionUID = 1L;
    private static final String STATE = "state";

    private final Map<String, INDArray> streamState = new HashMap<>();
    private final Map<String, INDArray> truncatedState = new HashMap<>();
    private transient NeuronRun neuron;
    private transient INDArray initialState;
    private transient boolean freshInput;
    private transient boolean recording;
    private transient INDArray recorded;
    private transient ReplicaGroup group;
    private transient ActivityTerm activity;

    SpikingExecution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    /**
     * Takes over what Deeplearning4j hands to a new layer.
     *
     * @param listeners training listeners
     * @param layerIndex index in the network
     * @param view all parameters of the layer
     * @param parameters the same, by name
     * @return this layer
     */
    public SpikingExecution<C> with(
            Collection<TrainingListener> listeners, int layerIndex, INDArray view, Map<String, INDArray> parameters) {
        setListeners(listeners);
        setIndex(layerIndex);
        setParamsViewArray(view);
        setParamTable(parameters);
        return this;
    }

    @Override
    public void join(ReplicaGroup replicas) {
        group = replicas;
    }

    /** The replicas that share the mini-batch. */
    ReplicaGroup group() {
        return group == null ? ReplicaGroup.ALONE : group;
    }

    /** Forward pass from a state, null for the initial one; writes the last state unless null. */
    abstract INDArray forward(INDArray from, INDArray to, boolean training, LayerWorkspaceMgr workspaces);

    /** Backward pass of the last forward pass, which started at the given state. */
    abstract Pair<Gradient, INDArray> backward(INDArray epsilon, INDArray from, LayerWorkspaceMgr workspaces);

    /** Whether inputs may come with the channels last in memory; otherwise they are brought into c order. */
    boolean takesChannelsLast() {
        return false;
    }

    /** Shape of the carried state for the current input. */
    abstract long[] stateShape();

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        freshInput = false;
        initialState = null;
        try (var ignored = StageClock.enterLayer(getIndex(), layerConf().getClass())) {
            neuron().begin(training);
            return priced(forward(null, null, training, workspaces), training);
        }
    }

    @Override
    public void setInput(INDArray newInput, LayerWorkspaceMgr workspaces) {
        boolean turn = newInput != null && !takesChannelsLast() && Memory.isChannelsLast(newInput);
        super.setInput(turn ? Memory.dense(newInput, ArrayType.ACTIVATIONS, workspaces) : newInput, workspaces);
        freshInput = true;
    }

    /**
     * A ComputationGraph has already set the input, preprocessed, and passes the one from before the preprocessor; a
     * MultiLayerNetwork passes the preprocessed one.
     */
    @Override
    public INDArray rnnTimeStep(INDArray input, LayerWorkspaceMgr workspaces) {
        if (!freshInput) {
            setInput(input, workspaces);
        }
        return advance(streamState, true, false, workspaces);
    }

    @Override
    public INDArray rnnActivateUsingStoredState(
            INDArray input, boolean training, boolean storeLastForTBPTT, LayerWorkspaceMgr workspaces) {
        setInput(input, workspaces);
        return advance(truncatedState, storeLastForTBPTT, training, workspaces);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        try (var ignored = StageClock.enterLayer(getIndex(), layerConf().getClass())) {
            if (activity == null) {
                return backward(epsilon, initialState, workspaces);
            }
            INDArray withActivity = ActivityTerm.copy(epsilon, workspaces); // others may hold the gradient too
            activity.addInto(byTime(withActivity));
            return backward(withActivity, initialState, workspaces);
        }
    }

    @Override
    public Pair<Gradient, INDArray> tbpttBackpropGradient(
            INDArray epsilon, int tbpttBackLength, LayerWorkspaceMgr workspaces) {
        return backpropGradient(epsilon, workspaces);
    }

    private INDArray advance(
            Map<String, INDArray> states, boolean store, boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        freshInput = false;
        long[] shape = stateShape();
        INDArray from = states.get(STATE);
        if (from != null && from.size(1) != shape[1]) {
            throw new IllegalStateException(
                    "the state carried from the step before is for a mini-batch of " + from.size(1) + ", the input has "
                            + shape[1] + "; call rnnClearPreviousState() first " + layerId());
        }
        INDArray to = null;
        if (store) {
            try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
                to = Nd4j.createUninitialized(input.dataType(), shape, 'c');
            }
        }
        initialState = from;
        try (var ignored = StageClock.enterLayer(getIndex(), layerConf().getClass())) {
            neuron().begin(training);
            INDArray output = forward(from, to, training, workspaces);
            if (store) {
                states.put(STATE, to);
            }
            return training ? priced(output, true) : output;
        }
    }

    /** Takes the price of the activity in an output; returns it as it is. */
    private INDArray priced(INDArray output, boolean training) {
        ActivityPenalty penalty = layerConf().getActivity();
        if (penalty != null) {
            ReplicaGroup shared = training ? group() : ReplicaGroup.ALONE;
            activity = ActivityTerm.of(penalty, byTime(output), maskByTime(), shared);
        }
        return output;
    }

    /** The layer's output or the gradient on it as [T, N, C, ...], the same memory. */
    INDArray byTime(INDArray output) {
        return Memory.unfold(output, input.size(1));
    }

    /** The mask as [T, N], null without one. */
    INDArray maskByTime() {
        return maskArray == null ? null : maskArray.reshape('c', maskArray.length() / input.size(1), input.size(1));
    }

    /** With what the activity in the last forward pass costs. */
    @Override
    public double calcRegularizationScore(boolean backpropOnlyParams) {
        double regularization = super.calcRegularizationScore(backpropOnlyParams);
        return activity == null ? regularization : regularization + activity.value();
    }

    @Override
    public Map<String, INDArray> rnnGetPreviousState() {
        return copy(streamState);
    }

    @Override
    public void rnnSetPreviousState(Map<String, INDArray> state) {
        streamState.clear();
        streamState.putAll(copy(state));
    }

    @Override
    public void rnnClearPreviousState() {
        streamState.clear();
        truncatedState.clear();
    }

    @Override
    public Map<String, INDArray> rnnGetTBPTTState() {
        return copy(truncatedState);
    }

    @Override
    public void rnnSetTBPTTState(Map<String, INDArray> state) {
        truncatedState.clear();
        truncatedState.putAll(copy(state));
    }

    private static Map<String, INDArray> copy(Map<String, INDArray> state) {
        Map<String, INDArray> copy = new HashMap<>();
        try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            state.forEach((key, array) -> copy.put(key, array.dup('c')));
        }
        return copy;
    }

    @Override
    public void record(boolean on) {
        recording = on;
        recorded = null;
    }

    @Override
    public INDArray recorded() {
        return recorded;
    }

    /** Whether someone asked for the neurons' output. */
    boolean records() {
        return recording;
    }

    /** Keeps a copy of the neurons' output if someone asked for it. */
    void keep(INDArray spikes) {
        if (recording) {
            try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
                recorded = spikes.dup('c');
            }
        }
    }

    /**
     * Coefficients of the neurons in inference, at the present parameters: learned constants, and a bias or a normalisation
     * by its running statistics, folded in.
     *
     * @return new coefficients, one channel for each output channel; or one for each neuron in the order [place, channel], where
     *     constants are learned for each
     */
    public final Coefficients inferenceCoefficients() {
        return neuron().channelsLast(rawConstants(), inferenceMap());
    }

    /** The affine map of the current in inference, null for the identity. */
    AffineInput inferenceMap() {
        return null;
    }

    NeuronRun neuron() {
        if (neuron == null) {
            neuron = new NeuronRun(
                    layerConf().getNeuron(),
                    Math.toIntExact(layerConf().getNOut()),
                    layerConf().getPlaces(),
                    conf.getSeed() + getIndex());
        }
        return neuron;
    }

    /** The raw learned constants, null if there are none. */
    INDArray rawConstants() {
        return params.get(SpikingParameters.NEURON);
    }

    /** An empty gradient with that of the learned constants, if there are any. */
    Gradient gradientOf(double[] learned) {
        Gradient gradient = new DefaultGradient(gradientsFlattened);
        if (learned.length > 0) {
            put(gradient, SpikingParameters.NEURON, learned);
        }
        return gradient;
    }

    /** Writes the gradient of a parameter vector into its view. */
    void put(Gradient gradient, String key, double[] values) {
        INDArray view = gradientViews.get(key);
        for (int k = 0; k < values.length; k++) {
            view.putScalar(k, values[k]);
        }
        gradient.gradientForVariable().put(key, view);
    }

    /** Where an array lives that the backward pass reads again. */
    static ArrayType kept(boolean training) {
        return training ? ArrayType.ACTIVATIONS : ArrayType.FF_WORKING_MEM;
    }

    @Override
    public Type type() {
        return Type.RECURRENT;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public boolean updaterDivideByMinibatch(String paramName) {
        return !paramName.equals(SpikingParameters.MEAN) && !paramName.equals(SpikingParameters.VARIANCE);
    }
}
