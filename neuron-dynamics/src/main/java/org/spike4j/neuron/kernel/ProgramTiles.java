package org.spike4j.neuron.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks a program's neurons through time, a tile at a time. The backward pass recomputes the states of its tile and keeps them;
 * rows are copied into arrays, which stay in the first cache.
 *
 * @param <A> float[] for compiled programs, double[] for the reference
 */
final class ProgramTiles<A> implements NeuronTiles {
    /** Rows of compiled programs are filled up to a multiple of this, which all vectors divide. */
    private static final int PADDING = 64;

    private final ProgramPlan plan;
    private final ProgramRows<A> rows;
    private final ArrayKind<A> kind;
    private final ThreadLocal<ProgramScratch<A>> scratch;
    private final ProgramStep<A> program;

    private ProgramTiles(
            ProgramPlan plan,
            ProgramRows<A> rows,
            ArrayKind<A> kind,
            ThreadLocal<ProgramScratch<A>> scratch,
            boolean roundsStates) {
        this.plan = plan;
        this.rows = rows;
        this.kind = kind;
        this.scratch = scratch;
        program = new ProgramStep<>(plan, rows, kind, roundsStates);
    }

    /** Compiled for vectors, or interpreted; interpreted states of float tensors are rounded to floats in every step. */
    static NeuronTiles of(ProgramPlan plan, boolean vectors, boolean doubles) {
        if (vectors) {
            ProgramRows<float[]> compiled = ProgramCompiler.compiled(plan.dynamics.program(), plan.output, plan.wanted);
            return new ProgramTiles<>(plan, compiled, ArrayKind.FLOATS, ProgramScratch.FLOATS, false);
        }
        ProgramRows<double[]> interpreted =
                ProgramCompiler.interpreted(plan.dynamics.program(), plan.output, plan.wanted);
        return new ProgramTiles<>(plan, interpreted, ArrayKind.DOUBLES, ProgramScratch.DOUBLES, !doubles);
    }

    @Override
    public boolean forward(PassMemory memory, StepCoupling coupling, long start, int count) {
        ProgramScratch<A> tile = scratch.get();
        int padded = padded(count);
        tile.prepare(plan, start, count, padded);
        A states = tile.states(plan.states * padded);
        loadStates(memory.initialState(), states, start, count, padded);
        for (int t = 0; t < plan.shape.steps(); t++) {
            coupling.beforeStep(t);
            if (t == 0 || !plan.shape.staticInput()) {
                kind.load(memory.input(), t, start, count, tile.x, 0);
            }
            program.forward(tile, t, states, start, count, padded);
            kind.store(memory.output(), t, start, count, tile.y, 0);
            if (memory.membrane() != null) {
                kind.store(memory.membrane(), t, start, count, tile.h, 0);
            }
            if (memory.carried() != null) {
                kind.store(memory.carried(), t, start, count, plan.states > 0 ? states : tile.h, 0);
            }
        }
        if (memory.finalState() != null) {
            for (int s = 0; s < plan.states; s++) {
                kind.store(memory.finalState(), s, start, count, states, s * padded);
            }
        }
        return areNumbers(tile, states, count, padded);
    }

    @Override
    public TileGradients backward(PassMemory memory, StepCoupling coupling, long start, int count) {
        ProgramScratch<A> tile = scratch.get();
        int padded = padded(count);
        tile.prepare(plan, start, count, padded);
        A trace = trace(tile, memory, start, count, padded);
        A gradients = tile.states(plan.states * padded);
        kind.fill(gradients, 0, plan.states * padded, 0);
        for (int t = plan.shape.steps() - 1; t >= 0; t--) {
            coupling.beforeStep(t);
            if (!plan.shape.staticInput()) {
                kind.load(memory.input(), t, start, count, tile.x, 0);
            }
            load(memory.outputGradient(), t, start, count, tile.y);
            load(memory.membraneGradient(), t, start, count, tile.h);
            addCarried(tile, memory.carriedGradient(), gradients, t, start, count);
            backStep(tile, t, trace, gradients, start, count, padded);
            if (memory.inputGradient() != null && (t == 0 || !plan.shape.staticInput())) {
                kind.store(memory.inputGradient(), t, start, count, tile.dx, 0);
            }
            if (!plan.shape.staticInput()) {
                kind.fill(tile.dx, 0, padded, 0);
            }
        }
        if (memory.initialStateGradient() != null) {
            for (int s = 0; s < plan.states; s++) {
                kind.store(memory.initialStateGradient(), s, start, count, gradients, s * padded);
            }
        }
        return sums(tile, start, count);
    }

