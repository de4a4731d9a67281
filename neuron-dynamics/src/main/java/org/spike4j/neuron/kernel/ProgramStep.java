package org.spike4j.neuron.kernel;

/**
 * A step of a program with all its sub-steps, for whoever keeps the states: tiles of a sequence, and streams.
 *
 * @param <A> float[] for compiled programs, double[] for the reference
 * @param plan the pass
 * @param rows the program
 * @param kind what the arrays are
 * @param roundsStates whether states are rounded to floats in every step, as tensors of floats would hold them
 */
record ProgramStep<A>(ProgramPlan plan, ProgramRows<A> rows, ArrayKind<A> kind, boolean roundsStates) {

    /** The states before the first step. */
    void start(A states, int padded) {
        for (int s = 0; s < plan.states; s++) {
            kind.fill(states, s * padded, (s + 1) * padded, plan.dynamics.initialState(s));
        }
        round(states, 0, padded);
    }

    /** The step at time t, in place; leaves the output in y and the last membrane in h. */
    void forward(ProgramScratch<A> tile, int t, A states, long start, int count, int padded) {
        for (int u = 0; u < plan.subSteps; u++) {
            boolean adds = plan.adds && u > 0;
            subStep(tile, t * plan.subSteps + u, states, 0, states, 0, adds ? tile.more : tile.y, start, count, padded);
            if (adds) {
                kind.add(tile.more, tile.y, count);
            }
        }
    }

    /** One sub-step, counted from the first of the sequence, from states at one place to states at another. */
    void subStep(
            ProgramScratch<A> tile,
            int step,
            A from,
            int fromAt,
            A to,
            int toAt,
            A output,
            long start,
            int count,
            int padded) {
        tile.drawNoise(plan, step, start, count);
        rows.forward(
                padded,
                tile.x,
                from,
                fromAt,
                to,
                toAt,
                padded,
                tile.coefficients,
                tile.masks,
                tile.normal,
                output,
                tile.h);
        round(to, toAt, padded);
    }

    /** Rounds all states that lie at a place, if they are to be rounded. */
    void round(A states, int at, int padded) {
        if (roundsStates) {
            for (int k = at; k < at + plan.states * padded; k++) {
                kind.set(states, k, (float) kind.get(states, k));
            }
        }
    }
}
