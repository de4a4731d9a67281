package org.spike4j.neuron.kernel;

/**
 * Rows of a step times a square matrix M, for the samples of one tile. Unchecked. Terms are added in the order of the rows
 * of M, with zeros skipped or not, so the result of a sample depends on nothing but that sample.
 */
interface RowProduct {

    /**
     * target row = base row + row M, for every sample of the tile.
     *
     * @param rows what is multiplied; null for 0
     * @param base what the product is added to
     * @param target receives the sum; may be the base
     */
    void add(StepRow rows, StepRow base, StepRow target);

    /** A step of some memory. */
    record StepRow(Slabs slabs, int step) {

        /** Null where there is no memory. */
        static StepRow of(Slabs slabs, int step) {
            return slabs == null ? null : new StepRow(slabs, step);
        }

        void load(long start, int count, float[] target, int at) {
            slabs.load(step, start, count, target, at);
        }

        void store(long start, int count, float[] source, int at) {
            slabs.store(step, start, count, source, at);
        }
    }
}
