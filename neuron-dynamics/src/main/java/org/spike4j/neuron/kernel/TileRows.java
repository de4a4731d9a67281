package org.spike4j.neuron.kernel;

import java.nio.ByteBuffer;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The off-heap memory of one tile: a row of floats or of {@link PackedSpikes} for each step, rows at equal distances. Made once for a piece of memory
 * and used for many tiles; holds a view, so the memory must stay allocated.
 */
public final class TileRows {
    final Slabs slabs;

    private TileRows(Slabs slabs) {
        this.slabs = slabs;
    }

    /**
     * Rows of floats in a direct buffer. Unchecked: what is outside of the buffer fails where it is touched.
     *
     * @param memory the buffer; its position is ignored
     * @param firstByte offset of the first step's row
     * @param stepBytes bytes from the start of a row to the start of the next step's
     * @return the rows
     */
    public static TileRows of(ByteBuffer memory, int firstByte, int stepBytes) {
        return new TileRows(Slabs.of(from(memory, firstByte), stepBytes, DataType.FLOAT));
    }

    /**
     * Rows of spikes as bits in a direct buffer. Unchecked, as rows of floats.
     *
     * @param memory the buffer; its position is ignored
     * @param firstByte offset of the first word of the first step
     * @param stepBytes bytes from the start of a row to the start of the next step's
     * @return the rows, whole words of 8 bytes
     */
    public static TileRows ofBits(ByteBuffer memory, int firstByte, int stepBytes) {
        return new TileRows(Slabs.of(from(memory, firstByte), stepBytes, DataType.INT64));
    }

    private static ByteBuffer from(ByteBuffer memory, int firstByte) {
        return memory.duplicate().clear().slice(firstByte, memory.capacity() - firstByte);
    }

    static Slabs slabs(TileRows rows) {
        return rows == null ? null : rows.slabs;
    }
}
