package org.spike4j.layers.execution;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.layers.TemporalBatchNorm;
import org.spike4j.layers.TemporalNorm;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock;
import org.spike4j.neuron.kernel.StepKernels;

/**
 * {@link TemporalBatchNorm} at work: one read for the statistics, one for the map. What a stream carries is the number of
 * steps that it has had.
 */
public final class TemporalNormExecution extends BaseLayer<TemporalBatchNorm> implements RecurrentLayer, ReplicaMember {
    private static final long serialVersionUID = 1L;
    private static final String STEP = "step";

    private int streamed;
    private int truncated;
    private transient int first;
    private transient boolean freshInput;
    private transient StepNorm norm;
    private transient ReplicaGroup group;

    /**
     * A layer.
     *
     * @param conf its configuration
     * @param dataType of its parameters
     */
    public TemporalNormExecution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    /**
     * Memory of a training pass.
     *
     * @param units values of a sample at a step
     * @param size steps and samples
     * @return bytes by kind
     */
    public static LayerMemory memory(long units, PassSize size) {
        return new LayerMemory(size.rows(units), 0, size.rows(units), 0);
    }

    @Override
    public void join(ReplicaGroup replicas) {
        group = replicas;
    }

    @Override
    public void setInput(INDArray newInput, LayerWorkspaceMgr workspaces) {
        boolean turn = newInput != null && Memory.isChannelsLast(newInput);
        super.setInput(turn ? Memory.dense(newInput, ArrayType.ACTIVATIONS, workspaces) : newInput, workspaces);
        freshInput = true;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        return forward(0, training, workspaces);
    }

    /** A ComputationGraph has already set the input, preprocessed; a MultiLayerNetwork passes it preprocessed. */
    @Override
    public INDArray rnnTimeStep(INDArray newInput, LayerWorkspaceMgr workspaces) {
        if (!freshInput) {
            setInput(newInput, workspaces);
        }
        INDArray output = forward(streamed, false, workspaces);
        streamed += (int) input.size(0);
        return output;
    }

    @Override
    public INDArray rnnActivateUsingStoredState(
            INDArray newInput, boolean training, boolean storeLastForTBPTT, LayerWorkspaceMgr workspaces) {
        setInput(newInput, workspaces);
        INDArray output = forward(truncated, training, workspaces);
        truncated += storeLastForTBPTT ? (int) input.size(0) : 0;
        return output;
    }

    private INDArray forward(int start, boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        freshInput = false;
        first = start;
        requireSequence();
        applyDropOutIfNecessary(training, workspaces);
        int steps = (int) input.size(0);
        INDArray rows = Memory.fold(input);
        INDArray output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, rows.dataType(), rows.shape(), 'c');
        try (var ignored = StageClock.enterLayer(getIndex(), layerConf().getClass());
                var inside = StageClock.enter(Stage.NORM)) {
            norm = new StepNorm(
                    layerConf().getNorm(),
                    params,
                    group == null ? ReplicaGroup.ALONE : group,
                    first,
                    steps,
                    training ? StepKernels.moments(rows, steps) : null);
            StepKernels.apply(rows, norm.maps(), output);
        }
        if (maskArray != null) {
            Masks.applyToRows(output, maskArray);
        }
        return output;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        int steps = (int) input.size(0);
        INDArray rows = Memory.fold(input);
        INDArray dense = Memory.dense(epsilon, ArrayType.BP_WORKING_MEM, workspaces);
        INDArray upstream = Masks.masked(dense.reshape('c', rows.shape()), maskArray, workspaces);
        INDArray inputGradient =
                workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, input.dataType(), input.shape(), 'c');
        Gradient gradient = new DefaultGradient(gradientsFlattened);
        try (var ignored = StageClock.enterLayer(getIndex(), layerConf().getClass());
                var inside = StageClock.enter(Stage.NORM)) {
            StepNorm.Gradients gradients = norm.backward(StepKernels.mapGradients(upstream, rows, steps));
            gradients.parameters().forEach((key, values) -> {
                INDArray view = gradientViews.get(key);
                view.assign(Nd4j.createFromArray(values));
                gradient.gradientForVariable().put(key, view);
            });
            StepKernels.pullBack(upstream, norm.maps(), rows, gradients.corrections(), Memory.fold(inputGradient));
        }
        return new Pair<>(gradient, backpropDropOutIfPresent(inputGradient));
    }

    @Override
    public Pair<Gradient, INDArray> tbpttBackpropGradient(
            INDArray epsilon, int tbpttBackLength, LayerWorkspaceMgr workspaces) {
        return backpropGradient(epsilon, workspaces);
    }

    private void requireSequence() {
        long channels = layerConf().getNOut();
        if ((input.rank() != 3 && input.rank() != 5) || input.size(2) != channels) {
            throw new IllegalArgumentException("input of TemporalBatchNorm must reach it as [T, N, " + channels
                    + "] or [T, N, " + channels + ", H, W], was " + Arrays.toString(input.shape())
                    + "; call setInputType(...) on the configuration, which adds the preprocessor " + layerId());
        }
        TemporalNorm kind = layerConf().getNorm();
        if (kind.steps() > 0 && first + input.size(0) > kind.steps()) {
            throw new IllegalArgumentException("the normalisation has parameters for " + kind.steps()
                    + " steps, but the sequence goes on to step " + (first + input.size(0))
                    + "; build the layer for as many, or end a stream with rnnClearPreviousState() " + layerId());
        }
    }

    @Override
    public Map<String, INDArray> rnnGetPreviousState() {
        return state(streamed);
    }

    @Override
    public void rnnSetPreviousState(Map<String, INDArray> state) {
        streamed = step(state);
    }

    @Override
    public void rnnClearPreviousState() {
        streamed = 0;
        truncated = 0;
    }

    @Override
    public Map<String, INDArray> rnnGetTBPTTState() {
        return state(truncated);
    }

    @Override
    public void rnnSetTBPTTState(Map<String, INDArray> state) {
        truncated = step(state);
    }

    private static Map<String, INDArray> state(int step) {
        Map<String, INDArray> state = new HashMap<>();
        try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            state.put(STEP, Nd4j.scalar(step));
        }
        return state;
    }

    private static int step(Map<String, INDArray> state) {
        return state.containsKey(STEP) ? state.get(STEP).getInt(0) : 0;
    }

    @Override
    public int getInputMiniBatchSize() {
        return Math.toIntExact(input.size(1));
    }

    @Override
    public void clear() {
        super.clear();
        norm = null;
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
