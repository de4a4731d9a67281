package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.VectorStep.LANES;
import static org.spike4j.neuron.kernel.VectorStep.SPECIES;

import java.nio.ByteBuffer;
import jdk.incubator.vector.FloatVector;

/** Some columns, two vectors wide, of a sum of outer products of events and gradient rows. Unchecked. */
final class VectorEventSum {
    static final int WIDTH = 2 * LANES;

    private final int size;
    private final int column;
    private final int columns;
    private final float[] sums;
    private final float[] row = new float[WIDTH];

    VectorEventSum(int size, int column) {
        this.size = size;
        this.column = column;
        columns = Math.min(WIDTH, size - column);
        sums = new float[size * WIDTH];
    }

    /** Adds events^T rows of one step; null events for none. */
    void add(StepEvents events, Slabs gradient, int step) {
        if (events == null) {
            return;
        }
        ByteBuffer buffer = gradient.chunk(step);
        Object memory = VectorMemory.of(buffer);
        int[] ends = events.ends();
        int from = 0;
        for (int sample = 0; sample < ends.length; sample++) {
            int to = ends[sample];
            if (to > from) {
                int at = gradient.offset(step, (long) sample * size + column);
                if (columns == WIDTH) {
                    loadRow(memory, at);
                } else {
                    loadEdge(buffer, at);
                }
                addEvents(events.neurons(), events.values(), from, to);
            }
            from = to;
        }
    }

    /** Writes the columns into a matrix in f order. */
    void store(Slabs matrix) {
        float[] one = new float[size];
        for (int j = 0; j < columns; j++) {
            for (int k = 0; k < size; k++) {
                one[k] = sums[k * WIDTH + j];
            }
            matrix.store(column + j, 0, size, one, 0);
        }
    }

    private void loadRow(Object memory, int at) {
        VectorMemory.load(memory, at).intoArray(row, 0);
        VectorMemory.load(memory, at + LANES * Float.BYTES).intoArray(row, LANES);
    }

    private void loadEdge(ByteBuffer buffer, int at) {
        for (int j = 0; j < columns; j++) {
            row[j] = buffer.getFloat(at + j * Float.BYTES);
        }
    }

    private void addEvents(int[] neurons, float[] values, int from, int to) {
        FloatVector left = FloatVector.fromArray(SPECIES, row, 0);
        FloatVector right = FloatVector.fromArray(SPECIES, row, LANES);
        for (int e = from; e < to; e++) {
            int at = neurons[e] * WIDTH;
            FloatVector value = FloatVector.broadcast(SPECIES, values[e]);
            value.fma(left, FloatVector.fromArray(SPECIES, sums, at)).intoArray(sums, at);
            value.fma(right, FloatVector.fromArray(SPECIES, sums, at + LANES)).intoArray(sums, at + LANES);
        }
    }
}
