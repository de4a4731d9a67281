package org.spike4j.neuron.kernel;

/**
 * The forward rows of the commonest neuron, see {@link PlainNeuron}. {@code tile.v} is the membrane and becomes that after the
 * steps. Unchecked.
 */
interface PlainForward {

    /** Steps two rows and writes their spikes. */
    void spikesRows(
            PlainNeuron n, VectorTile tile, VectorRow x0, VectorRow x1, VectorRow y0, VectorRow y1, int from, int to);

    /** Steps a row and keeps its membrane, which begins at {@code hAt}. */
    void traceRow(PlainNeuron n, VectorTile tile, VectorRow x, int hAt, int from, int to);

    /** Steps two rows and keeps their membranes, which begin at {@code h0At} and {@code h1At}. */
    void traceRows(PlainNeuron n, VectorTile tile, VectorRow x0, VectorRow x1, int h0At, int h1At, int from, int to);

    /** The rows for a kind of neuron. */
    static PlainForward of(PlainKind kind) {
        return Copies.ALL.of(kind);
    }

    /** The copies made so far. */
    final class Copies {
        private static final KindCopies<PlainForward> ALL = new KindCopies<>(VectorPlain.class);

        private Copies() {}
    }
}
