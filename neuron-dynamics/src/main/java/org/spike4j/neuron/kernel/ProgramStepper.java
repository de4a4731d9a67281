package org.spike4j.neuron.kernel;

/**
 * A program over a row that keeps its state.
 *
 * @param <A> float[] or double[]
 */
final class ProgramStepper<A> implements NeuronStepper {
    private final ProgramPlan plan;
    private final ProgramRows<A> rows;
    private final ArrayKind<A> kind;
    private final ProgramScratch<A> tile;
    private final A states;
    private final int padded;
    private final int count;
    private final boolean roundsStates;
    private int step;

    ProgramStepper(
            ProgramPlan plan, ProgramRows<A> rows, ArrayKind<A> kind, int padded, int count, boolean roundsStates) {
        this.plan = plan;
        this.rows = rows;
        this.kind = kind;
        this.padded = padded;
        this.count = count;
        this.roundsStates = roundsStates;
        tile = new ProgramScratch<>(kind);
        tile.prepare(plan, 0, count, padded);
        states = kind.make(plan.states * padded);
        reset();
    }

    @Override
    public void step(float[] input, float[] output) {
        for (int k = 0; k < count; k++) {
            kind.set(tile.x, k, input[k]);
        }
        for (int u = 0; u < plan.subSteps; u++) {
            boolean adds = plan.adds && u > 0;
            tile.drawNoise(plan, step, 0, count);
            step++;
            rows.forward(
                    padded,
                    tile.x,
                    states,
                    0,
                    states,
                    0,
                    padded,
                    tile.coefficients,
                    tile.masks,
                    tile.normal,
                    adds ? tile.more : tile.y,
                    tile.h);
            round();
            if (adds) {
                kind.add(tile.more, tile.y, count);
            }
        }
        for (int k = 0; k < count; k++) {
            output[k] = (float) kind.get(tile.y, k);
        }
    }

    private void round() {
        for (int k = 0; roundsStates && k < plan.states * padded; k++) {
            kind.set(states, k, (float) kind.get(states, k));
        }
    }

    @Override
    public void reset() {
        step = 0;
        for (int s = 0; s < plan.states; s++) {
            kind.fill(states, s * padded, (s + 1) * padded, plan.dynamics.initialState(s));
        }
        round();
    }

    @Override
    public void save(float[] target, int at) {
        for (int s = 0; s < plan.states; s++) {
            for (int k = 0; k < count; k++) {
                target[at + s * count + k] = (float) kind.get(states, s * padded + k);
            }
        }
    }

    @Override
    public void restore(float[] source, int at) {
        for (int s = 0; s < plan.states; s++) {
            for (int k = 0; k < count; k++) {
                kind.set(states, s * padded + k, source[at + s * count + k]);
            }
        }
    }
}
