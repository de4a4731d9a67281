package org.spike4j.neuron.patch;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.kernel.EventSwitch;
import org.spike4j.neuron.kernel.SpikeKernels;

/**
 * The product of a layer's weights with an input of spikes, and the gradient of the weights. The input is packed to a bit an
 * element, and multiplied by table or event by event, whichever is faster at the density that was found.
 *
 * <p>One object serves one layer over all its passes and keeps its memory. A pass reads its input, then its weights.
 */
final class SpikeProduct {
    private static final double SPARSE = 0.17;
    private static final double SPARSE_GRADIENT = 0.18;
    private static final double MOST_EVENTS = 12; // of a patch, for sparse values
    private static final int LONGEST_VALUE_PATCH = 128;
    private static final int FEWEST_FOR_TABLES = 48;
    private static final int MOST_SUMS = 1 << 20;
    private static final int MOST_PARTS = 16;
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 64; // leaves room for a header and an alignment
    private static final long LARGEST_TABLES = 1L << 26; // floats

    private PatchShape shape;
    private BinaryImages bits;
    private CodePatches codes;
    private TablePatches tables;
    private PatchEvents events;
    private PatchProduct forward;
    private PatchProduct backward;
    private PatchWeights weights;
    private PatchWeights[] sums = new PatchWeights[0];

    /**
     * Whether these kernels can serve a layer at all: vectors are there, {@code -Dspike4j.events=off} is not set, and the
     * outputs fill whole vectors.
     */
    static boolean canServe(long outputs) {
        return EventSwitch.isOn() && SpikeKernels.usesVectors() && outputs % VectorRows.LANES == 0;
    }

    /**
     * Reads images.
     *
     * @param given geometry
     * @param input [rows, channels, height, width] of floats, any strides; not modified, and not kept
     * @return whether they are binary, or sparse with short patches, and fit arrays; if not, this object is of no use to the
     *     pass
     */
    boolean readImages(PatchShape given, INDArray input) {
        if (!fits(given, input.size(0))) {
            return false;
        }
        shape(given, (int) input.size(0));
        if (ImagePacking.pack(input, bits)) {
            return chooseBinary();
        }
        if (given.patch() > LONGEST_VALUE_PATCH) {
            return false;
        }
        ValueImages values = new ValueImages(given, input);
        if (values.density() * given.patch() > MOST_EVENTS) {
            return false;
        }
        events = values;
        forward = new SparsePatches(given, values);
        backward = forward;
        bits.amplitude = 1;
        return true;
    }

    /** Whether arrays can hold the packed images, their codes or values, and the weights. */
    static boolean fits(PatchShape shape, long images) {
        long row = (shape.width() + 2L * shape.padX()) * shape.channels();
        long rows = images * shape.height();
        boolean isShort = shape.patch() <= LONGEST_VALUE_PATCH;
        return rows <= LONGEST_ARRAY / (isShort ? row : BinaryImages.words(row))
                && (!isShort || images <= LONGEST_ARRAY / shape.outHeight() / shape.outWidth())
                && shape.patch() + 1L <= LONGEST_ARRAY / shape.outputs();
    }

    /**
     * Reads the rows of a matrix.
     *
     * @param given geometry of an image that is some rows of the matrix
     * @param matrix [rows, inputs] of floats in c order; not modified, and not kept
     * @return whether it is binary and fits arrays; if not, this object is of no use to the pass
     */
    boolean readRows(PatchShape given, INDArray matrix) {
        long images = (matrix.size(0) + given.width() - 1) / given.width();
        if (!fits(given, images)) {
            return false;
        }
        shape(given, (int) images);
        return ImagePacking.packRows(matrix, bits) && chooseBinary();
    }

    private void shape(PatchShape given, int images) {
        if (!given.equals(shape) || images != bits.images) {
            if (shape == null || given.patch() != shape.patch() || given.outputs() != shape.outputs()) {
                weights = PatchWeights.zeros(1, given.patch(), given.outputs())[0];
            }
            shape = given;
            bits = new BinaryImages(given, images);
            codes = null;
            tables = null;
        }
    }

    /** Chooses the faster product at the density found; false if that is none of these. */
    private boolean chooseBinary() {
        events = new BinaryEvents(shape, bits);
        if (shape.patch() <= CodePatches.LONGEST) {
            codes = codes == null ? new CodePatches(shape, bits) : codes;
            codes.read();
            forward = codes;
            backward = codes;
            return true;
        }
        PatchProduct sparse = new SparsePatches(shape, events);
        if (tables == null) {
            tables = new TablePatches(shape, bits);
        }
        boolean few = (long) bits.images * shape.outHeight() * shape.outWidth() < FEWEST_FOR_TABLES;
        boolean isSparse = few || bits.density() < SPARSE;
        if (!isSparse && TablePatches.floats(shape) > LARGEST_TABLES) {
            return false;
        }
        forward = isSparse ? sparse : tables;
        backward = few || bits.density() < SPARSE_GRADIENT || shape.strideX() > 1 ? sparse : tables;
        return true;
    }