    private void backStep(ProgramScratch<A> tile, int t, A trace, A gradients, long start, int count, int padded) {
        for (int u = plan.subSteps - 1; u >= 0; u--) {
            int step = t * plan.subSteps + u;
            tile.drawNoise(plan, step, start, count);
            rows.backward(
                    padded,
                    tile.x,
                    trace,
                    step * plan.states * padded,
                    padded,
                    tile.coefficients,
                    tile.masks,
                    tile.normal,
                    tile.y,
                    tile.h,
                    gradients,
                    tile.more,
                    tile.sums);
            kind.add(tile.more, tile.dx, padded);
            if (u == plan.subSteps - 1) {
                kind.fill(tile.h, 0, padded, 0); // the membrane of a step is that of its last sub-step
            }
            if (!plan.adds) {
                kind.fill(tile.y, 0, padded, 0); // and so is any output but spikes
            }
        }
    }

    /** The states before each sub-step, one after the other. */
    private A trace(ProgramScratch<A> tile, PassMemory memory, long start, int count, int padded) {
        int row = plan.states * padded;
        int steps = plan.shape.steps() * plan.subSteps;
        A trace = tile.trace(Math.multiplyExact(steps + 1, row));
        loadStates(memory.initialState(), trace, start, count, padded);
        for (int step = 0; step < steps; step++) {
            boolean next = step % plan.subSteps == 0 && (step == 0 || !plan.shape.staticInput());
            if (next) {
                kind.load(memory.input(), step / plan.subSteps, start, count, tile.x, 0);
            }
            program.subStep(tile, step, trace, step * row, trace, (step + 1) * row, tile.y, start, count, padded);
        }
        return trace;
    }

    @Override
    public NeuronStepper stepper(int count) {
        return new ProgramStepper<>(program, padded(count), count);
    }

    private void loadStates(Slabs from, A states, long start, int count, int padded) {
        program.start(states, padded);
        for (int s = 0; from != null && s < plan.states; s++) {
            kind.load(from, s, start, count, states, s * padded);
        }
        program.round(states, 0, padded);
    }

    private void load(Slabs from, int step, long start, int count, A row) {
        if (from == null) {
            kind.fill(row, 0, count, 0);
        } else {
            kind.load(from, step, start, count, row, 0);
        }
    }

    private void addCarried(ProgramScratch<A> tile, Slabs from, A gradients, int step, long start, int count) {
        if (from != null && plan.states > 0) {
            kind.load(from, step, start, count, tile.more, 0);
            kind.add(tile.more, gradients, count);
        }
    }

    private boolean areNumbers(ProgramScratch<A> tile, A states, int count, int padded) {
        double sum = 0;
        for (int s = 0; s < plan.states; s++) {
            for (int k = 0; k < count; k++) {
                sum += kind.get(states, s * padded + k) * 0; // NaN or infinite times 0 is NaN
            }
        }
        for (int k = 0; plan.states == 0 && k < count; k++) {
            sum += kind.get(tile.h, k) * 0;
        }
        return !Double.isNaN(sum);
    }

    private TileGradients sums(ProgramScratch<A> tile, long start, int count) {
        TileGradients gradients = new TileGradients(
                plan.shape, plan.dynamics.program().coefficients().size(), start, count);
        List<Integer> wanted = new ArrayList<>(plan.wanted);
        for (int w = 0; w < wanted.size(); w++) {
            A sum = tile.sums[w];
            gradients.put(wanted.get(w), k -> kind.get(sum, k));
        }
        return gradients;
    }

    private int padded(int count) {
        return kind == ArrayKind.DOUBLES ? count : (count + PADDING - 1) / PADDING * PADDING;
    }
}
