package org.spike4j.neuron.patch;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.neuron.kernel.OffHeap;

/** Packs images of floats into bits if they hold nothing but 0 and one other value, found while packing. */
final class ImagePacking {
    private ImagePacking() {}

    /**
     * Packs images.
     *
     * @param images [rows, channels, height, width] of floats with any strides; not modified
     * @param into receives the bits; what it held is lost
     * @return whether the images are binary; if not, the bits are of no use
     */
    static boolean pack(INDArray images, BinaryImages into) {
        PatchShape shape = into.shape;
        TensorCheck.requireFloats(images, "images", into.images, shape.channels(), shape.height(), shape.width());
        OffHeap memory = OffHeap.of(images);
        return pack(into, images, () -> new ImageRow(memory, images));
    }

    /**
     * Packs the rows of a matrix, as many to an image as it has columns.
     *
     * @param matrix [rows, channels] of floats, dense in c order; not modified
     * @param into receives the bits; rows that are missing in the last image are zeros
     * @return whether the matrix is binary
     */
    static boolean packRows(INDArray matrix, BinaryImages into) {
        OffHeap memory = OffHeap.of(matrix);
        return pack(into, matrix, () -> new ImageRow(memory, matrix, into.shape.width()));
    }

    private static boolean pack(BinaryImages into, INDArray source, Supplier<ImageRow> reader) {
        PatchShape shape = into.shape;
        int amplitude;
        AtomicBoolean binary = new AtomicBoolean(true);
        LongAdder ones = new LongAdder();
        try {
            ImageRow first = reader.get();
            amplitude = firstNonZero(into, first);
            if (!Float.isFinite(Float.intBitsToFloat(amplitude)) || !VectorSigns.areBinary(first.raw, amplitude)) {
                return false;
            }
            KernelThreads.forEach(into.images, image -> {
                ImageRow row = reader.get();
                for (int y = 0; y < shape.height() && binary.get(); y++) {
                    row.read(image, y);
                    int count = packRow(row.raw, shape, amplitude, into.words, into.row(image, y), into.rowWords);
                    if (count < 0) {
                        binary.set(false);
                    }
                    ones.add(count);
                }
            });
        } finally {
            Reference.reachabilityFence(source);
        }
        into.amplitude = amplitude == 0 ? 1 : Float.intBitsToFloat(amplitude);
        into.ones = ones.sum();
        into.fillings++;
        return binary.get();
    }

    /** Raw bits of the first element that is neither 0 nor -0, or 0. */
    private static int firstNonZero(BinaryImages images, ImageRow row) {
        for (int image = 0; image < images.images; image++) {
            for (int y = 0; y < images.shape.height(); y++) {
                row.read(image, y);
                for (int raw : row.raw) {
                    if (raw << 1 != 0) {
                        return raw;
                    }
                }
            }
        }
        return 0;
    }

    /** Packs a row of raw floats; returns the number of ones, or -1 if a value is neither 0 nor the amplitude. */
    private static int packRow(int[] raw, PatchShape shape, int amplitude, long[] words, int at, int rowWords) {
        Arrays.fill(words, at, at + rowWords, 0);
        if (!VectorSigns.areBinary(raw, amplitude)) {
            return -1;
        }
        int ones = 0;
        int shift = shape.padX() * shape.channels();
        int word = at + (shift >>> 6);
        for (int k = 0; k < raw.length; k += Long.SIZE, word++) {
            long bits = VectorSigns.present(raw, k);
            words[word] |= bits << shift;
            words[word + 1] |= bits >>> 1 >>> (63 - (shift & 63));
            ones += Long.bitCount(bits);
        }
        return ones;
    }
}
