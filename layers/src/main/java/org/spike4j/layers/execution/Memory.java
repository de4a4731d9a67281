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
        long expected = 1;
        for (int axis = array.rank() - 1; axis >= 0; axis--) {
            if (array.size(axis) > 1 && array.stride(axis) != expected) {
                return workspaces.dup(home, array, 'c');
            }
            expected *= array.size(axis);
        }
        return array;
    }

    /**
     * Folds time into the rows, row = t * N + n.
     *
     * @param sequence [T, N, ...], dense in c order
     * @return [T*N, ...], the same memory
     */
    public static INDArray fold(INDArray sequence) {
        long[] shape = sequence.shape();
        long[] folded = Arrays.copyOfRange(shape, 1, shape.length);
        folded[0] = shape[0] * shape[1];
        return sequence.reshape('c', folded);
    }
}
