package org.spike4j.neuron.patch;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Looks which elements of raw floats are there, on vectors. Arrays are a multiple of 64 long. Unchecked. */
final class VectorSigns {
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int LANES = INTS.length();
    private static final IntVector LANE_BIT = IntVector.broadcast(INTS, 1)
            .lanewise(VectorOperators.LSHL, IntVector.zero(INTS).addIndex(1));

    private VectorSigns() {}

    /** Whether every element is 0, -0 or the amplitude. */
    static boolean areBinary(int[] raw, int amplitude) {
        for (int k = 0; k < raw.length; k += LANES) {
            IntVector x = IntVector.fromArray(INTS, raw, k);
            VectorMask<Integer> strange = present(x).and(x.compare(VectorOperators.NE, amplitude));
            if (strange.anyTrue()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Bit j tells whether element at + j is neither 0 nor -0. JDK 17 has no fast way from a mask to bits but through lanes of
     * bits.
     */
    static long present(int[] raw, int at) {
        return half(raw, at) & 0xffffffffL | half(raw, at + Integer.SIZE) << Integer.SIZE;
    }

    private static long half(int[] raw, int at) {
        IntVector bits = IntVector.zero(INTS);
        for (int j = 0; j < Integer.SIZE; j += LANES) {
            VectorMask<Integer> present = present(IntVector.fromArray(INTS, raw, at + j));
            bits = bits.or(IntVector.zero(INTS).blend(LANE_BIT, present).lanewise(VectorOperators.LSHL, j));
        }
        return bits.reduceLanes(VectorOperators.OR);
    }

    /** Which are there: the sign is shifted out, so that it does not matter to zeros. */
    private static VectorMask<Integer> present(IntVector raw) {
        return raw.lanewise(VectorOperators.LSHL, 1).compare(VectorOperators.NE, 0);
    }
}
