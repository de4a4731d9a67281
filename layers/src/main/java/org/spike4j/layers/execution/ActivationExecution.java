package org.spike4j.layers.execution;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.Layout;
import org.spike4j.layers.SpikingActivation;
import org.spike4j.neuron.kernel.BackwardArrays;
import org.spike4j.neuron.kernel.ForwardArrays;
import org.spike4j.neuron.kernel.SequenceShape;

/**
 * {@link SpikingActivation} at work. The current is brought into time-major memory: [T, N, ...] in c order, or for [N, F, T]
 * its f order, which is [T][F][N] in memory.
 */
public final class ActivationExecution extends SpikingExecution<SpikingActivation> {
    private static final long serialVersionUID = 1L;

    private transient INDArray current;

    /**
     * A layer.
     *
     * @param conf its configuration
     * @param dataType of its parameters
     */
    public ActivationExecution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    /**
     * Memory of a training pass.
     *
     * @param layout of the input; what is not folded is taken to lie batch first, and copied
     * @param units values of a sample at a step
     * @param size steps and samples
     * @return bytes by kind
     */
    public static LayerMemory memory(Layout layout, long units, PassSize size) {
        long rows = size.rows(units);
        long copy = layout == Layout.FOLDED ? 0 : rows;
        return new LayerMemory(copy + rows, copy, rows, 0);
    }

    @Override
    INDArray forward(INDArray from, INDArray to, boolean training, LayerWorkspaceMgr workspaces) {
        applyDropOutIfNecessary(training, workspaces);
        current = timeMajor(input, kept(training), workspaces);
        char order = sequence() ? 'f' : 'c';
        INDArray spikes =
                workspaces.createUninitialized(ArrayType.ACTIVATIONS, current.dataType(), current.shape(), order);
        neuron().forward(
                        rawConstants(),
                        null,
                        shape(),
                        ForwardArrays.of(current, spikes).withState(from, to));
        applyMask(spikes, maskArray);
        keep(sequence() ? spikes.permute(2, 0, 1) : spikes);
        return outputView(spikes);
    }

    @Override
    Pair<Gradient, INDArray> backward(INDArray epsilon, INDArray from, LayerWorkspaceMgr workspaces) {
        INDArray unfolded = layerConf().getLayout() == Layout.FOLDED
                ? Memory.dense(epsilon, ArrayType.BP_WORKING_MEM, workspaces).reshape('c', input.shape())
                : timeMajor(epsilon, ArrayType.BP_WORKING_MEM, workspaces);
        char order = sequence() ? 'f' : 'c';
        if (maskArray != null) {
            unfolded = workspaces.dup(ArrayType.BP_WORKING_MEM, unfolded, order); // epsilon may be others' too
            applyMask(unfolded, maskArray);
        }
        INDArray inputGradient =
                workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, current.dataType(), current.shape(), order);
        BackwardArrays arrays =
                BackwardArrays.of(current, unfolded, inputGradient).withState(from, null);
        NeuronRun.Gradients gradients = neuron().backward(rawConstants(), null, shape(), arrays);
        INDArray view = layerConf().getLayout() == Layout.VOLUME ? inputGradient.permute(1, 2, 0, 3, 4) : inputGradient;
        return new Pair<>(gradientOf(gradients.learned()), backpropDropOutIfPresent(view));
    }

    @Override
    long[] stateShape() {
        int states = carriedStates();
        long[] shape = input.shape();
        return switch (layerConf().getLayout()) {
            case SEQUENCE -> new long[] {states, shape[0], shape[1]};
            case VOLUME -> new long[] {states, shape[0], shape[1], shape[3], shape[4]};
            case FOLDED -> {
                long[] state = shape.clone();
                state[0] = states;
                yield state;
            }
        };
    }

    @Override
    public void clear() {
        super.clear();
        current = null;
    }

    private boolean sequence() {
        return layerConf().getLayout() == Layout.SEQUENCE;
    }

    /** The array in time-major memory: itself if it is so already, else a copy of the given kind. */
    private INDArray timeMajor(INDArray array, ArrayType home, LayerWorkspaceMgr workspaces) {
        return switch (layerConf().getLayout()) {
            case SEQUENCE -> {
                require(array, 3, "[N, F, T]");
                yield Memory.dense(array.permute(2, 1, 0), home, workspaces).permute(2, 1, 0);
            }
            case VOLUME -> {
                require(array, 5, "[N, C, T, H, W]");
                yield Memory.dense(array.permute(2, 0, 1, 3, 4), home, workspaces);
            }
            case FOLDED -> {
                if (array.rank() != 3 && array.rank() != 5) {
                    throw new IllegalArgumentException("input of SpikingActivation must reach it as [T, N, ...], was "
                            + Arrays.toString(array.shape())
                            + "; call setInputType(...) on the configuration, which adds"
                            + " the preprocessor " + layerId());
                }
                yield array;
            }
        };
    }

    private void require(INDArray array, int rank, String wanted) {
        if (array.rank() != rank) {
            throw new IllegalArgumentException(
                    "input must be " + wanted + ", was " + Arrays.toString(array.shape()) + " " + layerId());
        }
    }

    private SequenceShape shape() {
        long[] shape = current.shape();
        if (sequence()) {
            return SequenceShape.of((int) shape[2], shape[0] * shape[1], (int) shape[1], shape[0]);
        }
        long inner = shape.length == 3 ? 1 : shape[3] * shape[4];
        return SequenceShape.of((int) shape[0], shape[1] * shape[2] * inner, (int) shape[2], inner);
    }

    /** From the time-major memory to the shape that the layer above expects. */
    private INDArray outputView(INDArray spikes) {
        return switch (layerConf().getLayout()) {
            case SEQUENCE -> spikes;
            case VOLUME -> spikes.permute(1, 2, 0, 3, 4);
            case FOLDED -> Memory.fold(spikes);
        };
    }

    private void applyMask(INDArray timeMajor, INDArray mask) {
        if (mask == null) {
            return;
        }
        if (sequence()) {
            Masks.applyToSequence(timeMajor, mask);
            return;
        }
        INDArray column = layerConf().getLayout() == Layout.VOLUME ? Masks.column(mask) : mask;
        Masks.applyToRows(Memory.fold(timeMajor), column);
    }
}
