package org.spike4j.datasets.format.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OrderedDataType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.table.NumberType;

/** Rows of numbers of a data set, of which a block is in memory. A block is the rows of a chunk, or 65536 rows. */
final class Hdf5Rows {
    private static final int BLOCK_ROWS = 1 << 16;
    private static final int MAX_BLOCK_BYTES = 1 << 26;

    private final DatasetBase data;
    private final NumberType type;
    private final int rows;
    private final int width;
    private final boolean lying;
    private final int blockRows;

    /** Empty if the rows lie in one piece. */
    private final Optional<Hdf5Chunks> chunks;

    private ByteBuffer block = ByteBuffer.allocate(0);
    private int blockStart;
    private int blockEnd;

    private Hdf5Rows(
            DatasetBase data,
            NumberType type,
            int rows,
            int width,
            boolean lying,
            int blockRows,
            Optional<Hdf5Chunks> chunks) {
        this.data = data;
        this.type = type;
        this.rows = rows;
        this.width = width;
        this.lying = lying;
        this.blockRows = blockRows;
        this.chunks = chunks;
    }

    /** A column, also one that MATLAB laid down: shape [N], [N, 1] or [1, N]. */
    static Hdf5Rows ofColumn(Dataset data) throws ContentException {
        int[] shape = data.getDimensions();
        return of(data, shape.length == 2 && shape[0] == 1);
    }

    /** An array with some numbers in each row, shape [N, numbers]. */
    static Hdf5Rows ofRows(Dataset data) throws ContentException {
        return of(data, false);
    }

    private static Hdf5Rows of(Dataset data, boolean lying) throws ContentException {
        int[] shape = data.getDimensions();
        boolean fits = data instanceof DatasetBase && (shape.length == 1 || shape.length == 2);
        if (!fits || Arrays.stream(shape).anyMatch(size -> size < 0)) {
            throw new ContentException(
                    "a data set " + data.getPath() + " of one or two dimensions", "shape " + Arrays.toString(shape));
        }
        NumberType type = type(data.getDataType(), data.getPath());
        int width = shape.length == 1 || lying ? 1 : shape[1];
        int rows = lying ? shape[1] : shape[0];
        int[] block = {Math.min(BLOCK_ROWS, Math.max(1, rows)), width};
        if (data instanceof ChunkedDataset chunked) {
            block = chunked.getChunkDimensions();
            if (block.length != shape.length || Arrays.stream(block).anyMatch(size -> size < 1)) {
                throw new ContentException(
                        "chunks of " + data.getPath() + " of its own dimensions", "chunks " + Arrays.toString(block));
            }
        }
        int rowAxis = lying ? 1 : 0;
        int blockRows = block[rowAxis];
        long blockBytes = Arrays.stream(block).asLongStream().reduce(type.bytes(), Hdf5Rows::times);
        blockBytes = Math.max(blockBytes, times(times(blockRows, width), type.bytes()));
        if (width < 1 || blockBytes > MAX_BLOCK_BYTES) {
            throw new ContentException(
                    "chunks of " + data.getPath() + " of at most " + MAX_BLOCK_BYTES + " bytes",
                    "chunks of " + blockBytes + " bytes, rows of " + width + " numbers");
        }
        Optional<Hdf5Chunks> chunks = data instanceof ChunkedDataset chunked
                ? Optional.of(new Hdf5Chunks(chunked, rowAxis, width, type.bytes()))
                : Optional.empty();
        return new Hdf5Rows((DatasetBase) data, type, rows, width, lying, blockRows, chunks);
    }

    int rows() {
        return rows;
    }

    /** Numbers of a row. */
    int width() {
        return width;
    }

    boolean isFloat() {
        return type.isFloat();
    }

    /** A number times up over down. */
    long get(int row, int column, long up, long down) throws ContentException {
        if (row < blockStart || row >= blockEnd) {
            read(row);
        }
        return type.get(block, ((row - blockStart) * width + column) * type.bytes(), up, down);
    }

    /** Rows from one on that lie in its block, so that columns can take turns without decoding a block twice. */
    int left(int row) {
        return blockRows - row % blockRows;
    }

    private void read(int row) throws ContentException {
        int start = row / blockRows * blockRows;
        int count = Math.min(blockRows, rows - start);
        block = chunks.isPresent() ? chunks.get().rows(start) : contiguous(start, count);
        block.order(((OrderedDataType) data.getDataType()).getByteOrder());
        blockStart = start;
        blockEnd = start + count;
    }

    private ByteBuffer contiguous(int start, int count) {
        if (data.getDimensions().length == 1) {
            return data.getSliceDataBuffer(new long[] {start}, new int[] {count});
        }
        return lying
                ? data.getSliceDataBuffer(new long[] {0, start}, new int[] {1, count})
                : data.getSliceDataBuffer(new long[] {start, 0}, new int[] {count, width});
    }

    /** A product of sizes >= 0 that stays above the limit instead of overflowing. */
    private static long times(long product, long size) {
        return Math.min(1L << 31, product) * Math.min(1L << 31, size);
    }

    private static NumberType type(DataType type, String path) throws ContentException {
        if (type instanceof FloatingPoint && type.getSize() == Float.BYTES) {
            return NumberType.FLOAT;
        }
        if (type instanceof FloatingPoint && type.getSize() == Double.BYTES) {
            return NumberType.DOUBLE;
        }
        if (type instanceof FixedPoint whole) {
            boolean signed = whole.isSigned();
            switch (type.getSize()) {
                case 1:
                    return signed ? NumberType.INT8 : NumberType.UINT8;
                case 2:
                    return signed ? NumberType.INT16 : NumberType.UINT16;
                case 4:
                    return signed ? NumberType.INT32 : NumberType.UINT32;
                case 8:
                    return signed ? NumberType.INT64 : NumberType.UINT64;
                default:
                    break;
            }
        }
        if (type.getSize() == 1) {
            return NumberType.INT8;
        }
        throw new ContentException("a data set " + path + " of numbers", "the type " + type);
    }
}
