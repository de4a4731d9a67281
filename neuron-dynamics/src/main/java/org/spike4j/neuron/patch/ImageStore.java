package org.spike4j.neuron.patch;

import static org.spike4j.neuron.patch.AlignedFloats.START;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.kernel.OffHeap;

/**
 * Spans of an off-heap tensor of floats [images, channels, height, width] as packed arrays, channels last. Fast where the
 * tensor has its channels last in memory; the others can only be read. The tensor must stay reachable.
 */
final class ImageStore {
    private final OffHeap memory;
    private final long[] strides;
    private final int channels;
    private final boolean channelsLast;

    private ImageStore(INDArray array) {
        memory = OffHeap.of(array);
        strides = array.stride();
        channels = (int) array.size(1);
        channelsLast = (strides[1] == 1 || channels == 1) && (strides[3] == channels || array.size(3) == 1);
    }

    /** The store of a tensor of a shape; null for null. */
    static ImageStore of(INDArray array, String name, long... shape) {
        if (array == null) {
            return null;
        }
        TensorCheck.requireFloats(array, name, shape);
        return new ImageStore(array);
    }

    /** The same, for a tensor that is to be written. */
    static ImageStore forWriting(INDArray array, String name, long... shape) {
        ImageStore store = of(array, name, shape);
        if (store != null && !store.channelsLast) {
            throw new IllegalArgumentException(
                    name + " must have its channels last in memory, was " + array.shapeInfoToString());
        }
        return store;
    }

    /** Copies a span out, packed. */
    void get(PatchSpan span, float[] into) {
        int row = span.columns() * channels;
        for (int r = 0; r < span.rows() && row > 0; r++) {
            if (channelsLast) {
                memory.get(start(span, r), into, START + r * row, row);
            } else {
                gather(start(span, r), span.columns(), into, START + r * row);
            }
        }
    }

    private void gather(long start, int columns, float[] into, int at) {
        for (int x = 0, k = at; x < columns; x++) {
            for (int c = 0; c < channels; c++, k++) {
                into[k] = memory.get(start + x * strides[3] + c * strides[1]);
            }
        }
    }

    /** Copies a packed span in. */
    void put(PatchSpan span, float[] from) {
        int row = span.columns() * channels;
        for (int r = 0; r < span.rows() && row > 0; r++) {
            memory.put(start(span, r), from, START + r * row, row);
        }
    }

    private long start(PatchSpan span, int row) {
        return span.image() * strides[0] + (span.y() + row) * strides[2] + span.x() * strides[3];
    }
}
