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
import org.spike4j.datasets.format.table.NumberType;
import org.spike4j.datasets.format.table.TableException;

/** Rows of numbers of a data set, of which a block is in memory. A block is a chunk, or some rows if chunks are small. */
final class Hdf5Rows {
    private static final int BLOCK_ROWS = 1 << 16;
    private static final int MAX_BLOCK_BYTES = 1 << 26;

    private final DatasetBase data;
    private final NumberType type;
    private final int rows;
    private final int width;
    private final boolean lying;
    private final int blockRows;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private int blockStart;
    private int blockEnd;

    private Hdf5Rows(DatasetBase data, NumberType type, int rows, int width, boolean lying, int blockRows) {
        this.data = data;
        this.type = type;
        this.rows = rows;
        this.width = width;
        this.lying = lying;
        this.blockRows = blockRows;
    }

    /** A column, also one that MATLAB laid down: shape [N], [N, 1] or [1, N]. */
    static Hdf5Rows ofColumn(Dataset data) throws TableException {
        int[] shape = data.getDimensions();
        return of(data, shape.length == 2 && shape[0] == 1);
    }

    /** An array with some numbers in each row, shape [N, numbers]. */
    static Hdf5Rows ofRows(Dataset data) throws TableException {
        return of(data, false);
    }

    private static Hdf5Rows of(Dataset data, boolean lying) throws TableException {
        int[] shape = data.getDimensions();
        boolean fits = data instanceof DatasetBase && (shape.length == 1 || shape.length == 2);
        if (!fits || Arrays.stream(shape).anyMatch(size -> size < 0)) {
            throw new TableException(
                    "a data set " + data.getPath() + " of one or two dimensions", "shape " + Arrays.toString(shape));
        }
        NumberType type = type(data.getDataType(), data.getPath());
        int width = shape.length == 1 || lying ? 1 : shape[1];
        int rows = lying ? shape[1] : shape[0];
        int chunk = BLOCK_ROWS;
        long chunkBytes = 0;
        if (data instanceof ChunkedDataset chunked) {
            int[] chunks = chunked.getChunkDimensions();
            chunk = Math.max(chunk, chunks[lying ? 1 : 0]);
            chunkBytes = Arrays.stream(chunks).asLongStream().reduce(type.bytes(), Hdf5Rows::times);
        }
        chunk = Math.min(chunk, Math.max(1, rows));
        if (width < 1 || Math.max(chunkBytes, times(times(chunk, width), type.bytes())) > MAX_BLOCK_BYTES) {
            throw new TableException(
                    "chunks of " + data.getPath() + " of at most " + MAX_BLOCK_BYTES + " bytes",
                    "chunks of " + chunkBytes + " bytes, rows of " + width + " numbers");
        }
        return new Hdf5Rows((DatasetBase) data, type, rows, width, lying, chunk);
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
    long get(int row, int column, long up, long down) {
        if (row < blockStart || row >= blockEnd) {
            read(row);
        }
        return type.get(block, ((row - blockStart) * width + column) * type.bytes(), up, down);
    }

    private void read(int row) {
        int start = row / blockRows * blockRows;
        int count = Math.min(blockRows, rows - start);
        long[] from = {start};
        int[] size = {count};
        if (data.getDimensions().length == 2) {
            from = lying ? new long[] {0, start} : new long[] {start, 0};
            size = lying ? new int[] {1, count} : new int[] {count, width};
        }
        block = data.getSliceDataBuffer(from, size).order(((OrderedDataType) data.getDataType()).getByteOrder());
        blockStart = start;
        blockEnd = start + count;
    }

    /** A product of sizes >= 0 that stays above the limit instead of overflowing. */
    private static long times(long product, long size) {
        return Math.min(1L << 31, product) * Math.min(1L << 31, size);
    }

    private static NumberType type(DataType type, String path) throws TableException {
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
        throw new TableException("a data set " + path + " of numbers", "the type " + type);
    }
}
