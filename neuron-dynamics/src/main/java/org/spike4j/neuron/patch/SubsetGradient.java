package org.spike4j.neuron.patch;

import static org.spike4j.neuron.patch.AlignedFloats.START;

import java.util.Arrays;

/**
 * Gradient of the weights from binary images: for four neighbouring outputs at a time, the sums of the gradients of all 16
 * subsets are tabulated, and the bits that one input shows to the four pick one. Eight such tables, for 32 outputs, fit the
 * first cache, and every weight's sum is read and written once for all of them. Windows must be a pixel apart sideways.
 */
final class SubsetGradient {
    private static final int SUBSETS = 16;
    private static final int QUADS = 8;

    private final PatchShape shape;
    private final BinaryImages images;

    SubsetGradient(PatchShape shape, BinaryImages images) {
        this.shape = shape;
        this.images = images;
    }

    void add(PatchSpan span, int block, float[] gradient, int at, PatchWeights sums, PatchScratch scratch) {
        ColumnBits columns = scratch.columns(shape, images);
        columns.read(span.image(), span.y(), span.rows());
        int width = sums.width(block);
        scratch.subsets = AlignedFloats.atLeast(scratch.subsets, (QUADS * SUBSETS + 1) * width);
        for (int quad = 0; quad <= QUADS; quad++) {
            int empty = START + quad * SUBSETS * width; // also that of tables without a quad, which are looked up too
            Arrays.fill(scratch.subsets, empty, empty + width, 0);
        }
        int quads = Math.min(QUADS, (span.columns() + 3) / 4);
        int rows = QUADS / quads;
        for (int r = 0; r < span.rows(); r += rows) {
            for (int x = 0; x < span.columns(); x += 4 * QUADS) {
                int count = Math.min(rows, span.rows() - r);
                int across = Math.min(4 * quads, span.columns() - x);
                PatchSpan batch = new PatchSpan(span.image(), span.y() + r, count, span.x() + x, across);
                int from = at + (r * span.columns() + x) * width;
                for (int row = 0; row < count; row++) {
                    int table = START + row * quads * SUBSETS * width;
                    tabulate(across, gradient, from + row * span.columns() * width, width, scratch.subsets, table);
                }
                addBatch(batch, columns, block, sums, scratch.subsets);
            }
        }
    }

    private static int zeros(int width) {
        return START + QUADS * SUBSETS * width;
    }

    /** Sums of all subsets of each four neighbours of a row; those behind its end count as 0. */
    private static void tabulate(int columns, float[] gradient, int from, int width, float[] subsets, int firstTable) {
        for (int x = 0; x < columns; x += 4) {
            int table = firstTable + x / 4 * SUBSETS * width;
            for (int subset = 1; subset < SUBSETS; subset++) {
                int low = Integer.numberOfTrailingZeros(subset);
                boolean present = x + low < columns;
                int rest = table + (subset & (subset - 1)) * width;
                VectorRows.sum(
                        subsets,
                        table + subset * width,
                        width,
                        subsets,
                        rest,
                        present ? gradient : subsets,
                        present ? from + (x + low) * width : zeros(width));
            }
        }
    }

    private void addBatch(PatchSpan batch, ColumnBits columns, int block, PatchWeights sums, float[] subsets) {
        int width = sums.width(block);
        int rowBits = (batch.columns() + 3) / 4 * 4;
        long mask = (1L << rowBits) - 1;
        int weight = sums.start(block);
        for (int ky = 0; ky < shape.kernelHeight(); ky++) {
            for (int kx = 0; kx < shape.kernelWidth(); kx++) {
                for (int c = 0; c < shape.channels(); c++, weight += width) {
                    long code = 0;
                    for (int r = 0; r < batch.rows(); r++) {
                        code |= (columns.shown(batch.y() + r, batch.x(), ky, kx, c) & mask) << (r * rowBits);
                    }
                    if (code != 0) {
                        addSubsets(sums.values, weight, width, subsets, (int) code);
                    }
                }
            }
        }
    }

    private static void addSubsets(float[] sums, int weight, int width, float[] subsets, int code) {
        int table = START;
        for (int left = code; left != 0; left >>>= 16, table += 4 * SUBSETS * width) {
            VectorRows.add4(
                    sums,
                    weight,
                    width,
                    subsets,
                    table + (left & 15) * width,
                    table + (SUBSETS + (left >>> 4 & 15)) * width,
                    table + (2 * SUBSETS + (left >>> 8 & 15)) * width,
                    table + (3 * SUBSETS + (left >>> 12 & 15)) * width);
        }
    }
}
