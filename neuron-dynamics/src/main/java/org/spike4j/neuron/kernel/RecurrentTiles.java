package org.spike4j.neuron.kernel;

/**
 * Cuts the slab of recurrent neurons into tiles of whole samples. Several samples share a reading of the weights; but there
 * must be tiles for all threads, and the membrane of a tile over all steps should fit the second-level cache. Depends on
 * the work alone, never on the number of threads.
 */
final class RecurrentTiles {
    private static final int BLOCK = 4;
    private static final int MOST_BLOCKS = 4;
    private static final int LEAST_TILES = 8;
    private static final int TRACE_ELEMENTS = 1 << 18;

    private RecurrentTiles() {}

    /** Runs a tile. */
    interface Body {
        void run(int index, long start, int count);
    }

    static int count(SequenceShape shape) {
        return Math.toIntExact((shape.slab() + elements(shape) - 1) / elements(shape));
    }

    /** Runs all tiles, in any order, and returns when all have run. */
    static void forEach(SequenceShape shape, Body body) {
        int elements = elements(shape);
        KernelThreads.forEach(count(shape), index -> {
            long start = (long) index * elements;
            body.run(index, start, (int) Math.min(elements, shape.slab() - start));
        });
    }

    private static int elements(SequenceShape shape) {
        long samples = shape.slab() / shape.channels();
        long shared = samples / LEAST_TILES / BLOCK;
        long fitting = TRACE_ELEMENTS / shape.steps() / shape.channels() / BLOCK;
        long blocks = Math.max(1, Math.min(MOST_BLOCKS, Math.min(shared, fitting)));
        return Math.toIntExact(blocks * BLOCK * shape.channels());
    }
}
