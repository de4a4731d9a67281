package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.VectorStep.LANES;

import java.nio.ByteBuffer;

/**
 * A row of off-heap memory, as a buffer and as vectors take it; both null where the caller gave none.
 *
 * @param buffer the buffer that holds it
 * @param memory the same as {@link VectorMemory} takes it
 * @param at byte offset of its first element
 */
record VectorRow(ByteBuffer buffer, Object memory, int at) {
    static final VectorRow NONE = new VectorRow(null, null, 0);

    static VectorRow of(Slabs slabs, int step, long start) {
        if (slabs == null) {
            return NONE;
        }
        return new VectorRow(slabs.chunk(step), slabs.view(step, VectorMemory::of), slabs.offset(step, start));
    }

    /** A row in scratch memory. */
    static VectorRow of(ByteBuffer scratch, int at) {
        return new VectorRow(scratch, VectorMemory.of(scratch), at);
    }

    /** Copies the elements from..count to the start of a row; elements behind them are stale, and their results unused. */
    VectorRow copyTo(VectorRow edge, int from, int count) {
        if (buffer == null) {
            return this;
        }
        int whole = from + (count - from) / LANES * LANES;
        for (int k = from; k < whole; k += LANES) {
            VectorMemory.store(
                    VectorMemory.load(memory, at + k * Float.BYTES), edge.memory, edge.at + (k - from) * Float.BYTES);
        }
        for (int k = whole; k < count; k++) {
            edge.buffer.putFloat(edge.at + (k - from) * Float.BYTES, buffer.getFloat(at + k * Float.BYTES));
        }
        return edge;
    }

    /** Copies fewer elements than a vector has, from the start of a row to from..count of this one. */
    void copyFrom(VectorRow edge, int from, int count) {
        for (int k = from; buffer != null && k < count; k++) {
            buffer.putFloat(at + k * Float.BYTES, edge.buffer.getFloat(edge.at + (k - from) * Float.BYTES));
        }
    }
}
