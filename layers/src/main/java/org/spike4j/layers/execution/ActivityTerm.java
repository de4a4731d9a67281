package org.spike4j.layers.execution;

import java.util.Arrays;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.ActivityPenalty;

/** An {@link ActivityPenalty} of one forward pass: its value, and its gradient on the output. */
final class ActivityTerm {
    private final boolean bySample;
    private final int channels;
    /** N dP/dx of each channel, or of each sample and channel; Deeplearning4j divides gradients by N. */
    private final double[] slopes;

    private final double value;

    private ActivityTerm(ActivityPenalty penalty, double[] sums, double[] counts, double samples) {
        bySample = penalty.scope() == ActivityPenalty.Scope.SAMPLE;
        channels = sums.length / counts.length;
        slopes = new double[sums.length];
        double total = 0;
        for (int k = 0; k < sums.length; k++) {
            double count = Math.max(1, counts[k / channels]);
            double rate = sums[k] / count;
            total += penalty.price(rate);
            slopes[k] = samples * penalty.slope(rate) / count / sums.length;
        }
        value = total / sums.length;
    }

    /**
     * The term of an output.
     *
     * @param penalty what activity costs
     * @param output [T, N, C, ...] in memory of any order; not modified
     * @param mask [T, N] of the steps that count, or null
     * @param group replicas that have the other samples of the mini-batch
     * @return the term
     */
    static ActivityTerm of(ActivityPenalty penalty, INDArray output, INDArray mask, ReplicaGroup group) {
        try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            int samples = (int) output.size(1);
            double positions = (double) output.length() / (output.size(0) * samples * output.size(2));
            INDArray bySample = output.rank() == 3 ? output.sum(0) : output.sum(0, 3, 4);
            double[] sums = Values.read(bySample); // [N][C]
            double[] counts = new double[samples];
            Arrays.fill(counts, output.size(0) * positions);
            for (int n = 0; mask != null && n < samples; n++) {
                counts[n] = mask.getColumn(n).sumNumber().doubleValue() * positions;
            }
            if (penalty.scope() == ActivityPenalty.Scope.SAMPLE) {
                return new ActivityTerm(penalty, sums, counts, samples);
            }
            int channels = (int) output.size(2);
            double[] batch = new double[channels + 2]; // the sums of the channels, what they are sums of, and N
            for (int k = 0; k < sums.length; k++) {
                batch[k % channels] += sums[k];
            }
            batch[channels] = Arrays.stream(counts).sum();
            batch[channels + 1] = samples;
            double[] all = group.summed(batch);
            double[] count = {all[channels]};
            return new ActivityTerm(penalty, Arrays.copyOf(all, channels), count, all[channels + 1]);
        }
    }

    /** P. */
    double value() {
        return value;
    }

    /** Adds N dP/dx to a gradient on the output, [T, N, C, ...] in memory of any order; changed in place. */
    void addInto(INDArray gradient) {
        try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            INDArray slope = Nd4j.createFromArray(slopes).castTo(gradient.dataType());
            if (bySample) {
                INDArray matrix = slope.reshape('c', slopes.length / channels, channels);
                Nd4j.getExecutioner().exec(new BroadcastAddOp(gradient, matrix, gradient, 1, 2));
            } else {
                Nd4j.getExecutioner().exec(new BroadcastAddOp(gradient, slope, gradient, 2));
            }
        }
    }

    /** A copy in the order of the memory of an array. */
    static INDArray copy(INDArray array, LayerWorkspaceMgr workspaces) {
        if (array.rank() == 4 && Memory.isChannelsLast(array)) {
            INDArray last = workspaces.dup(ArrayType.BP_WORKING_MEM, array.permute(0, 2, 3, 1), 'c');
            return last.permute(0, 3, 1, 2);
        }
        return workspaces.dup(ArrayType.BP_WORKING_MEM, array, 'c');
    }
}
