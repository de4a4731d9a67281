package org.spike4j.neuron.patch;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.kernel.OffHeap;

/**
 * Reads rows of images [rows, channels, height, width] of any strides into channels-last order. Belongs to the thread that made
 * it, which uses one at a time. Unchecked.
 */
final class ImageRow {
    /** The row that was read last, as raw bits of floats, element x * channels + c; zeros up to a multiple of 64. */
    final int[] raw;
    /** Elements of a row. */
    final int length;

    private final OffHeap memory;
    private final long elements;
    private final long[] strides;
    private final int channels;
    private final int width;
    private final int[] line;

    /**
     * A reader.
     *
     * @param images [rows, channels, height, width]; not modified
     */
    ImageRow(OffHeap memory, INDArray images) {
        this(memory, Long.MAX_VALUE, images.stride(), (int) images.size(1), (int) images.size(3));
    }

    /** A reader of a matrix [rows, inputs] in c order, so many of its rows to an image of one line. */
    ImageRow(OffHeap memory, INDArray matrix, int rowsPerImage) {
        this(
                memory,
                matrix.length(),
                new long[] {rowsPerImage * matrix.size(1), 1, 0, matrix.size(1)},
                (int) matrix.size(1),
                rowsPerImage);
    }

    private ImageRow(OffHeap memory, long elements, long[] strides, int channels, int width) {
        this.memory = memory;
        this.elements = elements;
        this.strides = strides;
        this.channels = channels;
        this.width = width;
        length = channels * width;
        raw = PatchScratch.ofThread().raw((length + Long.SIZE - 1) / Long.SIZE * Long.SIZE);
        Arrays.fill(raw, length, raw.length, 0);
        line = new int[width];
    }

    void read(int image, int y) {
        long start = image * strides[0] + y * strides[2];
        if (isChannelsLast()) {
            int count = (int) Math.min(length, elements - start);
            memory.get(start, raw, 0, count);
            Arrays.fill(raw, count, length, 0);
            return;
        }
        for (int c = 0; c < channels; c++) {
            if (strides[3] == 1 || width == 1) {
                memory.get(start + c * strides[1], line, 0, width);
            } else {
                for (int x = 0; x < width; x++) {
                    line[x] = Float.floatToRawIntBits(memory.get(start + c * strides[1] + x * strides[3]));
                }
            }
            for (int x = 0, k = c; x < width; x++, k += channels) {
                raw[k] = line[x];
            }
        }
    }

    private boolean isChannelsLast() {
        return (strides[1] == 1 || channels == 1) && (strides[3] == channels || width == 1);
    }
}
