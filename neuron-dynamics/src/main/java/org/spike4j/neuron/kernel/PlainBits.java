package org.spike4j.neuron.kernel;

/**
 * As {@link PlainForward}, with the spikes as bits, which go to {@code tile.raw} in the order of {@link VectorBits}: a block of
 * 32 vectors is one vector of ints. Unchecked.
 */
interface PlainBits {

    /** Steps a block that begins at element k of the tile, and at element {@code xFrom} of the row. */
    void bitsBlock(PlainNeuron n, VectorTile tile, VectorRow x, int xFrom, int k, int rawAt);

    /** Steps a block of two rows. */
    void bitsBlocks(
            PlainNeuron n, VectorTile tile, VectorRow x0, VectorRow x1, int xFrom, int k, int raw0At, int raw1At);

    /** The rows for a kind of neuron. */
    static PlainBits of(PlainKind kind) {
        return Copies.ALL.of(kind);
    }

    /** The copies made so far. */
    final class Copies {
        private static final KindCopies<PlainBits> ALL = new KindCopies<>(VectorPlainPacked.class);

        private Copies() {}
    }
}
