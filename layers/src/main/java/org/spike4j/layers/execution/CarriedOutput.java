package org.spike4j.layers.execution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The state of a layer that feeds back: [state count + 1, N, ...], that of the neurons, and behind it their last output. */
final class CarriedOutput {
    private CarriedOutput() {}

    /** State of the neurons; null for none. */
    static INDArray neurons(INDArray state) {
        return state == null || state.size(0) == 1 ? null : state.get(NDArrayIndex.interval(0, state.size(0) - 1));
    }

    /** What the neurons put out in the step before; null for nothing. */
    static INDArray output(INDArray state) {
        return state == null ? null : state.get(NDArrayIndex.interval(state.size(0) - 1, state.size(0)));
    }

    /** Keeps the output of the last step, the last rows of [T*N, ...]; does nothing without a state. */
    static void keepLast(INDArray outputs, INDArray state) {
        if (state != null) {
            long rows = outputs.size(0);
            INDArray last = outputs.get(NDArrayIndex.interval(rows - state.size(1), rows));
            INDArray kept = output(state);
            kept.assign(last.reshape('c', kept.shape()));
        }
    }
}
