package org.spike4j.neuron.matrix;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.kernel.OffHeap;

/**
 * A matrix of floats off the heap, whose rows or whose columns lie side by side. The tensor must stay reachable.
 *
 * @param memory of the tensor
 * @param rows how many
 * @param columns how many
 * @param lead elements from a row to the next, or from a column to the next if transposed
 * @param transposed whether columns lie side by side
 */
record FloatMatrix(OffHeap memory, int rows, int columns, long lead, boolean transposed) {

    /** The memory of a matrix. */
    static FloatMatrix of(INDArray array, String name) {
        if (array.dataType() != DataType.FLOAT || array.rank() != 2) {
            throw new IllegalArgumentException(name + " must be a matrix of FLOAT, was " + array.dataType() + " "
                    + Arrays.toString(array.shape()));
        }
        boolean byRow = array.stride(1) == 1 || array.size(1) == 1;
        if (!byRow && array.stride(0) != 1 && array.size(0) != 1) {
            throw new IllegalArgumentException(name + " must have its rows or its columns side by side, had strides "
                    + Arrays.toString(array.stride()) + "; use dup('c')");
        }
        int rows = Math.toIntExact(array.size(0));
        int columns = Math.toIntExact(array.size(1));
        return new FloatMatrix(OffHeap.of(array), rows, columns, array.stride(byRow ? 0 : 1), !byRow);
    }

    /** Copies a block, element (r, c) of it to at + r * step + c. */
    void read(int firstRow, int height, int firstColumn, int width, float[] into, int at, int step) {
        if (!transposed) {
            for (int r = 0; r < height; r++) {
                memory.get((firstRow + r) * lead + firstColumn, into, at + r * step, width);
            }
            return;
        }
        float[] line = MatrixScratch.ofThread().line(height);
        for (int c = 0; c < width; c++) {
            memory.get((firstColumn + c) * lead + firstRow, line, 0, height);
            for (int r = 0; r < height; r++) {
                into[at + c + r * step] = line[r];
            }
        }
    }

    /** Copies whole rows in, element (r, c) of them from at + r * step + c. */
    void writeRows(int firstRow, int height, float[] from, int at, int step) {
        if (!transposed) {
            for (int r = 0; r < height; r++) {
                memory.put((firstRow + r) * lead, from, at + r * step, columns);
            }
            return;
        }
        float[] line = MatrixScratch.ofThread().line(height);
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r < height; r++) {
                line[r] = from[at + c + r * step];
            }
            memory.put(c * lead + firstRow, line, 0, height);
        }
    }
}
