package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.VectorStep.LANES;

/**
 * Walks a tile of the commonest neuron, see {@link PlainNeuron}, two steps at a time. The elements behind the last whole
 * vector, or block of bits, go through edge rows, so that every element sees the same arithmetic wherever it lies.
 */
final class VectorPlainWalk {
    private final KernelPlan plan;
    private final PlainNeuron neuron;
    private final PlainForward rows;
    private final PlainBits packedRows;
    private final PassMemory memory;
    private final VectorTile tile;
    private final long start;
    private final int count;
    private final int whole;
    private final int padded;

    VectorPlainWalk(KernelPlan plan, PassMemory memory, VectorTile tile, long start, int count) {
        this.plan = plan;
        this.neuron = plan.plainNeuron;
        PlainKind kind = PlainKind.forward(neuron, tile);
        rows = PlainForward.of(kind);
        packedRows = PlainBits.of(kind);
        this.memory = memory;
        this.tile = tile;
        this.start = start;
        this.count = count;
        whole = count - count % LANES;
        padded = whole < count ? whole + LANES : count;
    }

    /** All steps, writing spikes as floats or as bits; coupled ones one at a time. */
    void forward(StepCoupling coupling) {
        boolean packed = memory.output().packed();
        int steps = plan.shape.steps();
        int t = 0;
        for (; coupling == StepCoupling.NONE && t + 1 < steps; t += 2) {
            if (packed) {
                bits(input(t), input(t + 1), output(t), output(t + 1));
            } else {
                spikes(input(t), input(t + 1), output(t), output(t + 1));
            }
        }
        for (; t < steps; t++) {
            coupling.beforeStep(t);
            if (packed) {
                bits(input(t), output(t));
            } else {
                spikes(input(t), output(t));
            }
        }
    }

    private void spikes(VectorRow x0, VectorRow x1, VectorRow y0, VectorRow y1) {
        rows.spikesRows(neuron, tile, x0, x1, y0, y1, 0, whole);
        if (whole < count) {
            VectorRow e0 = x0.copyTo(tile.edge[0], whole, count);
            VectorRow e1 = x1.copyTo(tile.edge[1], whole, count);
            rows.spikesRows(neuron, tile, e0, e1, tile.edge[2], tile.edge[3], whole, padded);
            y0.copyFrom(tile.edge[2], whole, count);
            y1.copyFrom(tile.edge[3], whole, count);
        }
    }

    private void spikes(VectorRow x, VectorRow y) {
        VectorPlainRow.spikesRow(neuron, tile, x, y, 0, whole);
        if (whole < count) {
            VectorRow edge = x.copyTo(tile.edge[0], whole, count);
            VectorPlainRow.spikesRow(neuron, tile, edge, tile.edge[1], whole, padded);
            y.copyFrom(tile.edge[1], whole, count);
        }
    }

    private void bits(VectorRow x0, VectorRow x1, VectorRow y0, VectorRow y1) {
        int second = tile.raw.length / 2;
        int blocks = count - count % VectorBits.BLOCK;
        for (int k = 0; k < blocks; k += VectorBits.BLOCK) {
            int at = k / Integer.SIZE;
            packedRows.bitsBlocks(neuron, tile, x0, x1, k, k, at, second + at);
        }
        if (blocks < count) {
            VectorRow e0 = x0.copyTo(tile.edge[0], blocks, count);
            VectorRow e1 = x1.copyTo(tile.edge[1], blocks, count);
            int at = blocks / Integer.SIZE;
            packedRows.bitsBlocks(neuron, tile, e0, e1, 0, blocks, at, second + at);
        }
        VectorBits.storeComplement(tile.raw, 0, y0, count, tile.block);
        VectorBits.storeComplement(tile.raw, second, y1, count, tile.block);
    }

    private void bits(VectorRow x, VectorRow y) {
        int blocks = count - count % VectorBits.BLOCK;
        for (int k = 0; k < blocks; k += VectorBits.BLOCK) {
            packedRows.bitsBlock(neuron, tile, x, k, k, k / Integer.SIZE);
        }
        if (blocks < count) {
            VectorRow edge = x.copyTo(tile.edge[0], blocks, count);
            packedRows.bitsBlock(neuron, tile, edge, 0, blocks, blocks / Integer.SIZE);
        }
        VectorBits.storeComplement(tile.raw, 0, y, count, tile.block);
    }

    /** All steps, keeping the membranes, a row of padded length each. */
    void trace() {
        int steps = plan.shape.steps();
        for (int t = 0; t + 1 < steps; t += 2) {
            VectorRow x0 = input(t);
            VectorRow x1 = input(t + 1);
            int h = t * padded;
            rows.traceRows(neuron, tile, x0, x1, h, h + padded, 0, whole);
            if (whole < count) {
                VectorRow e0 = x0.copyTo(tile.edge[0], whole, count);
                VectorRow e1 = x1.copyTo(tile.edge[1], whole, count);
                rows.traceRows(neuron, tile, e0, e1, h, h + padded, whole, padded);
            }
        }
        if (steps % 2 == 1) {
            VectorRow x = input(steps - 1);
            int h = (steps - 1) * padded;
            rows.traceRow(neuron, tile, x, h, 0, whole);
            if (whole < count) {
                rows.traceRow(neuron, tile, x.copyTo(tile.edge[0], whole, count), h, whole, padded);
            }
        }
    }

    private VectorRow input(int t) {
        return VectorRow.of(memory.input(), plan.shape.staticInput() ? 0 : t, start);
    }

    private VectorRow output(int t) {
        return VectorRow.of(memory.output(), t, start);
    }
}
