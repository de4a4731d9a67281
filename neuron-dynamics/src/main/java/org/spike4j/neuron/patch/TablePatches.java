package org.spike4j.neuron.patch;

import static org.spike4j.neuron.patch.AlignedFloats.START;

import java.util.Arrays;
import org.spike4j.neuron.kernel.KernelThreads;

/**
 * Products with binary images by table: for four inputs at a time, the sums of the weight rows of all 16 subsets are
 * tabulated once, and the four bits of a patch pick one. That takes a quarter of the additions of a dense product whatever
 * the density of the spikes; sixteen inputs that are all silent are skipped.
 *
 * <p>The gradient of the weights goes the other way round, see {@link SubsetGradient}.
 */
final class TablePatches implements PatchProduct {
    private static final int CHUNK = 16; // inputs looked up at once: four tables, which fit the first cache
    private static final int SUBSETS = 16;
    private static final int CHUNK_ROWS = CHUNK / 4 * SUBSETS;

    private final PatchShape shape;
    private final BinaryImages images;
    private final int rowChunks;
    private final int chunks;
    private final SubsetGradient gradient;
    private float[] tables = new float[0];
    private PatchWeights weights;

    TablePatches(PatchShape shape, BinaryImages images) {
        this.shape = shape;
        this.images = images;
        rowChunks = (shape.patchRow() + CHUNK - 1) / CHUNK;
        chunks = rowChunks * shape.kernelHeight();
        gradient = new SubsetGradient(shape, images);
    }

    /** Size of all tables. */
    static long floats(PatchShape shape) {
        long rowChunks = (shape.patchRow() + CHUNK - 1) / CHUNK;
        return rowChunks * shape.kernelHeight() * CHUNK_ROWS * shape.outputs();
    }

    @Override
    public void prepare(PatchWeights given) {
        weights = given;
        tables = AlignedFloats.atLeast(tables, Math.toIntExact(floats(shape)));
        KernelThreads.forEach(given.blocks() * chunks, item -> tabulate(item / chunks, item % chunks));
    }

    /** Fills the tables of a chunk; inputs behind the end of a row of the patch weigh nothing. */
    private void tabulate(int block, int chunk) {
        int width = weights.width(block);
        int first = chunk % rowChunks * CHUNK;
        int row = chunk / rowChunks * shape.patchRow();
        for (int group = 0; group < CHUNK / 4; group++) {
            int table = table(block, chunk) + group * SUBSETS * width;
            Arrays.fill(tables, table, table + width, 0);
            for (int subset = 1; subset < SUBSETS; subset++) {
                int input = first + group * 4 + Integer.numberOfTrailingZeros(subset);
                int k = input < shape.patchRow() ? row + input : weights.rows;
                int from = table + (subset & (subset - 1)) * width;
                VectorRows.sum(
                        tables,
                        table + subset * width,
                        width,
                        tables,
                        from,
                        weights.values,
                        weights.start(block) + k * width);
            }
        }
    }

    private int table(int block, int chunk) {
        return START + (block * PatchWeights.BLOCK * chunks + chunk * weights.width(block)) * CHUNK_ROWS;
    }

    @Override
    public void currents(PatchSpan span, int block, float[] current, int at, PatchScratch scratch) {
        int width = weights.width(block);
        Arrays.fill(current, at, at + span.outputs() * width, 0);
        for (int r = 0; r < span.rows(); r++) {
            int y = span.y() + r;
            int to = at + r * span.columns() * width;
            for (int ky = shape.firstKernelRow(y); ky < shape.endKernelRow(y); ky++) {
                int row = images.row(span.image(), y * shape.strideY() + ky - shape.padY());
                for (int c = 0; c < rowChunks; c++) {
                    int left = shape.patchRow() - c * CHUNK;
                    int mask = left < CHUNK ? (1 << left) - 1 : (1 << CHUNK) - 1;
                    int bit = span.x() * bitStep() + c * CHUNK;
                    int table = table(block, ky * rowChunks + c);
                    addChunk(
                            current, to, width, span.columns(), tables, table, images.words, row, bit, bitStep(), mask);
                }
            }
        }
    }

    private int bitStep() {
        return shape.strideX() * shape.channels();
    }

    /** Adds the tables' rows of one chunk for all positions of a row. */
    private static void addChunk(
            float[] sum,
            int at,
            int width,
            int positions,
            float[] tables,
            int table,
            long[] words,
            int row,
            int firstBit,
            int bitStep,
            int mask) {
        int to = at;
        int bit = firstBit;
        for (int p = 0; p < positions; p++, bit += bitStep, to += width) {
            int code = (int) BinaryImages.window(words, row, bit) & mask;
            if (code == 0) {
                continue;
            }
            VectorRows.add4(
                    sum,
                    to,
                    width,
                    tables,
                    table + (code & 15) * width,
                    table + (SUBSETS + (code >>> 4 & 15)) * width,
                    table + (2 * SUBSETS + (code >>> 8 & 15)) * width,
                    table + (3 * SUBSETS + (code >>> 12)) * width);
        }
    }

    @Override
    public int sumRows() {
        return shape.patch();
    }

    @Override
    public PatchWeights gradient(PatchWeights sums) {
        return sums;
    }

    @Override
    public void addGradient(PatchSpan span, int block, float[] on, int at, PatchWeights sums, PatchScratch scratch) {
        gradient.add(span, block, on, at, sums, scratch);
    }
}
