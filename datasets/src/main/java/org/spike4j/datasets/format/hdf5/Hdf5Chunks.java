package org.spike4j.datasets.format.hdf5;

import io.jhdf.AbstractNode;
import io.jhdf.api.dataset.ChunkedDataset;
import java.nio.ByteBuffer;
import org.spike4j.datasets.format.ContentException;

/** Rows of a data set that is stored in chunks; a block is as many rows as a chunk has. */
final class Hdf5Chunks {
    private final ChunkedDataset data;
    private final ChunkFilters filters;
    private final int rowAxis;
    private final int chunkRows;
    private final int chunkWidth;
    private final int width;
    private final int numberBytes;

    /**
     * Looks at the filters.
     *
     * @param data the data set, of one or two dimensions
     * @param rowAxis which of its dimensions are the rows
     * @param width numbers of a row
     * @param numberBytes bytes of a number
     */
    Hdf5Chunks(ChunkedDataset data, int rowAxis, int width, int numberBytes) throws ContentException {
        int[] shape = data.getChunkDimensions();
        this.data = data;
        this.rowAxis = rowAxis;
        this.chunkRows = shape[rowAxis];
        this.chunkWidth = shape.length == 1 ? 1 : shape[1 - rowAxis];
        this.width = width;
        this.numberBytes = numberBytes;
        this.filters = ChunkFilters.of((AbstractNode) data, chunkRows * chunkWidth * numberBytes);
    }

    /** The rows of the chunks that begin at a row. */
    ByteBuffer rows(int start) throws ContentException {
        byte[] chunk = chunk(start, 0);
        if (chunkWidth == width) {
            return ByteBuffer.wrap(chunk);
        }
        ByteBuffer rows = ByteBuffer.allocate(chunkRows * width * numberBytes);
        for (int column = 0; column < width; column += chunkWidth) {
            chunk = column == 0 ? chunk : chunk(start, column);
            int length = Math.min(chunkWidth, width - column) * numberBytes;
            for (int row = 0; row < chunkRows; row++) {
                rows.put((row * width + column) * numberBytes, chunk, row * chunkWidth * numberBytes, length);
            }
        }
        return rows;
    }

    private byte[] chunk(int row, int column) throws ContentException {
        int[] place = new int[data.getChunkDimensions().length];
        place[rowAxis] = row;
        if (place.length == 2) {
            place[1 - rowAxis] = column;
        }
        return filters.decode(data.getRawChunkBuffer(place));
    }
}
