package org.spike4j.neuron.kernel;

/**
 * The rows of one tile of a program, kept by thread so that passes do not allocate.
 *
 * @param <A> float[] or double[]
 */
final class ProgramScratch<A> {
    static final ThreadLocal<ProgramScratch<float[]>> FLOATS =
            ThreadLocal.withInitial(() -> new ProgramScratch<>(ArrayKind.FLOATS));
    static final ThreadLocal<ProgramScratch<double[]>> DOUBLES =
            ThreadLocal.withInitial(() -> new ProgramScratch<>(ArrayKind.DOUBLES));

    /** A value for all elements is repeated so often, for vectors. */
    private static final int REPEATED = 64;

    private final ArrayKind<A> kind;
    A x;
    A y;
    A h;
    A dx;
    A more;
    A normal;
    A[] coefficients;
    int[] masks = new int[0];
    A[] sums;
    private A states;
    private A trace;

    ProgramScratch(ArrayKind<A> kind) {
        this.kind = kind;
        x = kind.make(0);
        y = kind.make(0);
        h = kind.make(0);
        dx = kind.make(0);
        more = kind.make(0);
        normal = kind.make(0);
        states = kind.make(0);
        trace = kind.make(0);
        coefficients = kind.table(0);
        sums = kind.table(0);
    }

    /** Rows for a tile, with its coefficients; rows begin with zeros, sums are zero. */
    void prepare(ProgramPlan plan, long start, int count, int padded) {
        x = cleared(x, padded);
        y = cleared(y, padded);
        h = cleared(h, padded);
        dx = cleared(dx, padded);
        more = cleared(more, padded);
        normal = cleared(normal, padded);
        int all = plan.dynamics.program().coefficients().size();
        if (coefficients.length != all) {
            coefficients = kind.table(all);
            masks = new int[all];
        }
        for (int c = 0; c < all; c++) {
            expand(plan, c, start, count, padded);
        }
        if (sums.length != plan.wanted.size()) {
            sums = kind.table(plan.wanted.size());
        }
        for (int w = 0; w < sums.length; w++) {
            sums[w] = cleared(sums[w] == null ? kind.make(0) : sums[w], padded);
        }
    }

    private void expand(ProgramPlan plan, int c, long start, int count, int padded) {
        boolean shared = plan.coefficients.isShared(c);
        masks[c] = shared ? 0 : -1;
        int length = shared ? REPEATED : padded;
        if (coefficients[c] == null || kind.length(coefficients[c]) < length) {
            coefficients[c] = kind.make(length);
        }
        if (shared) {
            kind.fill(coefficients[c], 0, REPEATED, plan.coefficients.get(c, 0));
            return;
        }
        for (int k = 0; k < count; ) {
            int run = (int) Math.min(count - k, plan.shape.inner() - (start + k) % plan.shape.inner());
            double value = plan.coefficients.get(c, plan.shape.channelOf(start + k));
            kind.fill(coefficients[c], k, k + run, value);
            k += run;
        }
        kind.fill(coefficients[c], count, padded, plan.coefficients.get(c, 0));
    }

    /** Standard normal numbers for the neurons of a tile in one step, the same whenever they are asked for. */
    void drawNoise(ProgramPlan plan, int step, long start, int count) {
        if (plan.noisy) {
            for (int k = 0; k < count; k++) {
                kind.set(normal, k, NormalNoise.at(plan.dynamics.noiseSeed(), step, start + k));
            }
        }
    }

    A states(int length) {
        states = atLeast(states, length);
        return states;
    }

    A trace(int length) {
        trace = atLeast(trace, length);
        return trace;
    }

    private A atLeast(A array, int length) {
        return kind.length(array) < length ? kind.make(length) : array;
    }

    private A cleared(A array, int length) {
        A row = atLeast(array, length);
        kind.fill(row, 0, length, 0);
        return row;
    }
}
