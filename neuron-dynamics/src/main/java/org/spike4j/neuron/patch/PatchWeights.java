package org.spike4j.neuron.patch;

import static org.spike4j.neuron.patch.AlignedFloats.START;

import java.util.Arrays;
import org.spike4j.neuron.kernel.KernelThreads;

/**
 * A matrix [rows, outputs] of weights, or of sums that make their gradient, as the kernels walk it: in blocks of at most 64
 * outputs, each a matrix [rows + 1, width] whose last row stays zero, or takes what is to be thrown away.
 */
final class PatchWeights {
    static final int BLOCK = 64;

    private static final int PIECE = 1 << 14;

    final int rows;
    final int outputs;
    final float[] values;
    private final int base;

    private PatchWeights(int rows, int outputs, float[] values, int base) {
        this.rows = rows;
        this.outputs = outputs;
        this.values = values;
        this.base = base;
    }

    /** Matrices of zeros, side by side in one array. */
    static PatchWeights[] zeros(int count, int rows, int outputs) {
        int size = Math.multiplyExact(rows + 1, outputs);
        float[] values = AlignedFloats.of(Math.multiplyExact(count, size));
        PatchWeights[] all = new PatchWeights[count];
        for (int k = 0; k < count; k++) {
            all[k] = new PatchWeights(rows, outputs, values, START + k * size);
        }
        return all;
    }

    int blocks() {
        return (outputs + BLOCK - 1) / BLOCK;
    }

    /** Outputs of a block. */
    int width(int block) {
        return Math.min(BLOCK, outputs - block * BLOCK);
    }

    /** Index of the first element of a block; row k of it starts k * width later. */
    int start(int block) {
        return base + block * BLOCK * (rows + 1);
    }

    void clear() {
        Arrays.fill(values, base, base + (rows + 1) * outputs, 0);
    }

    int index(int row, int output) {
        int block = output / BLOCK;
        return start(block) + row * width(block) + output % BLOCK;
    }

    /** Adds all matrices to the first, which have the same shape. */
    static void sumIntoFirst(PatchWeights[] all) {
        PatchWeights first = all[0];
        int size = first.rows * first.outputs + first.outputs;
        int pieces = (size + PIECE - 1) / PIECE;
        KernelThreads.forEach(all.length == 1 ? 0 : pieces, piece -> {
            int from = piece * PIECE;
            int count = Math.min(PIECE, size - from);
            for (int k = 1; k < all.length; k++) {
                int to = first.base + from;
                VectorRows.sum(first.values, to, count, first.values, to, all[k].values, all[k].base + from);
            }
        });
    }
}
