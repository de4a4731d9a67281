package org.spike4j.neuron.patch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.spike4j.neuron.kernel.TileRows;

/** Memory of one thread for the tiles of a block: all steps of a tile off the heap, where the neurons run, and spans on it. */
final class TileMemory {
    private static final ThreadLocal<TileMemory> LOCAL = ThreadLocal.withInitial(TileMemory::new);
    private static final int CACHE_LINE = 64; // bytes

    /** A span of currents or their gradient, from {@link AlignedFloats#START} on. */
    float[] first = new float[0];
    /** A second span. */
    float[] second = new float[0];
    /** A pooled span. */
    float[] pooled = new float[0];

    private ByteBuffer currents = ByteBuffer.allocateDirect(0);
    private ByteBuffer spikes = ByteBuffer.allocateDirect(0);

    private TileMemory() {}

    /** The memory of this thread, with room for a tile of so many elements a step. */
    static TileMemory ofThread(int elements, int steps) {
        TileMemory memory = LOCAL.get();
        memory.reserve(elements, steps);
        return memory;
    }

    /** Whether a buffer can hold a tile. */
    static boolean canHold(long elements, int steps) {
        return elements <= (Integer.MAX_VALUE - CACHE_LINE) / Float.BYTES / steps;
    }

    private void reserve(int elements, int steps) {
        first = AlignedFloats.atLeast(first, elements);
        second = AlignedFloats.atLeast(second, elements);
        pooled = AlignedFloats.atLeast(pooled, elements);
        int bytes = Math.multiplyExact(Math.multiplyExact(elements, steps), Float.BYTES);
        if (currents.capacity() < bytes) {
            currents = direct(bytes);
            spikes = direct(bytes);
        }
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes + CACHE_LINE)
                .alignedSlice(CACHE_LINE)
                .order(ByteOrder.nativeOrder());
    }

    /** The currents of a tile as the neurons take them. */
    TileRows currentRows(int elements) {
        return TileRows.of(currents, 0, elements * Float.BYTES);
    }

    /** The spikes of a tile, or the gradient on them, as the neurons take them. */
    TileRows spikeRows(int elements) {
        return TileRows.of(spikes, 0, elements * Float.BYTES);
    }

    void putCurrents(int step, int elements, float[] from) {
        put(currents, step, elements, from);
    }

    void putSpikes(int step, int elements, float[] from) {
        put(spikes, step, elements, from);
    }

    void getSpikes(int step, int elements, float[] into) {
        get(spikes, step, elements, into);
    }

    private static void put(ByteBuffer buffer, int step, int elements, float[] from) {
        row(buffer, step, elements).asFloatBuffer().put(from, AlignedFloats.START, elements);
    }

    private static void get(ByteBuffer buffer, int step, int elements, float[] into) {
        row(buffer, step, elements).asFloatBuffer().get(into, AlignedFloats.START, elements);
    }

    private static ByteBuffer row(ByteBuffer buffer, int step, int elements) {
        return buffer.slice(step * elements * Float.BYTES, elements * Float.BYTES)
                .order(ByteOrder.nativeOrder());
    }
}
