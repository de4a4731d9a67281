package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.VectorStep.LANES;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * From signs of vectors to the bits of {@link PackedSpikes} and back. JDK 17 has no fast way from a mask to bits, so 32
 * vectors, a block, are first pushed sign by sign into one vector of ints: lane l then holds, in bit j, lane l of the vector
 * pushed as number j. Transposing each square of lanes and bits gives the natural order, if vector j is the one at {@link
 * #element}. Unchecked.
 */
final class VectorBits {
    static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    /** Elements of a block. */
    static final int BLOCK = Integer.SIZE * LANES;

    private static final Exchange BY_8 = Exchange.of(8, 0x00ff00ff);
    private static final Exchange BY_4 = Exchange.of(4, 0x0f0f0f0f);
    private static final Exchange BY_2 = Exchange.of(2, 0x33333333);
    private static final Exchange BY_1 = Exchange.of(1, 0x55555555);
    private static final IntVector TO_SIGN = IntVector.fromArray(INTS, toSign(), 0);

    private VectorBits() {}

    /** Whether this machine's vectors can be transposed here, and its ints are the halves of longs in order. */
    static boolean works() {
        return LANES >= 4 && LANES <= 16 && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    }

    /** Where, in a block, the vector starts that is to be pushed as number j. */
    static int element(int j) {
        return j % LANES * Integer.SIZE + j / LANES * LANES;
    }

    /** Pushes the sign bits of a vector. */
    static IntVector push(IntVector pushed, FloatVector signs) {
        return pushed.lanewise(VectorOperators.LSHR, 1)
                .or(signs.reinterpretAsInts().and(Integer.MIN_VALUE));
    }

    /**
     * Writes the complement of pushed blocks, in natural order: the bits of the elements before {@code count}.
     *
     * @param last scratch for one block
     */
    static void storeComplement(int[] raw, int rawAt, VectorRow bits, int count, int[] last) {
        int whole = count / BLOCK;
        storeComplement(raw, rawAt, bits.memory(), bits.at(), whole);
        int rest = count - whole * BLOCK;
        if (rest > 0) {
            transposed(IntVector.fromArray(INTS, raw, rawAt + whole * LANES))
                    .not()
                    .intoArray(last, 0);
            storeRest(last, rest, bits.buffer(), bits.at() + whole * (BLOCK / Byte.SIZE));
        }
    }

    /** The same for whole blocks. */
    static void storeComplement(int[] raw, int rawAt, Object bits, int at, int blocks) {
        for (int k = 0; k < blocks; k++) {
            IntVector words = transposed(IntVector.fromArray(INTS, raw, rawAt + k * LANES))
                    .not();
            VectorMemory.store(words.reinterpretAsFloats(), bits, at + k * (BLOCK / Byte.SIZE));
        }
    }

    private static void storeRest(int[] words, int rest, ByteBuffer bits, int at) {
        for (int k = 0; k < rest; k += Long.SIZE) {
            int w = k / Integer.SIZE;
            long word = words[w] & 0xffffffffL | (long) words[w + 1] << Integer.SIZE;
            bits.putLong(at + k / Byte.SIZE, word & PackedSpikes.lowest(rest - k));
        }
    }

    /** Packs a row of spikes, which must have room for whole blocks. */
    static void pack(VectorRow spikes, VectorRow bits, int count, VectorTile tile) {
        for (int k = 0; k < count; k += BLOCK) {
            pushZeros(spikes.memory(), spikes.at() + k * Float.BYTES, tile.raw, k / Integer.SIZE);
        }
        storeComplement(tile.raw, 0, bits, count, tile.block);
    }

    /** Pushes a block of spikes, as signs that are set where they are 0. */
    static void pushZeros(Object spikes, int at, int[] raw, int rawAt) {
        IntVector zeros = IntVector.zero(INTS);
        for (int j = 0; j < Integer.SIZE; j++) {
            IntVector magnitude = VectorMemory.load(spikes, at + element(j) * Float.BYTES)
                    .reinterpretAsInts()
                    .and(Integer.MAX_VALUE);
            zeros = push(zeros, magnitude.sub(1).reinterpretAsFloats());
        }
        zeros.intoArray(raw, rawAt);
    }

    /** Writes a vector of spikes for the low {@link VectorStep#LANES} bits of a word. */
    static void unpack(int word, int amplitudeBits, Object spikes, int at) {
        IntVector fired = IntVector.broadcast(INTS, word)
                .lanewise(VectorOperators.LSHL, TO_SIGN)
                .lanewise(VectorOperators.ASHR, Integer.SIZE - 1);
        VectorMemory.store(fired.and(amplitudeBits).reinterpretAsFloats(), spikes, at);
    }

    private static int[] toSign() {
        int[] shifts = new int[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            shifts[lane] = Integer.SIZE - 1 - lane;
        }
        return shifts;
    }

    /** Transposes each square of LANES lanes and LANES bits, by exchanging halves, quarters and so on across its diagonal. */
    private static IntVector transposed(IntVector words) {
        IntVector w = words;
        if (LANES > 8) {
            w = BY_8.across(w);
        }
        if (LANES > 4) {
            w = BY_4.across(w);
        }
        return BY_1.across(BY_2.across(w));
    }

    /** Exchanges the upper bits of each lower lane with the lower bits of the lane {@code distance} above it. */
    private record Exchange(int distance, VectorShuffle<Integer> partner, IntVector kept, VectorMask<Integer> lower) {

        static Exchange of(int distance, int lowBits) {
            int[] kept = new int[LANES];
            for (int lane = 0; lane < LANES; lane++) {
                kept[lane] = (lane & distance) == 0 ? lowBits : ~lowBits;
            }
            return new Exchange(
                    distance,
                    VectorShuffle.fromOp(INTS, lane -> (lane ^ distance) % LANES),
                    IntVector.fromArray(INTS, kept, 0),
                    IntVector.fromArray(INTS, kept, 0).eq(lowBits));
        }

        IntVector across(IntVector w) {
            IntVector other = w.rearrange(partner);
            IntVector moved = other.lanewise(VectorOperators.LSHR, distance)
                    .blend(other.lanewise(VectorOperators.LSHL, distance), lower);
            return w.and(kept).or(moved.and(kept.not()));
        }
    }
}
