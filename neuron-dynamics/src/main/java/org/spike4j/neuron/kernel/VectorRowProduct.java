package org.spike4j.neuron.kernel;

/**
 * {@link RowProduct} on vectors of floats. Block by block of samples it counts what is not 0, and takes the events alone where
 * they are few. Both ways fuse and add in the same order, so they give the same bits as long as the weights are finite.
 */
final class VectorRowProduct implements RowProduct {
    /** Share of factors that are not 0 above which a whole block is faster than its events; measured. */
    private static final double DENSE = 0.25;

    private final VectorPanels panels;
    private final boolean skipsZeros;
    private final long start;
    private final int count;
    private final int samples;
    private final float[] factors;
    private final float[] sums;
    private final int[] indices;
    private final float[] events;

    VectorRowProduct(VectorPanels panels, boolean skipsZeros, long start, int count) {
        this.panels = panels;
        this.skipsZeros = skipsZeros;
        this.start = start;
        this.count = count;
        samples = count / panels.size();
        int padded = (samples + VectorPanels.BLOCK - 1) / VectorPanels.BLOCK * VectorPanels.BLOCK;
        factors = new float[padded * panels.size()];
        sums = new float[padded * panels.padded()];
        indices = new int[panels.size()];
        events = new float[panels.size()];
    }

    @Override
    public void add(StepRow rows, StepRow base, StepRow target) {
        boolean nothing = rows == null;
        if (!nothing) {
            rows.load(start, count, factors, 0);
            nothing = skipsZeros && count(0, count) == 0;
        }
        if (nothing && base.equals(target)) {
            return;
        }
        for (int sample = 0; sample < samples; sample++) {
            base.load(at(sample), panels.size(), sums, sample * panels.padded());
        }
        for (int sample = 0; !nothing && sample < samples; sample += VectorPanels.BLOCK) {
            addBlock(sample);
        }
        for (int sample = 0; sample < samples; sample++) {
            target.store(at(sample), panels.size(), sums, sample * panels.padded());
        }
    }

    private void addBlock(int first) {
        int size = panels.size();
        int end = Math.min(first + VectorPanels.BLOCK, samples);
        if (!skipsZeros || isDense(first * size, end * size)) {
            panels.addBlock(factors, first * size, sums, first * panels.padded());
            return;
        }
        for (int sample = first; sample < end; sample++) {
            int found = collect(sample * size);
            if (found > 0) {
                panels.addEvents(indices, events, found, sums, sample * panels.padded());
            }
        }
    }

    private boolean isDense(int from, int to) {
        return count(from, to) > DENSE * (to - from);
    }

    /** Number of factors that are not 0. */
    private int count(int from, int to) {
        int found = 0;
        for (int at = from; at < to; at++) {
            found += factors[at] != 0 ? 1 : 0;
        }
        return found;
    }

    private int collect(int from) {
        int found = 0;
        for (int k = 0; k < indices.length; k++) {
            float factor = factors[from + k];
            indices[found] = k; // overwritten by the next one if this is 0
            events[found] = factor;
            found += factor != 0 ? 1 : 0;
        }
        return found;
    }

    private long at(int sample) {
        return start + (long) sample * panels.size();
    }
}