    PatchShape shape() {
        return shape;
    }

    int images() {
        return bits.images;
    }

    /** Whether it is cheaper to compute currents again than to store them and read them back. */
    boolean recomputes() {
        return forward == codes || events instanceof ValueImages;
    }

    /** How the inputs of the patches are active together; for short patches. */
    PatchMoments patchMoments() {
        boolean byColumn = forward == codes && shape.strideX() == 1;
        return byColumn ? PatchMoments.of(shape, bits) : PatchMoments.of(shape, bits.images, events);
    }

    /** The weights of the pass, times the input's amplitude. */
    PatchWeights weights() {
        return weights;
    }

    /** Takes the weights of the pass, [out, in, kernel height, kernel width] or [in, out]. */
    void weights(INDArray array) {
        new WeightOrder(shape, array).read(weights, bits.amplitude());
        forward.prepare(weights);
    }

    int blocks() {
        return weights.blocks();
    }

    /** Channels of a block. */
    int width(int block) {
        return weights.width(block);
    }

    /** Currents of a span and all channels, element (row * columns + column) * outputs + channel. */
    void currents(PatchSpan span, float[] into, int at) {
        if (blocks() == 1) {
            currentsOfBlock(span, 0, into, at);
            return;
        }
        PatchScratch scratch = PatchScratch.ofThread();
        for (int block = 0; block < blocks(); block++) {
            scratch.rows = AlignedFloats.atLeast(scratch.rows, span.outputs() * PatchWeights.BLOCK);
            int width = currentsOfBlock(span, block, scratch.rows, AlignedFloats.START);
            for (int k = 0; k < span.outputs(); k++) {
                int to = at + k * shape.outputs() + block * PatchWeights.BLOCK;
                System.arraycopy(scratch.rows, AlignedFloats.START + k * width, into, to, width);
            }
        }
    }

    /** Currents of one block of channels, element (row * columns + column) * width + channel; returns the width. */
    int currentsOfBlock(PatchSpan span, int block, float[] into, int at) {
        forward.currents(span, block, into, at, PatchScratch.ofThread());
        return weights.width(block);
    }

    /** Parts of the work whose gradients are summed apart; depends on the shape alone. */
    int parts(int pieces) {
        return Math.min(pieces, mostParts((long) backward.sumRows() * shape.outputs()));
    }

    /** Most parts of matrices of so many sums. */
    static int mostParts(long size) {
        return (int) Math.max(1, Math.min(MOST_PARTS, MOST_SUMS / size));
    }

    /** Starts the sums of a weight gradient with zeros. */
    void clearSums(int parts) {
        boolean fits = sums.length == parts && sums[0].rows == backward.sumRows() && sums[0].outputs == shape.outputs();
        if (!fits) {
            sums = PatchWeights.zeros(parts, backward.sumRows(), shape.outputs());
            return;
        }
        for (PatchWeights part : sums) {
            part.clear();
        }
    }

    /** Adds the gradient on the currents of a span, as {@link #currents} writes them. */
    void addGradient(int part, PatchSpan span, float[] gradient, int at) {
        PatchWeights into = sums[part];
        PatchScratch scratch = PatchScratch.ofThread();
        if (into.blocks() == 1) {
            backward.addGradient(span, 0, gradient, at, into, scratch);
            return;
        }
        for (int block = 0; block < into.blocks(); block++) {
            int width = into.width(block);
            scratch.rows = AlignedFloats.atLeast(scratch.rows, span.outputs() * width);
            for (int k = 0; k < span.outputs(); k++) {
                int from = at + k * into.outputs + block * PatchWeights.BLOCK;
                System.arraycopy(gradient, from, scratch.rows, AlignedFloats.START + k * width, width);
            }
            backward.addGradient(span, block, scratch.rows, AlignedFloats.START, into, scratch);
        }
    }

    /** Adds the gradient on the currents of a span, as {@link #currentsOfBlock} writes them. */
    void addGradientOfBlock(int part, int block, PatchSpan span, float[] gradient, int at) {
        backward.addGradient(span, block, gradient, at, sums[part], PatchScratch.ofThread());
    }

    /** The gradient [patch, outputs], without the input's amplitude. The sums are used up. */
    PatchWeights gradient() {
        PatchWeights.sumIntoFirst(sums);
        return backward.gradient(sums[0]);
    }

    /** Writes a gradient, times the input's amplitude, to a tensor of the weights' shape. */
    void write(PatchWeights gradient, INDArray target) {
        new WeightOrder(shape, target).write(gradient, bits.amplitude());
    }
}
