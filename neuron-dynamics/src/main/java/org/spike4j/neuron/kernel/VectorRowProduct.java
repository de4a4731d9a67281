package org.spike4j.neuron.kernel;

/**
 * {@link RowProduct} on vectors of floats. Block by block of samples it counts what is not 0, and takes the events alone where
 * they are few. Both ways fuse and add in the same order, so they give the same bits as long as the weights are finite.
 */
final class VectorRowProduct implements RowProduct {
    /** Share of factors that are not 0 above which a whole block is faster than its events; measured. */
    private static final double DENSE = 0.15;

    private static final int MANY = -1;

    private final VectorPanels panels;
    private final boolean skipsZeros;
    private final long start;
    private final int count;
    private final int samples;
    private final float[] factors;
    private final float[] sums;
    private final int[] indices;
    private final float[] events;
    private final int[] ends = new int[VectorPanels.BLOCK];

    VectorRowProduct(VectorPanels panels, boolean skipsZeros, long start, int count) {
        this.panels = panels;
        this.skipsZeros = skipsZeros;
        this.start = start;
        this.count = count;
        int block = VectorPanels.BLOCK;
        samples = count / panels.size();
        factors = new float[(samples + block - 1) / block * block * panels.size()];
        sums = new float[block * panels.padded()];
        indices = new int[block * panels.size()];
        events = new float[block * panels.size()];
    }

    @Override
    public void add(StepRow rows, StepRow base, StepRow target) {
        boolean inPlace = base.equals(target);
        if (rows != null) {
            rows.load(start, count, factors, 0);
        } else if (inPlace) {
            return;
        }
        for (int first = 0; first < samples; first += VectorPanels.BLOCK) {
            int end = Math.min(first + VectorPanels.BLOCK, samples);
            int found = rows == null ? 0 : collect(first, end);
            if (found == 0 && inPlace) {
                continue;
            }
            for (int sample = first; sample < end; sample++) {
                base.load(at(sample), panels.size(), sums, (sample - first) * panels.padded());
            }
            if (found == MANY) {
                panels.addBlock(factors, first * panels.size(), sums);
            } else if (found > 0) {
                addEvents(end - first);
            }
            for (int sample = first; sample < end; sample++) {
                target.store(at(sample), panels.size(), sums, (sample - first) * panels.padded());
            }
        }
    }

    /** Collects what is not 0 in a block of samples; returns how much that is, or {@link #MANY}. */
    private int collect(int first, int end) {
        int size = panels.size();
        double most = skipsZeros ? DENSE * (end - first) * size : -1;
        int found = 0;
        for (int sample = first; sample < end; sample++) {
            if (found > most) {
                return MANY;
            }
            for (int k = 0; k < size; k++) {
                float factor = factors[sample * size + k];
                indices[found] = k; // overwritten by the next one if this is 0
                events[found] = factor;
                found += factor != 0 ? 1 : 0;
            }
            ends[sample - first] = found;
        }
        return found > most ? MANY : found;
    }

    private void addEvents(int block) {
        int from = 0;
        for (int sample = 0; sample < block; sample++) {
            if (ends[sample] > from) {
                panels.addEvents(indices, events, from, ends[sample], sums, sample * panels.padded());
            }
            from = ends[sample];
        }
    }

    private long at(int sample) {
        return start + (long) sample * panels.size();
    }
}
