package org.spike4j.layers.execution;

import java.util.Arrays;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.Layout;
import org.spike4j.neuron.kernel.SequenceShape;

/**
 * How the activations of a layer that keeps their shape become time-major memory, and back: [T, N, ...] in c order, or for
 * [N, F, T] its f order, which is [T][F][N] in memory.
 *
 * @param layout how time lies in the activations
 * @param layer name of the layer for messages
 */
record TimeMemory(Layout layout, String layer) {

    /** The order of time-major arrays. */
    char order() {
        return layout == Layout.SEQUENCE ? 'f' : 'c';
    }

    /** The array in time-major memory: itself if it is so already, else a copy of the given kind. */
    INDArray timeMajor(INDArray array, ArrayType home, LayerWorkspaceMgr workspaces) {
        return switch (layout) {
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
                    throw new IllegalArgumentException("input must reach the layer as [T, N, ...], was "
                            + Arrays.toString(array.shape())
                            + "; call setInputType(...) on the configuration, which adds"
                            + " the preprocessor " + layer);
                }
                yield array;
            }
        };
    }

    /** The gradient from above in time-major memory, for an input of a shape. */
    INDArray unfolded(INDArray epsilon, long[] inputShape, LayerWorkspaceMgr workspaces) {
        return layout == Layout.FOLDED
                ? Memory.dense(epsilon, ArrayType.BP_WORKING_MEM, workspaces).reshape('c', inputShape)
                : timeMajor(epsilon, ArrayType.BP_WORKING_MEM, workspaces);
    }

    /** How a time-major array is a sequence. */
    SequenceShape shape(INDArray timeMajor) {
        long[] shape = timeMajor.shape();
        if (layout == Layout.SEQUENCE) {
            return SequenceShape.of((int) shape[2], shape[0] * shape[1], (int) shape[1], shape[0]);
        }
        long inner = shape.length == 3 ? 1 : shape[3] * shape[4];
        return SequenceShape.of((int) shape[0], shape[1] * shape[2] * inner, (int) shape[2], inner);
    }

    /** Shape of a state of some variables a unit, for an input of a shape; the second axis is N. */
    long[] stateShape(int states, long[] shape) {
        return switch (layout) {
            case SEQUENCE -> new long[] {states, shape[0], shape[1]};
            case VOLUME -> new long[] {states, shape[0], shape[1], shape[3], shape[4]};
            case FOLDED -> {
                long[] state = shape.clone();
                state[0] = states;
                yield state;
            }
        };
    }

    /** From time-major memory to the shape that the layer above expects. */
    INDArray outputView(INDArray timeMajor) {
        return layout == Layout.FOLDED ? Memory.fold(timeMajor) : inputView(timeMajor);
    }

    /** From time-major memory to the shape of the input. */
    INDArray inputView(INDArray timeMajor) {
        return layout == Layout.VOLUME ? timeMajor.permute(1, 2, 0, 3, 4) : timeMajor;
    }

    /** Hides masked steps in place. */
    void applyMask(INDArray timeMajor, INDArray mask) {
        if (mask == null) {
            return;
        }
        if (layout == Layout.SEQUENCE) {
            Masks.applyToSequence(timeMajor, mask);
            return;
        }
        INDArray column = layout == Layout.VOLUME ? Masks.column(mask) : mask;
        Masks.applyToRows(Memory.fold(timeMajor), column);
    }

    private void require(INDArray array, int rank, String wanted) {
        if (array.rank() != rank) {
            throw new IllegalArgumentException(
                    "input must be " + wanted + ", was " + Arrays.toString(array.shape()) + " " + layer);
        }
    }
}
