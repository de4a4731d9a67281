package org.spike4j.layers.execution;

import java.util.Arrays;
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
            INDArray before = state.get(VALUE);
            double steps = before == null ? 0 : state.get(STEPS).getDouble(0);
            double total = steps + sequence.size(0);
            if (reduction.isOfFirstSpikes()) {
                state.put(VALUE, firstSpikes(before, steps, sequence));
                state.put(STEPS, Nd4j.scalar(total));
                return ofFirstSpikes(state.get(VALUE), total, reduction);
            }
            INDArray now = reduction.reduce(sequence, null);
            INDArray all = now;
            if (before != null) {
                all = switch (reduction) {
                    case MEAN, EVERY_STEP -> before.mul(steps / total).add(now.mul(sequence.size(0) / total));
                    case SUM, SUM_OF_SOFTMAX -> before.add(now);
                    case MAX -> Transforms.max(before, now);
                    default -> now; // LAST
                };
            }
            state.put(VALUE, all);
            state.put(STEPS, Nd4j.scalar(total));
            return all.dup();
        }
    }

    /** The first steps with a spike, infinite where there was none yet, [N, K]. */
    private static INDArray firstSpikes(INDArray before, double steps, INDArray sequence) {
        double[] x = Values.read(sequence);
        double[] first = new double[x.length / (int) sequence.size(0)];
        Arrays.fill(first, Double.POSITIVE_INFINITY);
        for (int at = x.length - 1; at >= 0; at--) {
            first[at % first.length] = x[at] == 0 ? first[at % first.length] : steps + at / first.length;
        }
        INDArray now = Nd4j.createFromArray(first).reshape('c', sequence.size(1), sequence.size(2));
        return before == null ? now : Transforms.min(before, now);
    }

    private static INDArray ofFirstSpikes(INDArray first, double total, Reduction reduction) {
        INDArray f = Transforms.min(first, total - 1);
        return reduction == Reduction.FIRST_SPIKE ? f.neg() : f.add(1).rdiv(1);
    }
}
