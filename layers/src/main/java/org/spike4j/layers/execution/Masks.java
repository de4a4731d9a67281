package org.spike4j.layers.execution;

import java.util.Arrays;
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

    /** Multiplies each row of [T*N, ...] by its entry of the mask [T*N, 1]. */
    static void applyToRows(INDArray rows, INDArray mask) {
        if (mask.length() != rows.size(0)) {
            throw new IllegalArgumentException("the features mask must have one entry for each of the " + rows.size(0)
                    + " rows (T*N), was " + Arrays.toString(mask.shape()));
        }
        INDArray flat = rows.reshape('c', rows.size(0), rows.length() / rows.size(0));
        flat.muliColumnVector(mask.reshape(mask.length(), 1).castTo(rows.dataType()));
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
