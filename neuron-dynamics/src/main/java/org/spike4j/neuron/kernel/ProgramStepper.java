package org.spike4j.neuron.kernel;

/**
 * A program over a row that keeps its state.
 *
 * @param <A> float[] or double[]
 */
final class ProgramStepper<A> implements NeuronStepper {
    private final ProgramStep<A> program;
    private final ArrayKind<A> kind;
    private final ProgramScratch<A> tile;
    private final A states;
    private final int variables;
    private final int padded;
    private final int count;
    private int time;

    ProgramStepper(ProgramStep<A> program, int padded, int count) {
        this.program = program;
        this.padded = padded;
        this.count = count;
        kind = program.kind();
        variables = program.plan().states;
        tile = new ProgramScratch<>(kind);
        tile.prepare(program.plan(), 0, count, padded);
        states = kind.make(variables * padded);
        reset();
    }

    @Override
    public void step(float[] input, float[] output) {
        for (int k = 0; k < count; k++) {
            kind.set(tile.x, k, input[k]);
        }
        program.forward(tile, time, states, 0, count, padded);
        time++;
        for (int k = 0; k < count; k++) {
            output[k] = (float) kind.get(tile.y, k);
        }
    }

    @Override
    public void reset() {
        time = 0;
        program.start(states, padded);
    }

    @Override
    public void save(float[] target, int at) {
        for (int s = 0; s < variables; s++) {
            for (int k = 0; k < count; k++) {
                target[at + s * count + k] = (float) kind.get(states, s * padded + k);
            }
        }
    }

    @Override
    public void restore(float[] source, int at) {
        for (int s = 0; s < variables; s++) {
            for (int k = 0; k < count; k++) {
                kind.set(states, s * padded + k, source[at + s * count + k]);
            }
        }
    }
}
