package org.spike4j.neuron.patch;

import static org.spike4j.neuron.patch.AlignedFloats.START;

import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.kernel.ChannelMoments;
import org.spike4j.neuron.kernel.CoefficientGradients;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.neuron.kernel.TileWalk;

/**
 * Convolution of spikes, neuron and pooling, tile by tile: the currents of a tile are computed, or read where they are
 * stored, the neurons walk through all steps while the tile is in the cache, and only the pooled spikes leave it. With s the
 * input, p the patch of an output, and scale and shift those of a bias or a normalisation, in the order of the computation,
 *
 * <pre>
 * x[t, output, channel] = sum over k of w[channel, k] s[t, p(output, k)]
 * y[t] = neuron(scale x[t] + shift)      z[t, window] = maximum or mean of y[t] over the window
 * </pre>
 *
 * <p>Tensors are floats [T * N, channels, height, width] with the channels last in memory, unless it says otherwise. Scale and
 * shift are part of the neurons' coefficients; what a normalisation's statistics add to the gradient is an affine map of the
 * currents, see {@link #weightGradient}.
 *
 * <p>One object serves one layer over all its training steps, and keeps its memory. A pass is {@link #read}, {@link #weights},
 * {@link #currents} or {@link #moments} in training, {@link #forward}; then {@link #backward} and {@link #weightGradient}.
 * Results do not depend on the number of threads. Not to be used by several threads at once.
 */
public final class ConvolutionBlock {
    private static final int PIECE = 1 << 13;
    private static final int GRADIENT_PIECE = 1 << 15;

    private final SpikeProduct product = new SpikeProduct();
    private BlockShape shape;
    private TileGrid grid;
    private PatchMoments patchMoments;

    /** Nothing read yet. */
    public ConvolutionBlock() {}

    /**
     * Whether blocks can serve a layer at all: vectors are there, {@code -Dspike4j.events=off} is not set, and the outputs
     * fill whole vectors.
     *
     * @param outputs channels of the layer's output
     * @return whether they can
     */
    public static boolean canServe(long outputs) {
        return SpikeProduct.canServe(outputs);
    }

    /**
     * Whether currents of spikes are stored between the passes, unless they are to be computed again at any price.
     *
     * @param patch inputs of an output
     * @return false for short patches, whose currents are cheaper to compute again
     */
    public static boolean storesCurrents(long patch) {
        return patch > CodePatches.LONGEST;
    }

    /**
     * Memory that a block keeps from one pass to the next, about, for an input of spikes.
     *
     * @param patch inputs of an output
     * @param outputs channels of the output
     * @param inputs elements of the input
     * @param positions outputs, all channels counted as one
     * @return bytes
     */
    public static long keptBytes(long patch, long outputs, long inputs, long positions) {
        long bits = inputs / Byte.SIZE * 5 / 4; // with the padding
        long codes = storesCurrents(patch) ? 0 : positions * Integer.BYTES;
        long tableRows = storesCurrents(patch) ? 4 * patch : CodePatches.TABLE_ROWS;
        long sumRows = storesCurrents(patch) ? patch : CodePatches.TABLE_ROWS;
        long sums = SpikeProduct.mostParts(sumRows * outputs) * sumRows;
        return bits + codes + (patch + tableRows + sums) * outputs * Float.BYTES;
    }

    /**
     * Reads the input of a pass.
     *
     * @param given geometry
     * @param images [T * N, channels, height, width] of floats, any strides; not modified, and not kept
     * @return whether it holds only 0 and one other value, or is sparse with short patches, and arrays can hold what a pass
     *     needs; if not, the block is of no use
     */
    public boolean read(BlockShape given, INDArray images) {
        shape = given;
        grid = TileGrid.of(given.patches(), given.pool(), given.steps());
        return TileMemory.canHold(grid.largest(), given.steps()) && product.readImages(given.patches(), images);
    }

    /**
     * Whether currents are dear to compute again; if not, nothing needs to be stored between the passes.
     *
     * @return whether moments come from {@link #currents}, and the gradient on the currents is stored; else {@link #moments}
     *     serves, and null for the stored currents and their gradient
     */
    public boolean storesCurrents() {
        return !product.recomputes();
    }

    /**
     * Takes the weights of the pass.
     *
     * @param weights [out, in, kernel height, kernel width] of floats; not modified, and not kept
     */
    public void weights(INDArray weights) {
        product.weights(weights);
    }

    /**
     * Mean and variance of the currents, without computing them; only if they are not stored.
     *
     * @return mean and biased variance of each channel
     */
    public ChannelMoments moments() {
        patchMoments = product.patchMoments();
        return patchMoments.of(product.weights());
    }

