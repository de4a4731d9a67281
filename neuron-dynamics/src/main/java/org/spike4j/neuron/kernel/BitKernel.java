package org.spike4j.neuron.kernel;

import java.nio.ByteBuffer;

/** Packs and unpacks one step of spikes, see {@link PackedSpikes}; unchecked. This one, in plain Java, is the reference. */
class BitKernel {

    /** Packs the spikes of a step. */
    void pack(Slabs spikes, Slabs bits, int step, long neurons) {
        packFrom(spikes, bits, step, 0, neurons);
    }

    /** Unpacks the spikes of a step. */
    void unpack(Slabs bits, float amplitude, Slabs spikes, int step, long neurons) {
        unpackFrom(bits, amplitude, spikes, step, 0, neurons);
    }

    /** Packs from an element on, the first of a word. */
    final void packFrom(Slabs spikes, Slabs bits, int step, long first, long neurons) {
        ByteBuffer from = spikes.chunk(step);
        ByteBuffer to = bits.chunk(step);
        for (long k = first; k < neurons; k += Long.SIZE) {
            int at = spikes.offset(step, k);
            int count = (int) Math.min(Long.SIZE, neurons - k);
            long word = 0;
            for (int bit = 0; bit < count; bit++) {
                word |= from.getFloat(at + bit * Float.BYTES) != 0 ? 1L << bit : 0;
            }
            to.putLong(bits.offset(step, k), word);
        }
    }

    /** Unpacks from an element on, the first of a word. */
    final void unpackFrom(Slabs bits, float amplitude, Slabs spikes, int step, long first, long neurons) {
        ByteBuffer from = bits.chunk(step);
        ByteBuffer to = spikes.chunk(step);
        for (long k = first; k < neurons; k += Long.SIZE) {
            int at = spikes.offset(step, k);
            int count = (int) Math.min(Long.SIZE, neurons - k);
            long word = from.getLong(bits.offset(step, k));
            for (int bit = 0; bit < count; bit++) {
                to.putFloat(at + bit * Float.BYTES, (word >>> bit & 1) == 1 ? amplitude : 0);
            }
        }
    }
}
