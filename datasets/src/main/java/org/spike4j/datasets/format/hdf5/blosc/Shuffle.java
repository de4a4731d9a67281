package org.spike4j.datasets.format.hdf5.blosc;

/** How the bytes of a block were ordered before it was compressed, and the way back. */
enum Shuffle {
    /** Not at all. */
    NONE {
        @Override
        void undo(byte[] block, int length, int typeSize, byte[] out, int at) {
            System.arraycopy(block, 0, out, at, length);
        }
    },
    /** All first bytes of the elements, then all second ones, and so on; bytes past the last whole element stay. */
    BYTES {
        @Override
        void undo(byte[] block, int length, int typeSize, byte[] out, int at) {
            int elements = length / typeSize;
            for (int k = 0; k < typeSize; k++) {
                int from = k * elements;
                for (int i = 0, to = at + k; i < elements; i++, to += typeSize) {
                    out[to] = block[from + i];
                }
            }
            int done = elements * typeSize;
            System.arraycopy(block, done, out, at + done, length - done);
        }
    },
    /**
     * All first bits of the elements, then all second ones, and so on, eight elements to a byte, the first in the lowest
     * bit; nothing where the number of elements is no multiple of eight.
     */
    BITS {
        @Override
        void undo(byte[] block, int length, int typeSize, byte[] out, int at) {
            int elements = length / typeSize;
            if (elements % Byte.SIZE != 0) {
                NONE.undo(block, length, typeSize, out, at);
                return;
            }
            int row = elements / Byte.SIZE;
            for (int i = 0; i < elements; i++) {
                for (int k = 0; k < typeSize; k++) {
                    int value = 0;
                    for (int bit = 0; bit < Byte.SIZE; bit++) {
                        int packed = block[(k * Byte.SIZE + bit) * row + i / Byte.SIZE];
                        value |= (packed >>> (i % Byte.SIZE) & 1) << bit;
                    }
                    out[at + i * typeSize + k] = (byte) value;
                }
            }
            int done = elements * typeSize;
            System.arraycopy(block, done, out, at + done, length - done);
        }
    };

    /**
     * Brings a block back to its order.
     *
     * @param block shuffled bytes from place 0 on; not modified
     * @param length bytes of the block
     * @param typeSize bytes of an element, at least 1
     * @param out where the bytes go
     * @param at place of the first one
     */
    abstract void undo(byte[] block, int length, int typeSize, byte[] out, int at);
}
