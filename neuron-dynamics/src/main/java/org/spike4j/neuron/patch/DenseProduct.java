package org.spike4j.neuron.patch;

import static org.spike4j.neuron.patch.AlignedFloats.START;

import java.lang.ref.Reference;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.neuron.kernel.OffHeap;

/**
 * Product of a matrix of spikes with the weights of a dense layer, and the gradient of the weights: rows [R, in] weights [in,
 * out]. Results do not depend on the number of threads.
 *
 * <p>One object serves one layer over all its passes and keeps its memory. A pass is {@link #read}, {@link #currents}, and in
 * training {@link #weightGradient}.
 */
public final class DenseProduct {
    private static final int ROWS = 64;
    private static final int BLOCKS = 4; // that share an image while its events or columns are at hand

    private final SpikeProduct product = new SpikeProduct();
    private int rows;
    private int outputs;

    /** Nothing read yet. */
    public DenseProduct() {}

    /**
     * Whether products of spikes can serve at all: vectors are there, and {@code -Dspike4j.events=off} is not set.
     *
     * @return whether they can
     */
    public static boolean canServe() {
        return SpikeProduct.canServe(VectorRows.LANES);
    }

    /**
     * Reads the rows of a pass.
     *
     * @param matrix [R, in] of floats, dense in c order; not modified, and not kept
     * @param count outputs of the layer; those that fill the last vector are added
     * @return whether it holds only 0 and one other value, and arrays can hold what a pass needs; if not, take another product
     */
    public boolean read(INDArray matrix, long count) {
        if (matrix.size(0) > Integer.MAX_VALUE || matrix.size(1) > Integer.MAX_VALUE / ROWS) {
            return false;
        }
        rows = (int) matrix.size(0);
        outputs = Math.toIntExact(count);
        TensorCheck.requireRows(matrix, "matrix", rows, matrix.size(1));
        int perImage = Math.min(ROWS, rows);
        return product.readRows(
                PatchShape.dense(perImage, Math.toIntExact(matrix.size(1)), VectorRows.whole(outputs)), matrix);
    }

    /**
     * The product.
     *
     * @param weights [in, out] of floats in f order; not modified, and not kept
     * @param result receives [R, out], dense in c order
     */
    public void currents(INDArray weights, INDArray result) {
        TensorCheck.requireFloats(weights, "weights", product.shape().channels(), outputs);
        TensorCheck.requireRows(result, "result", rows, outputs);
        product.weights(weights);
        OffHeap target = OffHeap.of(result);
        int images = product.images();
        try {
            int groups = (product.blocks() + BLOCKS - 1) / BLOCKS;
            KernelThreads.forEach(groups * images, item -> {
                int first = item / images * BLOCKS;
                for (int block = first; block < Math.min(product.blocks(), first + BLOCKS); block++) {
                    writeCurrents(span(item % images), block, target);
                }
            });
        } finally {
            Reference.reachabilityFence(result);
        }
    }

    private void writeCurrents(PatchSpan span, int block, OffHeap target) {
        float[] current = TileMemory.ofThread(span.outputs() * PatchWeights.BLOCK, 1).first;
        int width = product.currentsOfBlock(span, block, current, START);
        for (int r = 0; r < span.columns(); r++) {
            long to = ((long) span.image() * ROWS + r) * outputs + block * PatchWeights.BLOCK;
            target.put(to, current, START + r * width, present(block));
        }
    }

    /**
     * Gradient of the weights.
     *
     * @param gradient dL/d result, [R, out], dense in c order; not modified
     * @param target receives dL/d weights, [in, out] in f order
     */
    public void weightGradient(INDArray gradient, INDArray target) {
        TensorCheck.requireRows(gradient, "gradient", rows, outputs);
        OffHeap source = OffHeap.of(gradient);
        int images = product.images();
        int blocks = product.blocks();
        int parts = product.parts(images);
        int groups = (blocks + BLOCKS - 1) / BLOCKS;
        product.clearSums(parts);
        try {
            KernelThreads.forEach(parts * groups, item -> {
                int part = item % parts;
                int firstBlock = item / parts * BLOCKS;
                int endBlock = Math.min(blocks, firstBlock + BLOCKS);
                int end = (int) ((part + 1L) * images / parts);
                for (int image = (int) ((long) part * images / parts); image < end; image++) {
                    for (int block = firstBlock; block < endBlock; block++) {
                        addGradient(part, block, span(image), source);
                    }
                }
            });
        } finally {
            Reference.reachabilityFence(gradient);
        }
        product.write(product.gradient(), target);
    }

    private void addGradient(int part, int block, PatchSpan span, OffHeap source) {
        float[] piece = TileMemory.ofThread(span.outputs() * PatchWeights.BLOCK, 1).first;
        int width = product.width(block);
        for (int r = 0; r < span.columns(); r++) {
            long from = ((long) span.image() * ROWS + r) * outputs + block * PatchWeights.BLOCK;
            source.get(from, piece, START + r * width, present(block));
        }
        product.addGradientOfBlock(part, block, span, piece, START);
    }

    /** Outputs of a block that are there. */
    private int present(int block) {
        return Math.min(PatchWeights.BLOCK, outputs - block * PatchWeights.BLOCK);
    }

    private PatchSpan span(int image) {
        return new PatchSpan(image, 0, 1, 0, Math.min(ROWS, rows - image * ROWS));
    }
}
