package org.spike4j.neuron.kernel;

/**
 * The backward rows of the commonest neuron, see {@link PlainNeuron}. {@code tile.dv} is dL/dv and becomes the one of the step
 * before; elements of a gradient on the output are read before the one on the input is written in their place. Unchecked.
 */
interface PlainAdjoint {

    /** Walks one row back. */
    void row(
            PlainNeuron n,
            VectorSurrogate surrogate,
            VectorTile tile,
            VectorRow g,
            VectorRow dx,
            int hAt,
            int from,
            int to);

    /** Walks one row back, and sums the gradients of drive and, if asked to, of gain. */
    void rowWithSums(
            PlainNeuron n,
            VectorSurrogate surrogate,
            VectorTile tile,
            boolean sumsGain,
            VectorRow x,
            VectorRow g,
            VectorRow dx,
            int hAt,
            int from,
            int to);

    /** Walks row 1 back, then row 0, the step before it. */
    void rows(
            PlainNeuron n,
            VectorSurrogate surrogate,
            VectorTile tile,
            VectorRow g0,
            VectorRow g1,
            VectorRow dx0,
            VectorRow dx1,
            int h0At,
            int h1At,
            int from,
            int to);

    /** The rows for a kind of neuron. */
    static PlainAdjoint of(PlainKind kind) {
        return Copies.ALL.of(kind);
    }

    /** The copies made so far. */
    final class Copies {
        private static final KindCopies<PlainAdjoint> ALL = new KindCopies<>(VectorPlainAdjoint.class);

        private Copies() {}
    }
}
