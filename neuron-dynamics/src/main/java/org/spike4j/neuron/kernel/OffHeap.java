package org.spike4j.neuron.kernel;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The off-heap memory of a tensor of floats, by element, whatever its size. Unchecked, and to be used only while the tensor is
 * reachable: hold it with {@link java.lang.ref.Reference#reachabilityFence}. A run of elements must not be longer than an
 * array.
 */
public final class OffHeap {
    private static final long WINDOW = 1L << 28; // floats

    // Views of the same memory, kept because making one costs as much as copying a short run.
    private final FloatBuffer[] floats;
    private final IntBuffer[] bits;

    private OffHeap(FloatBuffer[] floats, IntBuffer[] bits) {
        this.floats = floats;
        this.bits = bits;
    }

    /**
     * The memory of a tensor, from its first element to its last in memory.
     *
     * @param array of floats, with strides that are not negative
     * @return its memory
     */
    public static OffHeap of(INDArray array) {
        long elements = 1;
        for (int axis = 0; axis < array.rank(); axis++) {
            elements += (array.size(axis) - 1) * array.stride(axis);
        }
        long address = array.data().addressPointer().address();
        int windows = (int) ((elements + WINDOW - 1) / WINDOW);
        FloatBuffer[] floats = new FloatBuffer[windows];
        IntBuffer[] bits = new IntBuffer[windows];
        for (int k = 0; k < windows; k++) {
            long start = k * WINDOW;
            long count = Math.min(2 * WINDOW - 64, elements - start); // windows overlap, so that any run is in one
            ByteBuffer window = Slabs.at(address + start * Float.BYTES, count * Float.BYTES);
            floats[k] = window.asFloatBuffer();
            bits[k] = window.asIntBuffer();
        }
        return new OffHeap(floats, bits);
    }

    /**
     * Copies raw elements out.
     *
     * @param start first element
     * @param target receives them
     * @param at index of the first
     * @param count how many, fewer than 2^28
     */
    public void get(long start, int[] target, int at, int count) {
        bits[(int) (start / WINDOW)].get((int) (start % WINDOW), target, at, count);
    }

    /**
     * Copies elements out.
     *
     * @param start first element
     * @param target receives them
     * @param at index of the first
     * @param count how many, fewer than 2^28
     */
    public void get(long start, float[] target, int at, int count) {
        floats[(int) (start / WINDOW)].get((int) (start % WINDOW), target, at, count);
    }

    /**
     * Copies elements in.
     *
     * @param start first element
     * @param source holds them; not modified
     * @param at index of the first
     * @param count how many, fewer than 2^28
     */
    public void put(long start, float[] source, int at, int count) {
        floats[(int) (start / WINDOW)].put((int) (start % WINDOW), source, at, count);
    }

    /**
     * One element.
     *
     * @param index which
     * @return its value
     */
    public float get(long index) {
        return floats[(int) (index / WINDOW)].get((int) (index % WINDOW));
    }

    /**
     * Sets one element.
     *
     * @param index which
     * @param value its new value
     */
    public void put(long index, float value) {
        floats[(int) (index / WINDOW)].put((int) (index % WINDOW), value);
    }
}
