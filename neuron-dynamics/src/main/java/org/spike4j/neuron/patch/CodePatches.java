package org.spike4j.neuron.patch;

import static org.spike4j.neuron.patch.AlignedFloats.START;

import java.util.Arrays;
import org.spike4j.neuron.kernel.KernelThreads;

/**
 * Products with binary images whose patches are short, as those of event frames with two polarities are: a patch of at most
 * 24 bits is one number, each 6 bits of it pick one of 64 tabulated sums of weight rows. The gradient is gathered by the same
 * numbers: it is added to one of 64 buckets for each 6 bits, and the buckets go to the weights at the end.
 */
final class CodePatches implements PatchProduct {
    /** Longest patch, in inputs. */
    static final int LONGEST = 24;

    private static final int BITS = 6;
    private static final int SUBSETS = 1 << BITS;
    private static final int GROUPS = LONGEST / BITS;
    /** Rows of all tables. */
    static final int TABLE_ROWS = GROUPS * SUBSETS;

    private final PatchShape shape;
    private final BinaryImages images;
    private final int[] codes;
    private float[] tables = new float[0];
    private PatchWeights weights;

    CodePatches(PatchShape shape, BinaryImages images) {
        this.shape = shape;
        this.images = images;
        codes = new int[images.images * shape.outHeight() * shape.outWidth()];
    }

    @Override
    public void prepare(PatchWeights given) {
        weights = given;
        tables = AlignedFloats.atLeast(tables, TABLE_ROWS * shape.outputs());
        for (int block = 0; block < given.blocks(); block++) {
            int width = given.width(block);
            for (int row = 0; row < TABLE_ROWS; row++) {
                int subset = row % SUBSETS;
                int table = table(block) + row * width;
                if (subset == 0) {
                    Arrays.fill(tables, table, table + width, 0);
                    continue;
                }
                int k = Math.min(shape.patch(), row / SUBSETS * BITS + Integer.numberOfTrailingZeros(subset));
                int rest = table + ((subset & (subset - 1)) - subset) * width;
                VectorRows.sum(tables, table, width, tables, rest, given.values, given.start(block) + k * width);
            }
        }
    }

    private int table(int block) {
        return START + block * PatchWeights.BLOCK * TABLE_ROWS;
    }

    @Override
    public void currents(PatchSpan span, int block, float[] current, int at, PatchScratch scratch) {
        int width = weights.width(block);
        int first = table(block);
        for (int k = 0; k < span.outputs(); k++) {
            int code = codes[place(span, k)];
            VectorRows.sumOfFour(
                    current,
                    at + k * width,
                    width,
                    tables,
                    first + row(code, 0) * width,
                    first + row(code, 1) * width,
                    first + row(code, 2) * width,
                    first + row(code, 3) * width);
        }
    }

    @Override
    public void addGradient(
            PatchSpan span, int block, float[] gradient, int at, PatchWeights sums, PatchScratch scratch) {
        int width = sums.width(block);
        int start = sums.start(block);
        for (int k = 0; k < span.outputs(); k++) {
            int code = codes[place(span, k)];
            if (code != 0) {
                VectorRows.addToFour(
                        sums.values,
                        start + row(code, 0) * width,
                        start + row(code, 1) * width,
                        start + row(code, 2) * width,
                        start + row(code, 3) * width,
                        width,
                        gradient,
                        at + k * width);
            }
        }
    }

    @Override
    public int sumRows() {
        return TABLE_ROWS;
    }

    /** Each weight takes the buckets of all subsets that hold its input. */
    @Override
    public PatchWeights gradient(PatchWeights buckets) {
        PatchWeights sums = PatchWeights.zeros(1, shape.patch(), shape.outputs())[0];
        for (int block = 0; block < sums.blocks(); block++) {
            int width = sums.width(block);
            for (int row = 0; row < TABLE_ROWS; row++) {
                int firstInput = row / SUBSETS * BITS;
                int from = buckets.start(block) + row * width;
                for (int subset = row % SUBSETS; subset != 0; subset &= subset - 1) {
                    int k = firstInput + Integer.numberOfTrailingZeros(subset);
                    if (k < shape.patch()) {
                        int to = sums.start(block) + k * width;
                        VectorRows.sum(sums.values, to, width, sums.values, to, buckets.values, from);
                    }
                }
            }
        }
        return sums;
    }

    /** Row of the tables that a code picks in a group. */
    private static int row(int code, int group) {
        return group * SUBSETS + (code >>> (group * BITS) & (SUBSETS - 1));
    }

    /** Index of the code of an output. */
    private int place(PatchSpan span, int output) {
        int y = span.y() + output / span.columns();
        return (span.image() * shape.outHeight() + y) * shape.outWidth() + span.x() + output % span.columns();
    }

    /** Reads the images. */
    void read() {
        KernelThreads.forEach(images.images, image -> {
            int at = image * shape.outHeight() * shape.outWidth();
            for (int y = 0; y < shape.outHeight(); y++) {
                for (int x = 0; x < shape.outWidth(); x++) {
                    codes[at++] = code(image, y, x);
                }
            }
        });
    }

    /** The patch of an output as a number, input k in bit k. */
    private int code(int image, int y, int x) {
        int code = 0;
        int bits = shape.patchRow();
        for (int ky = shape.firstKernelRow(y); ky < shape.endKernelRow(y); ky++) {
            int row = images.row(image, y * shape.strideY() + ky - shape.padY());
            long part = BinaryImages.window(images.words, row, x * shape.strideX() * shape.channels());
            code |= ((int) part & ((1 << bits) - 1)) << (ky * bits);
        }
        return code;
    }
}
