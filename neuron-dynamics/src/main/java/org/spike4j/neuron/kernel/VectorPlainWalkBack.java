package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.VectorStep.LANES;
import static org.spike4j.neuron.kernel.VectorStep.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Walks a tile of the commonest neuron back, one or two steps at a time, after {@link VectorPlainWalk} has kept its membranes. Edges
 * as there. The gradient of a static input is summed over the steps in {@code tile.dx}.
 */
final class VectorPlainWalkBack {
    private final KernelPlan plan;
    private final VectorSurrogate surrogate;
    private final PlainAdjoint adjoint;
    private final PassMemory memory;
    private final StepCoupling coupling;
    private final VectorTile tile;
    private final long start;
    private final int count;
    private final int whole;
    private final int padded;
    private final boolean sums;
    /** Not of coupled steps; and with sums or a long surrogate, two rows would be too much for the JIT. */
    private final boolean pairs;

    private final boolean writes;

    VectorPlainWalkBack(
            KernelPlan plan, PassMemory memory, StepCoupling coupling, VectorTile tile, long start, int count) {
        this.plan = plan;
        this.surrogate = VectorSurrogate.of(plan.surrogate);
        this.adjoint = PlainAdjoint.of(PlainKind.backward(plan.plainNeuron, surrogate, tile));
        this.memory = memory;
        this.coupling = coupling;
        this.tile = tile;
        this.start = start;
        this.count = count;
        whole = count - count % LANES;
        padded = whole < count ? whole + LANES : count;
        sums = plan.wantsGain || plan.wantsDrive;
        pairs = !sums && surrogate.isShort() && coupling == StepCoupling.NONE;
        writes = memory.inputGradient() != null && !plan.shape.staticInput();
    }

    /** All steps. */
    void backward() {
        int t = plan.shape.steps() - 1;
        for (; pairs && t > 0; t -= 2) {
            rows(t - 1, row(memory.outputGradient(), t - 1), row(memory.outputGradient(), t), dx(t - 1, 0), dx(t, 1));
            addStatic(1);
            addStatic(0);
        }
        for (; t >= 0; t--) {
            coupling.beforeStep(t);
            row(t, row(memory.outputGradient(), t), dx(t, 0));
            addStatic(0);
        }
        if (plan.shape.staticInput() && memory.inputGradient() != null) {
            memory.inputGradient().store(0, start, count, tile.dx, 0);
        }
    }

    private VectorRow dx(int t, int spare) {
        return writes ? row(memory.inputGradient(), t) : tile.spare[spare];
    }

    private void rows(int t, VectorRow g0, VectorRow g1, VectorRow dx0, VectorRow dx1) {
        int h = t * padded;
        PlainNeuron n = plan.plainNeuron;
        adjoint.rows(n, surrogate, tile, g0, g1, dx0, dx1, h, h + padded, 0, whole);
        if (whole < count) {
            VectorRow[] edge = tile.edge;
            VectorRow e0 = g0.copyTo(edge[0], whole, count);
            VectorRow e1 = g1.copyTo(edge[1], whole, count);
            adjoint.rows(n, surrogate, tile, e0, e1, edge[2], edge[3], h, h + padded, whole, padded);
            dx0.copyFrom(edge[2], whole, count);
            dx1.copyFrom(edge[3], whole, count);
        }
    }

    private void row(int t, VectorRow g, VectorRow dx) {
        VectorRow x = sums ? row(memory.input(), plan.shape.staticInput() ? 0 : t) : VectorRow.NONE;
        row(t, x, g, dx, 0, whole);
        if (whole < count) {
            VectorRow[] edge = tile.edge;
            VectorRow e = x.copyTo(edge[0], whole, count);
            row(t, e, g.copyTo(edge[1], whole, count), edge[2], whole, padded);
            dx.copyFrom(edge[2], whole, count);
        }
    }

    private void row(int t, VectorRow x, VectorRow g, VectorRow dx, int from, int to) {
        PlainNeuron n = plan.plainNeuron;
        if (sums) {
            adjoint.rowWithSums(n, surrogate, tile, plan.wantsGain, x, g, dx, t * padded, from, to);
        } else {
            adjoint.row(n, surrogate, tile, g, dx, t * padded, from, to);
        }
    }

    private void addStatic(int spare) {
        if (plan.shape.staticInput()) {
            add(tile.spare[spare], tile.dx, padded);
        }
    }

    private static void add(VectorRow row, float[] sum, int padded) {
        for (int k = 0; k < padded; k += LANES) {
            VectorMemory.load(row.memory(), row.at() + k * Float.BYTES)
                    .add(FloatVector.fromArray(SPECIES, sum, k))
                    .intoArray(sum, k);
        }
    }

    private VectorRow row(Slabs slabs, int t) {
        return VectorRow.of(slabs, t, start);
    }
}
