package org.spike4j.training.memory;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.spike4j.layers.NormalisesBatch;
import org.spike4j.layers.execution.PassSize;
import org.spike4j.training.step.BatchSplit;

/**
 * The predicted peak of the resident memory of a training, with R replicas that each pass n of the N samples of a mini-batch:
 *
 * <pre>
 * peak = process + parameters + updater state + gradients + batches + R pass(n) + (R - 1) 1.02 largest working
 * gradients = R parameters, and once more with micro-batches
 * pass(n) = 1.05 sum of stored + 1.02 (largest working + input gradients in two turns) + largest scratch
 *           + input, if it is cut and must be copied
 * </pre>
 *
 * <p>The last term of the peak is for evaluations, in which the network itself passes what its replicas share in training.
 *
 * <p>What a plan may choose leaves the gradient as it is: recomputation to the bit, micro-batches to rounding. The time steps
 * are not cut by a plan, though that would save as much: a gradient that ends at a cut lacks what came before it, so windows
 * of time are another training. A split that asks for them by its {@link BatchSplit#truncation} passes one window at a time. Packing is no
 * choice either, since it costs nothing: layers that can, see {@link LayerRow#packsSpikes}, keep an input of spikes as bits.
 *
 * @param work what is trained
 * @param split how its mini-batches are cut
 * @param recompute whether all spiking convolutions compute their currents again; else those alone that the network says
 * @param layers what each layer needs
 * @param process bytes before the first tensor
 * @param batches bytes of the mini-batches in memory
 * @param peak bytes, all together
 */
public record MemoryPlan(
        Work work, BatchSplit split, boolean recompute, List<LayerRow> layers, long process, long batches, long peak) {

    /**
     * What is trained.
     *
     * @param network its configuration
     * @param input type of its input
     * @param steps T
     * @param samples N of a mini-batch
     * @param batches mini-batches in memory at a time, those that are read ahead included
     */
    public record Work(
            MultiLayerConfiguration network,
            org.deeplearning4j.nn.conf.inputs.InputType input,
            int steps,
            int samples,
            int batches) {

        boolean normalises() {
            return network.getConfs().stream().anyMatch(conf -> normalises(conf.getLayer()));
        }

        private static boolean normalises(Layer layer) {
            return layer instanceof BatchNormalization
                    || (layer instanceof NormalisesBatch normalising && normalising.hasBatchNorm());
        }
    }

    /**
     * The plan for a given split, with the network as it is.
     *
     * @param work what is trained
     * @param split how its mini-batches are cut
     * @return the prediction
     */
    public static MemoryPlan of(Work work, BatchSplit split) {
        return of(work, split, false);
    }

    private static MemoryPlan of(Work work, BatchSplit split, boolean recompute) {
        int microBatch = ceil(work.samples(), split.microBatches());
        int replicas = Math.min(split.replicas(), microBatch);
        PassSize size = new PassSize(
                split.truncation().stepsOfPass(work.steps()),
                ceil(microBatch, replicas),
                work.network().getDataType());
        MultiLayerConfiguration network = recompute ? Recomputation.everywhere(work.network()) : work.network();
        NetworkMemory pass = NetworkMemory.of(network, work.input(), size);
        boolean cut = size.samples() < work.samples();
        long gradients = pass.parameters() * (split.replicas() + (split.microBatches() > 1 ? 1 : 0));
        long batches = pass.input() / size.samples() * work.samples() * work.batches();
        long process = ProcessMemory.bytes();
        long peak = process
                + pass.parameters()
                + pass.updaterState()
                + gradients
                + batches
                + replicas * (pass.pass() + (cut ? pass.input() : 0))
                + (replicas - 1) * pass.working();
        return new MemoryPlan(work, split, recompute, pass.layers(), process, batches, peak);
    }

    /**
     * The cheapest plan that fits a budget: the fewest micro-batches, and with so many no recomputation if it fits without,
     * which costs about a third of the time where all convolutions are normalised. A network that normalises is cut only if
     * the split allows its statistics to be those of parts.
     *
     * @param work what is trained
     * @param split replicas, and whether a normalisation may be cut
     * @param budget bytes
     * @return the plan
     * @throws MemoryBudgetException if nothing fits
     */
    public static MemoryPlan within(Work work, BatchSplit split, long budget) {
        boolean cuts = split.partStatistics() || !work.normalises();
        return candidates(work, split, cuts)
                .filter(plan -> plan.peak() <= budget)
                .findFirst()
                .orElseThrow(() -> MemoryBudgetException.of(least(work, split, cuts), budget, cuts));
    }

    /**
     * Whether the update is that of the whole mini-batch, to rounding.
     *
     * @return false where a normalisation sees micro-batches alone
     */
    public boolean isExact() {
        return split.microBatches() == 1 || !work.normalises();
    }

    /** Cheapest first. */
    private static Stream<MemoryPlan> candidates(Work work, BatchSplit split, boolean cuts) {
        int most = cuts && split.truncation().isNone() ? work.samples() : 1;
        return IntStream.rangeClosed(1, most)
                // a count that makes no micro-batch smaller costs a pass and saves nothing
                .filter(count -> count == 1 || ceil(work.samples(), count) < ceil(work.samples(), count - 1))
                .mapToObj(split::withMicroBatches)
                .flatMap(cut -> storedOrComputedAgain(work, cut));
    }

    private static Stream<MemoryPlan> storedOrComputedAgain(Work work, BatchSplit split) {
        MemoryPlan stored = of(work, split);
        MemoryPlan again = of(work, split, true);
        return again.peak() < stored.peak() ? Stream.of(stored, again) : Stream.of(stored);
    }

    private static MemoryPlan least(Work work, BatchSplit split, boolean cuts) {
        return candidates(work, split, cuts)
                .reduce((a, b) -> b.peak() < a.peak() ? b : a)
                .orElseThrow();
    }

    private static int ceil(int value, int parts) {
        return (value + parts - 1) / parts;
    }
}
