package org.spike4j.layers.execution;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
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
import org.spike4j.neuron.kernel.StageClock;

/**
 * State and life cycle of a layer that walks through time. State is carried only by {@link #rnnTimeStep} and truncated
 * back-propagation, and is never part of the parameters.
 *
 * @param <C> its configuration
 */
public abstract class StatefulExecution<C extends FeedForwardLayer> extends BaseLayer<C> implements RecurrentLayer {
    private static final long serialVersionUID = 1L;
    static final String STATE = "state";

    private final Map<String, INDArray> streamState = new HashMap<>();
    private final Map<String, INDArray> truncatedState = new HashMap<>();
    private final OneThread oneThread = new OneThread();
    private transient INDArray initialState;
    private transient boolean freshInput;

    StatefulExecution(NeuralNetConfiguration conf, DataType dataType) {
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
    public StatefulExecution<C> with(
            Collection<TrainingListener> listeners, int layerIndex, INDArray view, Map<String, INDArray> parameters) {
        setListeners(listeners);
        setIndex(layerIndex);
        setParamsViewArray(view);
        setParamTable(parameters);
        return this;
    }

    /** Forward pass from a state, null for the initial one; writes the last state unless null. */
    abstract INDArray forward(INDArray from, INDArray to, boolean training, LayerWorkspaceMgr workspaces);

    /** Backward pass of the last forward pass, which started at the given state. */
    abstract Pair<Gradient, INDArray> backward(INDArray epsilon, INDArray from, LayerWorkspaceMgr workspaces);

    /** Called before each forward pass. */
    void begin(boolean training) {}

    /** Called with the output of each forward pass that is not a step of a stream; what it returns is put out. */
    INDArray finished(INDArray output, boolean training) {
        return output;
    }

    /** The gradient that the backward pass starts from, given the one from the layer above. */
    INDArray outputGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        return epsilon;
    }

    /** Whether inputs may come with the channels last in memory; otherwise they are brought into c order. */
    boolean takesChannelsLast() {
        return false;
    }

    /** Shape of the carried state for the current input. */
    abstract long[] stateShape();

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        try (var inside = oneThread.enter(this::layerId);
                var ignored = StageClock.enterLayer(getIndex(), layerConf().getClass())) {
            freshInput = false;
            initialState = null;
            begin(training);
            return finished(forward(null, null, training, workspaces), training);
        }
    }

    @Override
    public void setInput(INDArray newInput, LayerWorkspaceMgr workspaces) {
        boolean turn = newInput != null && !takesChannelsLast() && Memory.isChannelsLast(newInput);
        try (var inside = oneThread.enterWithInput(this::layerId)) {
            super.setInput(turn ? Memory.dense(newInput, ArrayType.ACTIVATIONS, workspaces) : newInput, workspaces);
            freshInput = true;
        }
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
        if (!freshInput) {
            setInput(input, workspaces);
        }
        return advance(truncatedState, storeLastForTBPTT, training, workspaces);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        try (var inside = oneThread.enter(this::layerId);
                var ignored = StageClock.enterLayer(getIndex(), layerConf().getClass())) {
            return backward(outputGradient(epsilon, workspaces), initialState, workspaces);
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
        try (var inside = oneThread.enter(this::layerId);
                var ignored = StageClock.enterLayer(getIndex(), layerConf().getClass())) {
            freshInput = false;
            INDArray from = states.get(STATE);
            long[] shape = stateShape();
            requireState(from, shape);
            INDArray to = store ? newState(shape) : null;
            initialState = from;
            begin(training);
            INDArray output = forward(from, to, training, workspaces);
            if (store) {
                states.put(STATE, to);
            }
            return training ? finished(output, true) : output;
        }
    }

    private INDArray newState(long[] shape) {
        try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            return Nd4j.createUninitialized(input.dataType(), shape, 'c');
        }
    }

    private void requireState(INDArray from, long[] wanted) {
        if (from == null || Arrays.equals(from.shape(), wanted)) {
            return;
        }
        String found = from.size(1) == wanted[1]
                ? "of shape " + Arrays.toString(from.shape()) + ", the input needs " + Arrays.toString(wanted)
                : "for a mini-batch of " + from.size(1) + ", the input has " + wanted[1];
        throw new IllegalStateException("the state carried from the step before is " + found
                + "; call rnnClearPreviousState() first " + layerId());
    }

    @Override
    public Map<String, INDArray> rnnGetPreviousState() {
        return copy(streamState);
    }

    @Override
    public void rnnSetPreviousState(Map<String, INDArray> state) {
        Map<String, INDArray> copy = copy(state);
        streamState.clear();
        streamState.putAll(copy);
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
        INDArray carried = state.get(STATE);
        if (carried != null) {
            try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
                copy.put(STATE, carried.dup('c'));
            }
        }
        return copy;
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
}