    /**
     * Computes all currents once.
     *
     * @param store receives them, [T * N, out, height, width]; null if they are not to be stored
     * @param wantsMoments whether mean and variance are wanted
     * @return mean and biased variance of each channel, null if not wanted
     */
    public ChannelMoments currents(INDArray store, boolean wantsMoments) {
        PatchShape patches = shape.patches();
        ImageStore target = ImageStore.forWriting(store, "store", shape.imageShape());
        ChannelSums[] parts = new ChannelSums[shape.images()];
        int rows = rowsOf(PIECE);
        forEach(
                parts.length,
                image -> {
                    int outputs = patches.outWidth() * patches.outputs();
                    float[] piece = TileMemory.ofThread(rows * outputs, 1).first;
                    parts[image] = new ChannelSums(patches.outputs());
                    for (int y = 0; y < patches.outHeight(); y += rows) {
                        int count = Math.min(rows, patches.outHeight() - y);
                        PatchSpan span = new PatchSpan(image, y, count, 0, patches.outWidth());
                        product.currents(span, piece, START);
                        if (wantsMoments) {
                            parts[image].add(piece, START, span.outputs());
                        }
                        if (target != null) {
                            target.put(span, piece);
                        }
                    }
                },
                store);
        if (!wantsMoments) {
            return null;
        }
        ChannelSums total = new ChannelSums(patches.outputs());
        for (ChannelSums part : parts) {
            total.add(part);
        }
        return total.moments();
    }

    /**
     * Lets the neurons walk.
     *
     * @param walk the neurons
     * @param stored currents of the pass, null if they are to be computed
     * @param output receives the pooled spikes, [T * N, out, pooledHeight, pooledWidth]
     * @param spikes receives the spikes before pooling, [T * N, out, height, width]; null if not wanted
     * @throws IllegalArgumentException if a membrane becomes NaN
     */
    public void forward(TileWalk walk, INDArray stored, INDArray output, INDArray spikes) {
        ImageStore source = ImageStore.of(stored, "stored", shape.imageShape());
        ImageStore target = ImageStore.forWriting(output, "output", shape.pooledShape());
        ImageStore unpooled = ImageStore.forWriting(spikes, "spikes", shape.imageShape());
        AtomicBoolean number = new AtomicBoolean(true);
        int largest = (int) grid.largest();
        forEach(
                shape.samples() * grid.count(),
                item -> {
                    TileMemory memory = TileMemory.ofThread(largest, shape.steps());
                    int count = elements(item);
                    readCurrents(item, source, memory);
                    if (!walk.forward(memory.currentRows(count), memory.spikeRows(count), count)) {
                        number.set(false);
                    }
                    WindowPool pool = pool();
                    for (int t = 0; t < shape.steps(); t++) {
                        PatchSpan span = span(item, t);
                        memory.getSpikes(t, count, memory.first);
                        if (unpooled != null) {
                            unpooled.put(span, memory.first);
                        }
                        pool.forward(span, memory.first, START, memory.pooled, START);
                        target.put(pool.windows(span), memory.pooled);
                    }
                },
                stored,
                output,
                spikes);
        TileWalk.requireNumbers(number.get());
    }

    /**
     * Walks back through time.
     *
     * @param walk the neurons
     * @param stored currents of the pass, null if they are to be computed
     * @param epsilon dL/d output, [T * N, out, pooledHeight, pooledWidth], any strides; not modified
     * @param currentGradient receives dL/d current as it is without the part that goes through a normalisation's statistics,
     *     [T * N, out, height, width]; null to sum the gradient of the weights at once
     * @return gradients of the neurons' coefficients
     */
    public CoefficientGradients backward(TileWalk walk, INDArray stored, INDArray epsilon, INDArray currentGradient) {
        ImageStore source = ImageStore.of(stored, "stored", shape.imageShape());
        ImageStore onOutput = ImageStore.of(epsilon, "epsilon", shape.pooledShape());
        ImageStore target = ImageStore.forWriting(currentGradient, "currentGradient", shape.imageShape());
        int items = shape.samples() * grid.count();
        int parts = product.parts(items);
        CoefficientGradients[] gradients = new CoefficientGradients[parts];
        product.clearSums(parts);
        int largest = (int) grid.largest();
        forEach(
                parts,
                part -> {
                    TileMemory memory = TileMemory.ofThread(largest, shape.steps());
                    gradients[part] = walk.zeroGradients();
                    int end = (int) ((part + 1L) * items / parts);
                    for (int item = (int) ((long) part * items / parts); item < end; item++) {
                        walkBack(walk, item, source, onOutput, memory, gradients[part]);
                        if (target != null) {
                            writeGradient(item, target, memory);
                        } else {
                            sumGradient(part, item, memory);
                        }
                    }
                },
                stored,
                epsilon,
                currentGradient);
        for (int part = 1; part < parts; part++) {
            gradients[0].add(gradients[part]);
        }
        return gradients[0];
    }

