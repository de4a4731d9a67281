package org.spike4j.neuron.kernel;

/**
 * {@link RowProduct} on vectors of floats. Block by block of samples it counts what is not 0, and takes the events alone where
 * they are few. Both ways fuse and add in the same order, so they give the same bits as long as the weights are finite.
 */
final class VectorRowProduct implements RowProduct {
    /** Share of factors that are not 0 above which a whole block is faster than its events; measured. */
    private static final double DENSE = 0.2;

    private static final double ALWAYS_DENSE = -1;
    private static final int BLOCK = VectorBlockProduct.ROWS;

    private final VectorPanels panels;
    private final double sparse;
    private final long start;
    private final int count;
    private final int samples;
    private final float[] factors;
    private final float[] sums;
    private final VectorRowEvents events;

    VectorRowProduct(VectorPanels panels, boolean skipsZeros, long start, int count) {
        this.panels = panels;
        this.start = start;
        this.count = count;
        sparse = skipsZeros ? DENSE : ALWAYS_DENSE;
        samples = count / panels.size();
        factors = new float[(samples + BLOCK - 1) / BLOCK * BLOCK * panels.size()];
        sums = new float[BLOCK * panels.padded()];
        events = new VectorRowEvents(BLOCK, panels.size());
    }

    @Override
    public void add(StepRow rows, StepRow base, StepRow target) {
        boolean inPlace = base.equals(target);
        if (rows != null) {
            rows.load(start, count, factors, 0);
        } else if (inPlace) {
            return;
        }
        int size = panels.size();
        for (int first = 0; first < samples; first += BLOCK) {
            int block = Math.min(BLOCK, samples - first);
            int found = rows == null ? 0 : events.find(factors, first * size, block, size, sparse);
            if (found == 0 && inPlace) {
                continue;
            }
            move(base, first, block, true);
            if (found == VectorRowEvents.MANY) {
                addBlock(first * size, block);
            } else if (found > 0) {
                addEvents(first * size, block);
            }
            move(target, first, block, false);
        }
    }

    private void addBlock(int from, int block) {
        if (block > VectorBlockProduct.FEW_ROWS) {
            panels.addEight(factors, from, sums);
        } else {
            panels.addFour(factors, from, sums);
        }
    }

    private void addEvents(int from, int block) {
        int first = 0;
        for (int sample = 0; sample < block; sample++) {
            int end = events.ends[sample];
            if (end > first) {
                int row = from + sample * panels.size();
                panels.addEvents(events.columns, first, end, factors, row, sums, sample * panels.padded());
            }
            first = end;
        }
    }

    /** Loads or stores the sums of a block of samples, at once if nothing pads them. */
    private void move(StepRow row, int first, int block, boolean load) {
        int size = panels.size();
        int together = panels.padded() == size ? block : 1;
        for (int sample = 0; sample < block; sample += together) {
            long from = start + (long) (first + sample) * size;
            if (load) {
                row.load(from, together * size, sums, sample * panels.padded());
            } else {
                row.store(from, together * size, sums, sample * panels.padded());
            }
        }
    }
}
