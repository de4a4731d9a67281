package org.spike4j.layers.execution;

import java.util.Arrays;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Order of tensors in memory. */
public final class Memory {
    private Memory() {}

    /**
     * An array that is dense in c order.
     *
     * @param array any array; not modified
     * @param home kind of a copy, if one is needed
     * @param workspaces where copies live
     * @return the array itself if it is dense in c order, else a copy that is
     */
    public static INDArray dense(INDArray array, ArrayType home, LayerWorkspaceMgr workspaces) {
        return isDense(array) ? array : workspaces.dup(home, array, 'c');
    }

    /** Whether an array is dense in c order. */
    static boolean isDense(INDArray array) {
        long expected = 1;
        for (int axis = array.rank() - 1; axis >= 0; axis--) {
            if (array.size(axis) > 1 && array.stride(axis) != expected) {
                return false;
            }
            expected *= array.size(axis);
        }
        return true;
    }

    /**
     * Whether the array is images whose channels lie side by side: [..., C, H, W], where [..., H, W, C] would be dense in c
     * order.
     *
     * @param array of rank 4 or 5
     * @return whether it is
     */
    public static boolean isChannelsLast(INDArray array) {
        int rank = array.rank();
        if (rank != 4 && rank != 5) {
            return false;
        }
        long expected = 1;
        for (int k = 0; k < rank; k++) {
            int axis = k == 0 ? rank - 3 : k < 3 ? rank - k : rank - 1 - k;
            if (array.size(axis) > 1 && array.stride(axis) != expected) {
                return false;
            }
            expected *= array.size(axis);
        }
        return true;
    }

    /**
     * An array in a workspace, dense in c order or with the channels last: itself if it is there and so already.
     *
     * @param array any array; not modified
     * @param home kind of array whose workspace it is to be in
     * @param workspaces where arrays live
     * @return the array or a copy
     */
    public static INDArray leverage(INDArray array, ArrayType home, LayerWorkspaceMgr workspaces) {
        if (!isChannelsLast(array)) {
            return workspaces.leverageTo(home, dense(array, home, workspaces));
        }
        // copied in the order of its memory, which is many times faster than through strides
        boolean sequence = array.rank() == 5;
        INDArray last = sequence ? array.permute(0, 1, 3, 4, 2) : array.permute(0, 2, 3, 1);
        INDArray there = workspaces.leverageTo(home, last);
        return sequence ? there.permute(0, 1, 4, 2, 3) : there.permute(0, 3, 1, 2);
    }

    /**
     * Folds time into the rows, row = t * N + n.
     *
     * @param sequence [T, N, ...], dense in c order or with the channels last
     * @return [T*N, ...], the same memory
     */
    public static INDArray fold(INDArray sequence) {
        long[] shape = sequence.shape();
        long[] folded = Arrays.copyOfRange(shape, 1, shape.length);
        folded[0] = shape[0] * shape[1];
        return withRows(sequence, folded);
    }

    /**
     * Takes time out of the rows, row = t * N + n.
     *
     * @param rows [T*N, ...], dense in c order or with the channels last
     * @param miniBatch N
     * @return [T, N, ...], the same memory
     */
    public static INDArray unfold(INDArray rows, long miniBatch) {
        long[] shape = rows.shape();
        long[] unfolded = new long[shape.length + 1];
        unfolded[0] = shape[0] / miniBatch;
        unfolded[1] = miniBatch;
        System.arraycopy(shape, 1, unfolded, 2, shape.length - 1);
        return withRows(rows, unfolded);
    }

    /** The same images with other axes in front. */
    private static INDArray withRows(INDArray images, long[] shape) {
        if (!isChannelsLast(images)) {
            return images.reshape('c', shape);
        }
        int rank = images.rank();
        INDArray last = rank == 4 ? images.permute(0, 2, 3, 1) : images.permute(0, 1, 3, 4, 2);
        long[] moved = shape.clone();
        int c = shape.length - 3;
        moved[c] = shape[c + 1];
        moved[c + 1] = shape[c + 2];
        moved[c + 2] = shape[c];
        INDArray reshaped = last.reshape('c', moved);
        return shape.length == 4 ? reshaped.permute(0, 3, 1, 2) : reshaped.permute(0, 1, 4, 2, 3);
    }
}