    private void walkBack(
            TileWalk walk,
            int item,
            ImageStore source,
            ImageStore onOutput,
            TileMemory memory,
            CoefficientGradients gradients) {
        int count = elements(item);
        readCurrents(item, source, memory);
        WindowPool pool = pool();
        if (pool.needsInput()) {
            walk.forward(memory.currentRows(count), memory.spikeRows(count), count);
        }
        for (int t = 0; t < shape.steps(); t++) {
            PatchSpan span = span(item, t);
            if (pool.needsInput()) {
                memory.getSpikes(t, count, memory.first);
            }
            onOutput.get(pool.windows(span), memory.pooled);
            pool.backward(span, memory.first, START, memory.pooled, START, memory.second, START);
            memory.putSpikes(t, count, memory.second);
        }
        walk.backward(memory.currentRows(count), memory.spikeRows(count), memory.spikeRows(count), count, gradients);
    }

    private void writeGradient(int item, ImageStore target, TileMemory memory) {
        for (int t = 0; t < shape.steps(); t++) {
            memory.getSpikes(t, elements(item), memory.first);
            target.put(span(item, t), memory.first);
        }
    }

    private void sumGradient(int part, int item, TileMemory memory) {
        for (int t = 0; t < shape.steps(); t++) {
            memory.getSpikes(t, elements(item), memory.first);
            product.addGradient(part, span(item, t), memory.first, START);
        }
    }

    /**
     * Gradient of the weights for dL/d current = currentGradient + slope current + offset, the last two by channel.
     *
     * @param target receives dL/d weights, [out, in, kernel height, kernel width]
     * @param stored currents of the pass, null if they are to be computed again
     * @param currentGradient that of {@link #backward}; modified: receives the whole dL/d current; null if it was
     * @param correction slope and offset, null for none
     */
    public void weightGradient(
            INDArray target, INDArray stored, INDArray currentGradient, CurrentCorrection correction) {
        if (currentGradient != null) {
            sumStored(stored, currentGradient, correction);
        }
        PatchWeights gradient = product.gradient();
        if (currentGradient == null && correction != null) {
            patchMoments.addInPlace(gradient, product.weights(), correction);
        }
        product.write(gradient, target);
    }

    private void sumStored(INDArray stored, INDArray currentGradient, CurrentCorrection correction) {
        PatchShape patches = shape.patches();
        ImageStore currents = ImageStore.of(stored, "stored", shape.imageShape());
        ImageStore gradients = ImageStore.forWriting(currentGradient, "currentGradient", shape.imageShape());
        int parts = product.parts(shape.images());
        product.clearSums(parts);
        int rows = rowsOf(GRADIENT_PIECE);
        forEach(
                parts,
                part -> {
                    TileMemory memory = TileMemory.ofThread(rows * patches.outWidth() * patches.outputs(), 1);
                    int end = (int) ((part + 1L) * shape.images() / parts);
                    for (int image = (int) ((long) part * shape.images() / parts); image < end; image++) {
                        for (int y = 0; y < patches.outHeight(); y += rows) {
                            int count = Math.min(rows, patches.outHeight() - y);
                            PatchSpan span = new PatchSpan(image, y, count, 0, patches.outWidth());
                            gradients.get(span, memory.first);
                            if (correction != null) {
                                readCurrents(span, currents, memory.second);
                                correction.addInPlace(memory.first, memory.second, START, span.outputs());
                                gradients.put(span, memory.first);
                            }
                            product.addGradient(part, span, memory.first, START);
                        }
                    }
                },
                stored,
                currentGradient);
    }

    /** Works through the items while the tensors whose memory the body reaches stay alive, whatever happens. */
    private static void forEach(int items, IntConsumer body, INDArray... tensors) {
        try {
            KernelThreads.forEach(items, body);
        } finally {
            Reference.reachabilityFence(tensors);
        }
    }

    private void readCurrents(int item, ImageStore source, TileMemory memory) {
        for (int t = 0; t < shape.steps(); t++) {
            readCurrents(span(item, t), source, memory.first);
            memory.putCurrents(t, elements(item), memory.first);
        }
    }

    /** Reads the currents of a span where they are stored, or computes them. */
    private void readCurrents(PatchSpan span, ImageStore source, float[] into) {
        if (source == null) {
            product.currents(span, into, START);
        } else {
            source.get(span, into);
        }
    }

    /** Rows of an image that together have at most so many currents. */
    private int rowsOf(int currents) {
        int row = shape.patches().outWidth() * shape.patches().outputs();
        return Math.max(1, Math.min(shape.patches().outHeight(), currents / row));
    }

    private WindowPool pool() {
        return new WindowPool(shape.pool(), shape.maximum(), shape.patches().outputs());
    }

    private PatchSpan span(int item, int step) {
        return grid.span(item % grid.count(), step * shape.samples() + item / grid.count());
    }

    private int elements(int item) {
        return span(item, 0).outputs() * shape.patches().outputs();
    }
}
