package org.spike4j.layers;

import java.util.Arrays;
import java.util.Objects;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.layers.execution.Masks;
import org.spike4j.layers.execution.Memory;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock;

/**
 * Hands a spiking layer its input as [T, N, ...], dense in c order; T is how the layer learns the number of steps, in
 * MultiLayerNetwork and in ComputationGraph alike.
 *
 * <p>Folded rows are reshaped without a copy; [N, F, T] and [N, C, T, H, W] are copied unless their memory is time-major
 * already, as the event data set iterators deliver it.
 */
public final class TimeMajor implements InputPreProcessor {
    private static final long serialVersionUID = 1L;

    private final Layout layout;

    /**
     * A preprocessor.
     *
     * @param layout how time lies in the activations below
     */
    public TimeMajor(@JsonProperty("layout") Layout layout) {
        this.layout = Objects.requireNonNull(layout, "layout");
    }

    /**
     * The layout that this preprocessor takes.
     *
     * @return how time lies in the activations below
     */
    public Layout getLayout() {
        return layout;
    }

    @Override
    public INDArray preProcess(INDArray input, int miniBatchSize, LayerWorkspaceMgr workspaceMgr) {
        try (var ignored = StageClock.enter(Stage.INPUT)) {
            INDArray sequence = switch (layout) {
                case FOLDED -> unfold(input, miniBatchSize, workspaceMgr);
                case SEQUENCE ->
                    input.rank() == 2 ? input.reshape(1, input.size(0), input.size(1)) : permuted(input, 3, 2, 0, 1);
                case VOLUME ->
                    input.rank() == 4 ? unfold(input, miniBatchSize, workspaceMgr) : permuted(input, 5, 2, 0, 1, 3, 4);
            };
            return Memory.leverage(sequence, ArrayType.ACTIVATIONS, workspaceMgr);
        }
    }

    @Override
    public INDArray backprop(INDArray output, int miniBatchSize, LayerWorkspaceMgr workspaceMgr) {
        if (output == null) {
            return null; // the layer was told to skip the gradient on its input
        }
        INDArray gradient = switch (layout) {
            case FOLDED -> Memory.fold(output);
            case SEQUENCE -> output.permute(1, 2, 0);
            case VOLUME -> output.permute(1, 2, 0, 3, 4);
        };
        return workspaceMgr.leverageTo(ArrayType.ACTIVATION_GRAD, gradient);
    }

    @Override
    public TimeMajor clone() {
        return new TimeMajor(layout);
    }

    @Override
    public InputType getOutputType(InputType inputType) {
        return inputType;
    }

    /** Masks [N, T] become columns [T*N, 1] in the order of folded rows; masks of folded rows pass. */
    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int miniBatchSize) {
        if (mask == null || layout == Layout.FOLDED) {
            return new Pair<>(mask, state);
        }
        return new Pair<>(Masks.column(mask), state);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeMajor that && that.layout == layout;
    }

    @Override
    public int hashCode() {
        return layout.hashCode();
    }

    private static INDArray unfold(INDArray rows, long miniBatch, LayerWorkspaceMgr workspaces) {
        long[] shape = rows.shape();
        if (shape[0] % miniBatch != 0) {
            throw new IllegalArgumentException("a spiking layer needs rows of whole time steps, a multiple of the"
                    + " mini-batch of " + miniBatch + ", was " + Arrays.toString(shape));
        }
        INDArray dense = Memory.isChannelsLast(rows) ? rows : Memory.dense(rows, ArrayType.ACTIVATIONS, workspaces);
        return Memory.unfold(dense, miniBatch);
    }

    private static INDArray permuted(INDArray input, int rank, int... axes) {
        if (input.rank() != rank) {
            String wanted = rank == 3 ? "[N, F, T]" : "[N, C, T, H, W]";
            throw new IllegalArgumentException(
                    "input of a spiking network must be " + wanted + ", was " + Arrays.toString(input.shape()));
        }
        return input.permute(axes);
    }
}
