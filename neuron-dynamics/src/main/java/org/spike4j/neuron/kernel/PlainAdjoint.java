package org.spike4j.neuron.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

    /**
     * The rows for a kind of neuron: a copy of {@link VectorPlainAdjoint} of its own, so that the JIT sees the kind as a
     * constant. One class for all kinds would be compiled with the branches of all that ever ran in this JVM, which is more
     * than the JIT inlines: three to four times slower.
     */
    static PlainAdjoint of(PlainKind kind) {
        return Copies.BY_KIND.computeIfAbsent(kind, Copies::define);
    }

    /** The copies made so far. */
    final class Copies {
        private static final Map<PlainKind, PlainAdjoint> BY_KIND = new ConcurrentHashMap<>();

        private Copies() {}

        private static PlainAdjoint define(PlainKind kind) {
            Class<?> template = VectorPlainAdjoint.class;
            try (InputStream file = template.getResourceAsStream(template.getSimpleName() + ".class")) {
                return (PlainAdjoint) MethodHandles.lookup()
                        .defineHiddenClassWithClassData(file.readAllBytes(), kind, true)
                        .lookupClass()
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the vector kernel for " + kind + " could not be made", e);
            }
        }
    }
}
