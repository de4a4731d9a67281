package org.spike4j.layers.execution;

import java.util.Arrays;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.factory.Nd4j;

/** Masks of steps that a sample does not have: what lies there is 0, forward and backward. */
public final class Masks {
    private Masks() {}

    /**
     * A mask as a column in the order of folded rows.
     *
     * @param mask [N, T]; not modified
     * @return [T*N, 1]
     */
    public static INDArray column(INDArray mask) {
        return mask.transpose().dup('c').reshape(mask.length(), 1);
    }

    /** Multiplies each row of [T*N, ...], in memory of any order, by its entry of the mask [T*N, 1]. */
    static void applyToRows(INDArray rows, INDArray mask) {
        applyToRows(rows, mask, rows);
    }

    /** The same into another array of the same shape. */
    static void applyToRows(INDArray rows, INDArray mask, INDArray result) {
        if (mask.length() != rows.size(0)) {
            throw new IllegalArgumentException("the features mask must have one entry for each of the " + rows.size(0)
                    + " rows (T*N), was " + Arrays.toString(mask.shape()));
        }
        INDArray column = mask.reshape(mask.length()).castTo(rows.dataType());
        Nd4j.getExecutioner().exec(new BroadcastMulOp(rows, column, result, 0));
    }

    /** Masked rows of a gradient that others may hold too: the gradient itself without a mask, else a masked copy. */
    static INDArray masked(INDArray rows, INDArray mask, LayerWorkspaceMgr workspaces) {
        if (mask == null) {
            return rows;
        }
        INDArray masked = workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, rows.dataType(), rows.shape(), 'c');
        applyToRows(rows, mask, masked);
        return masked;
    }

    /** Multiplies [N, F, T] by a mask [N, T]. */
    static void applyToSequence(INDArray sequence, INDArray mask) {
        if (mask.size(0) != sequence.size(0) || mask.size(1) != sequence.size(2)) {
            throw new IllegalArgumentException("the features mask must be [" + sequence.size(0) + ", "
                    + sequence.size(2) + "] (N, T), was " + Arrays.toString(mask.shape()));
        }
        INDArray cast = mask.castTo(sequence.dataType());
        Nd4j.getExecutioner().exec(new BroadcastMulOp(sequence, cast, sequence, 0, 2));
    }
}
