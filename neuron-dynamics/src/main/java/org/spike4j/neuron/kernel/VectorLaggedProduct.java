package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.VectorBlockProduct.ROWS;
import static org.spike4j.neuron.kernel.VectorBlockProduct.WIDTH;
import static org.spike4j.neuron.kernel.VectorStep.LANES;
import static org.spike4j.neuron.kernel.VectorStep.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * The sum over steps and samples of y_{t-1}^T d_t, for some of the steps and some of the columns of d. Terms are collected
 * until they fill a part of the second-level cache, and then added to a panel of the sums after the other: event by event if
 * few y are not 0. Both ways fuse and add in the same order, so they give the same bits as long as d is finite. Unchecked.
 */
final class VectorLaggedProduct {
    /** Columns of a part of the work. */
    static final int COLUMNS = 8 * WIDTH;

    /** Share of y that is not 0 above which whole blocks are faster than the events; measured. */
    private static final double DENSE = 0.2;

    private static final double ALWAYS_DENSE = -1;
    private static final int TERMS = 128;

    private final int size;
    private final int column;
    private final int columns;
    private final int panels;
    private double sparse;
    /** Panel by panel of columns, {@link #paddedRows} rows of a panel one after the other. */
    private final float[] sums;

    private Terms terms;
    private int count;

    /** Terms that were collected; kept by thread, so that passes allocate little but the sums. */
    private static final class Terms {
        private static final ThreadLocal<Terms> LOCAL = new ThreadLocal<>();

        private final int size;
        private final float[] factors;
        /** Panel by panel of columns, {@link #TERMS} rows of a panel one after the other. */
        private final float[] gradients;

        private final float[] rows;
        private final VectorRowEvents events;

        private Terms(int size) {
            this.size = size;
            factors = new float[TERMS * size + ROWS]; // the last block of sums reads over the end
            gradients = new float[Math.min(COLUMNS, (size + WIDTH - 1) / WIDTH * WIDTH) * TERMS];
            rows = new float[TERMS * size];
            events = new VectorRowEvents(TERMS, size);
        }

        static Terms ofThread(int size) {
            Terms terms = LOCAL.get();
            if (terms == null || terms.size != size) {
                terms = new Terms(size);
                LOCAL.set(terms);
            }
            return terms;
        }
    }

    /** Sums of the columns from one on. */
    VectorLaggedProduct(int size, int column) {
        this.size = size;
        this.column = column;
        columns = Math.min(COLUMNS, size - column);
        panels = (columns + WIDTH - 1) / WIDTH;
        sums = new float[panels * paddedRows() * WIDTH];
    }

    int size() {
        return size;
    }

    /** Sets all sums to 0; what follows until {@link #finish} must be in the same thread. */
    void start(boolean skipsZeros) {
        Arrays.fill(sums, 0);
        sparse = skipsZeros ? DENSE : ALWAYS_DENSE;
        terms = Terms.ofThread(size);
    }

    private int paddedRows() {
        return (size + ROWS - 1) / ROWS * ROWS;
    }

    /** Adds y^T d of one step of each. */
    void add(Slabs output, int outputStep, Slabs gradient, int step, int samples) {
        for (int sample = 0; sample < samples; ) {
            int more = Math.min(samples - sample, TERMS - count);
            long from = (long) sample * size;
            output.load(outputStep, from, more * size, terms.factors, count * size);
            gradient.load(step, from, more * size, terms.rows, 0);
            for (int k = 0; k < more; k++) {
                for (int j = 0; j < columns; j += WIDTH) {
                    int to = (j / WIDTH * TERMS + count + k) * WIDTH;
                    int width = Math.min(WIDTH, columns - j);
                    System.arraycopy(terms.rows, k * size + column + j, terms.gradients, to, width);
                }
            }
            count += more;
            sample += more;
            if (count == TERMS) {
                addTerms();
            }
        }
    }

    /** Adds what was collected and not added yet. */
    void finish() {
        if (count > 0) {
            addTerms();
        }
        terms = null;
    }

    private void addTerms() {
        int found = terms.events.find(terms.factors, 0, count, size, sparse);
        for (int panel = 0; panel < panels && found != 0; panel++) {
            int at = panel * paddedRows() * WIDTH;
            int from = panel * TERMS * WIDTH;
            if (found == VectorRowEvents.MANY) {
                for (int row = 0; row < size; row += ROWS) {
                    VectorBlockProduct.addEight(
                            terms.gradients, from, count, terms.factors, row, 1, size, sums, at + row * WIDTH, WIDTH);
                }
            } else {
                addEvents(from, at);
            }
        }
        count = 0;
    }

    private void addEvents(int from, int at) {
        VectorRowEvents events = terms.events;
        int first = 0;
        for (int term = 0; term < count; term++) {
            int end = events.ends[term];
            addEvents(
                    terms.gradients,
                    from + term * WIDTH,
                    events.columns,
                    first,
                    end,
                    terms.factors,
                    term * size,
                    sums,
                    at);
            first = end;
        }
    }

    private static void addEvents(
            float[] row, int from, int[] indices, int first, int end, float[] x, int xAt, float[] sums, int sumsAt) {
        FloatVector left = FloatVector.fromArray(SPECIES, row, from);
        FloatVector right = FloatVector.fromArray(SPECIES, row, from + LANES);
        for (int e = first; e < end; e++) {
            int k = indices[e];
            int at = sumsAt + k * WIDTH;
            FloatVector value = FloatVector.broadcast(SPECIES, x[xAt + k]);
            value.fma(left, FloatVector.fromArray(SPECIES, sums, at)).intoArray(sums, at);
            value.fma(right, FloatVector.fromArray(SPECIES, sums, at + LANES)).intoArray(sums, at + LANES);
        }
    }

    /** Adds the sums of other steps and the same columns. */
    void add(VectorLaggedProduct other) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += other.sums[k];
        }
    }

    /** Writes the columns into a matrix in f order. */
    void store(Slabs matrix) {
        float[] one = new float[size];
        for (int j = 0; j < columns; j++) {
            int at = j / WIDTH * paddedRows() * WIDTH + j % WIDTH;
            for (int k = 0; k < size; k++) {
                one[k] = sums[at + k * WIDTH];
            }
            matrix.store(column + j, 0, size, one, 0);
        }
    }
}
