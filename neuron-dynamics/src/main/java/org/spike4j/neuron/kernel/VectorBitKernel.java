package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.VectorStep.LANES;

import java.nio.ByteBuffer;

/** {@link BitKernel} on vectors: whole blocks of {@link VectorBits}, the rest as in the reference. */
final class VectorBitKernel extends BitKernel {

    @Override
    void pack(Slabs spikes, Slabs bits, int step, long neurons) {
        long whole = neurons / VectorBits.BLOCK * VectorBits.BLOCK;
        Object from = VectorRow.of(spikes, step, 0).memory();
        VectorRow to = VectorRow.of(bits, step, 0);
        int[] raw = new int[LANES];
        for (long k = 0; k < whole; k += VectorBits.BLOCK) {
            VectorBits.pushZeros(from, spikes.offset(step, k), raw, 0);
            VectorBits.storeComplement(raw, 0, to.memory(), bits.offset(step, k), 1);
        }
        packFrom(spikes, bits, step, whole, neurons);
    }

    @Override
    void unpack(Slabs bits, float amplitude, Slabs spikes, int step, long neurons) {
        long whole = neurons / Long.SIZE * Long.SIZE;
        ByteBuffer from = bits.chunk(step);
        Object to = VectorRow.of(spikes, step, 0).memory();
        int amplitudeBits = Float.floatToRawIntBits(amplitude);
        for (long k = 0; k < whole; k += Integer.SIZE) {
            int word = from.getInt(bits.offset(step, k));
            int at = spikes.offset(step, k);
            for (int lane = 0; lane < Integer.SIZE; lane += LANES) {
                VectorBits.unpack(word >>> lane, amplitudeBits, to, at + lane * Float.BYTES);
            }
        }
        unpackFrom(bits, amplitude, spikes, step, whole, neurons);
    }
}
