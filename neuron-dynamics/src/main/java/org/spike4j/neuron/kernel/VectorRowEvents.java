package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.VectorStep.LANES;
import static org.spike4j.neuron.kernel.VectorStep.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * What is not 0 in some rows of factors, row by row: where products skip zeros, this is all they look at. Found by way of bits,
 * since a branch for each factor is one that a processor cannot foresee. Unchecked.
 */
final class VectorRowEvents {
    /** What {@link #find} returns if there are too many to be worth it. */
    static final int MANY = -1;

    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SPECIES.vectorShape());
    private static final IntVector LANE_BIT = IntVector.broadcast(INTS, 1)
            .lanewise(VectorOperators.LSHL, IntVector.zero(INTS).addIndex(1));

    /** Column of each event. */
    final int[] columns;
    /** For each row, the index behind its last event. */
    final int[] ends;

    /** Room for so many rows of a length. */
    VectorRowEvents(int rows, int length) {
        columns = new int[rows * length];
        ends = new int[rows];
    }

    /**
     * Finds the events of rows.
     *
     * @param factors holds the rows one after the other
     * @param from first element of the first row
     * @param rows how many
     * @param length elements of a row
     * @param share of the elements from where on events are too many; negative if there is always one too many
     * @return number of events, or {@link #MANY}
     */
    int find(float[] factors, int from, int rows, int length, double share) {
        double most = share * rows * length;
        int found = 0;
        for (int row = 0; row < rows && found <= most; row++) {
            found = findInRow(factors, from + row * length, length, found);
            ends[row] = found;
        }
        return found > most ? MANY : found;
    }

    private int findInRow(float[] factors, int from, int length, int before) {
        int found = before;
        int k = 0;
        for (; k + Integer.SIZE <= length; k += Integer.SIZE) {
            for (int bits = present(factors, from + k); bits != 0; bits &= bits - 1) {
                columns[found++] = k + Integer.numberOfTrailingZeros(bits);
            }
        }
        for (; k < length; k++) {
            if (factors[from + k] != 0) {
                columns[found++] = k;
            }
        }
        return found;
    }

    /** Bit j tells whether element at + j is neither 0 nor -0. */
    private static int present(float[] factors, int at) {
        IntVector bits = IntVector.zero(INTS);
        for (int j = 0; j < Integer.SIZE; j += LANES) {
            VectorMask<Float> present =
                    FloatVector.fromArray(SPECIES, factors, at + j).compare(VectorOperators.NE, 0);
            bits = bits.or(
                    IntVector.zero(INTS).blend(LANE_BIT, present.cast(INTS)).lanewise(VectorOperators.LSHL, j));
        }
        return bits.reduceLanes(VectorOperators.OR);
    }
}
