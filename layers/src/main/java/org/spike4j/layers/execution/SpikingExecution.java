package org.spike4j.layers.execution;

import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.ActivityPenalty;
import org.spike4j.layers.NeuronLayer;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.neuron.kernel.AffineInput;
import org.spike4j.neuron.kernel.Coefficients;

/**
 * A layer of neurons at work. A mini-batch starts at the neuron's initial state.
 *
 * @param <C> its configuration
 */
public abstract class SpikingExecution<C extends NeuronLayer> extends StatefulExecution<C>
        implements SpikeSource, ReplicaMember {
    private static final long serialVersionUID = 1L;

    private transient NeuronRun neuron;
    private transient boolean recording;
    private transient INDArray recorded;
    private transient ReplicaGroup group;
    private transient ActivityTerm activity;

    SpikingExecution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    public void join(ReplicaGroup replicas) {
        group = replicas;
    }

    /** The replicas that share the mini-batch. */
    ReplicaGroup group() {
        return group == null ? ReplicaGroup.ALONE : group;
    }

    @Override
    void begin(boolean training) {
        neuron().begin(training);
    }

    @Override
    INDArray outputGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        if (activity == null) {
            return epsilon;
        }
        INDArray withActivity = ActivityTerm.copy(epsilon, workspaces); // others may hold the gradient too
        activity.addInto(byTime(withActivity));
        return withActivity;
    }

    /** Takes the price of the activity in an output. */
    @Override
    INDArray finished(INDArray output, boolean training) {
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

    /** Arrays of the neurons' shape in the carried state. */
    int carriedStates() {
        return neuron().stateCount();
    }

    /**
     * Checks that a carried state can be one of this layer's.
     *
     * @param state as {@link #rnnGetPreviousState} returns it; not modified
     * @throws IllegalArgumentException if it has another number of states or channels
     */
    public void requireFits(Map<String, INDArray> state) {
        INDArray carried = state.get(STATE);
        long channels = layerConf().getNOut();
        if (carried != null
                && (carried.rank() < 3 || carried.size(0) != carriedStates() || carried.size(2) != channels)) {
            throw new IllegalArgumentException("state must be [" + carriedStates() + ", mini-batch, " + channels
                    + ", ...], was " + Arrays.toString(carried.shape()) + " " + layerId());
        }
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

    @Override
    public boolean updaterDivideByMinibatch(String paramName) {
        return !paramName.equals(SpikingParameters.MEAN) && !paramName.equals(SpikingParameters.VARIANCE);
    }
}
