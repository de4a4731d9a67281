package org.spike4j.neuron.kernel;

import java.nio.ByteBuffer;

/**
 * The off-heap memory of one tile: a row of elements for each step, rows at equal distances. Made once for a piece of memory
 * and used for many tiles; holds a view, so the memory must stay allocated.
 */
public final class TileRows {
    final Slabs slabs;

    private TileRows(Slabs slabs) {
        this.slabs = slabs;
    }

    /**
     * Rows in a direct buffer. Unchecked: what is outside of the buffer fails where it is touched.
     *
     * @param memory the buffer; its position is ignored
     * @param firstByte offset of the first step's row
     * @param stepBytes bytes from the start of a row to the start of the next step's
     * @return the rows
     */
    public static TileRows of(ByteBuffer memory, int firstByte, int stepBytes) {
        ByteBuffer rows = memory.duplicate().clear().slice(firstByte, memory.capacity() - firstByte);
        return new TileRows(Slabs.of(rows, stepBytes));
    }

    static Slabs slabs(TileRows rows) {
        return rows == null ? null : rows.slabs;
    }
}
