package org.spike4j.layers.execution;

import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.spike4j.layers.Reduction;

/** A reduction of all steps streamed so far; its state lies in the state map of its layer. */
final class RunningReduction {
    private static final String VALUE = "reduced";
    private static final String STEPS = "steps";

    private RunningReduction() {}

    /** Takes its part of a saved state, in place of the present one. */
    static void restore(Map<String, INDArray> state, Map<String, INDArray> saved) {
        state.clear();
        try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            for (String key : List.of(VALUE, STEPS)) {
                if (saved.containsKey(key)) {
                    state.put(key, saved.get(key).dup());
                }
            }
        }
    }

    /** Adds a sequence [T, N, K]; returns the reduction of all steps since the state was cleared, [N, K]. */
    static INDArray add(Map<String, INDArray> state, Reduction reduction, INDArray sequence) {
        try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            INDArray now = reduction.reduce(sequence, null);
            INDArray before = state.get(VALUE);
            double steps = before == null ? 0 : state.get(STEPS).getDouble(0);
            double total = steps + sequence.size(0);
            INDArray all = now;
            if (before != null) {
                all = switch (reduction) {
                    case MEAN, EVERY_STEP -> before.mul(steps / total).add(now.mul(sequence.size(0) / total));
                    case SUM, SUM_OF_SOFTMAX -> before.add(now);
                    case MAX -> Transforms.max(before, now);
                    case LAST -> now;
                };
            }
            state.put(VALUE, all);
            state.put(STEPS, Nd4j.scalar(total));
            return all.dup();
        }
    }
}
