package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.Coefficient.AMPLITUDE;
import static org.spike4j.neuron.kernel.Coefficient.DECAY;
import static org.spike4j.neuron.kernel.Coefficient.DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.GAIN;
import static org.spike4j.neuron.kernel.Coefficient.LEAK;
import static org.spike4j.neuron.kernel.Coefficient.LEAK_DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.RESET_VALUE;
import static org.spike4j.neuron.kernel.Coefficient.SYNAPSE_DECAY;
import static org.spike4j.neuron.kernel.Coefficient.THRESHOLD;

import org.spike4j.neuron.Tap;

/**
 * The reference: {@link AffineDynamics} in plain Java, all arithmetic in double, on tensors of float or double. The oracle
 * of every other kernel. On floats, membrane and state are rounded in every step, so a sequence has the same bits in one
 * pass as in several that carry the state.
 */
final class ScalarKernel implements TileKernel {

    @Override
    public boolean supports(KernelPlan plan, PassMemory memory, boolean doubles) {
        return true;
    }

    @Override
    public boolean forward(KernelPlan plan, PassMemory memory, StepCoupling coupling, long start, int count) {
        ScalarTile tile = new ScalarTile(plan, !memory.input().doubles(), start, count);
        tile.loadState(memory.initialState());
        double[] x = new double[count];
        double[] y = new double[count];
        double[] h = new double[count];
        for (int t = 0; t < plan.shape.steps(); t++) {
            coupling.beforeStep(t);
            if (t == 0 || !plan.shape.staticInput()) {
                memory.input().load(t, start, count, x, 0);
            }
            tile.step(x, h, 0, y);
            memory.output().store(t, start, count, y, 0);
            if (memory.membrane() != null) {
                memory.membrane().store(t, start, count, h, 0);
            }
            if (memory.carried() != null) {
                memory.carried().store(t, start, count, tile.v, 0);
            }
        }
        tile.storeState(memory.finalState());
        return tile.isNumber();
    }

    @Override
    public TileGradients backward(KernelPlan plan, PassMemory memory, StepCoupling coupling, long start, int count) {
        int steps = plan.shape.steps();
        ScalarTile tile = new ScalarTile(plan, !memory.input().doubles(), start, count);
        double[] x = new double[count];
        double[] y = new double[count];
        double[] h = new double[steps * count]; // membrane, recomputed
        double[] v = new double[(steps + 1) * count]; // carried membrane before each step, and after the last
        double[] j = new double[steps * count]; // input after the synapse
        tile.loadState(memory.initialState());
        for (int t = 0; t < steps; t++) {
            System.arraycopy(tile.v, 0, v, t * count, count);
            memory.input().load(plan.shape.staticInput() ? 0 : t, start, count, x, 0);
            for (int k = 0; k < count; k++) {
                j[t * count + k] = tile.synapticInput(x[k], k);
            }
            tile.step(x, h, t * count, y);
        }
        System.arraycopy(tile.v, 0, v, steps * count, count);

        double[][] sums = new double[Coefficient.COUNT][];
        for (Coefficient coefficient : Coefficient.values()) {
            sums[coefficient.ordinal()] = new double[count];
        }
        double[] g = new double[count];
        double[] gh = new double[count];
        double[] gv = new double[count];
        double[] dv = new double[count];
        double[] di = new double[count];
        double[] dx = new double[count];
        for (int t = steps - 1; t >= 0; t--) {
            coupling.beforeStep(t);
            load(memory.outputGradient(), t, start, g);
            load(memory.membraneGradient(), t, start, gh);
            load(memory.carriedGradient(), t, start, gv);
            for (int k = 0; k < count; k++) {
                int now = t * count + k;
                dv[k] += gv[k];
                double dh = gh[k] + membraneGradient(tile, sums, k, g[k], h[now], v[now + count], dv[k]);
                double dj = updateGradient(tile, sums, k, dh, v[now], j[now], dv, di);
                dx[k] = plan.shape.staticInput() ? dx[k] + dj : dj;
            }
            if (memory.inputGradient() != null && (t == 0 || !plan.shape.staticInput())) {
                memory.inputGradient().store(t, start, count, dx, 0);
            }
        }
        if (memory.initialStateGradient() != null) {
            memory.initialStateGradient().store(0, start, count, dv, 0);
            if (plan.synapse) {
                memory.initialStateGradient().store(1, start, count, di, 0);
            }
        }
        TileGradients gradients = new TileGradients(plan, start, count);
        for (StepCoefficient coefficient : plan.wanted) {
            double[] elements = sums[coefficient.index()];
            gradients.put(coefficient, k -> elements[k]);
        }
        return gradients;
    }

    @Override
    public NeuronStepper stepper(KernelPlan plan, int count) {
        return new ScalarStepper(plan, count);
    }

    private static void load(Slabs slabs, int step, long start, double[] row) {
        if (slabs != null) {
            slabs.load(step, start, row.length, row, 0);
        }
    }

    /** From the gradients on the output and on the carried membrane to dL/dh of the same step. */
    private static double membraneGradient(
            ScalarTile tile, double[][] sums, int k, double g, double h, double v, double dv) {
        KernelPlan plan = tile.plan;
        double theta = tile.at(THRESHOLD, k);
        double distance = h - theta;
        boolean fired = tile.fires(distance);
        double r = tile.afterReset(h, fired, k);

        if (plan.tap == Tap.CARRIED) {
            dv += g * plan.activation.derivative(v);
        }
        sums[LEAK.ordinal()][k] += dv * r;
        sums[LEAK_DRIVE.ordinal()][k] += dv;
        double dr = tile.at(LEAK, k) * dv;
        if (plan.tap == Tap.RESET) {
            dr += g * plan.activation.derivative(r);
        }

        double dh = dr;
        double ds = 0;
        if (!plan.delayed && plan.subtracts) {
            ds = -theta * dr;
            sums[THRESHOLD.ordinal()][k] -= fired ? dr : 0;
        } else if (!plan.delayed && plan.resetsToValue) {
            dh = fired ? 0 : dr;
            ds = (tile.at(RESET_VALUE, k) - h) * dr;
            sums[RESET_VALUE.ordinal()][k] += fired ? dr : 0;
        }
        ds = plan.detached ? 0 : ds;
        if (plan.tap == Tap.SPIKE) {
            ds += tile.at(AMPLITUDE, k) * g;
            sums[AMPLITUDE.ordinal()][k] += fired ? g : 0;
        }
        double through = plan.fires ? ds * plan.surrogate.derivative(distance) : 0;
        if (plan.tap == Tap.DISTANCE) {
            through += g * plan.activation.derivative(distance);
        }
        sums[THRESHOLD.ordinal()][k] -= through;
        dh += through;
        return plan.tap == Tap.MEMBRANE ? dh + g * plan.activation.derivative(h) : dh;
    }

    /** From dL/dh to the gradient on the input and on the state before the step. */
    private static double updateGradient(
            ScalarTile tile, double[][] sums, int k, double dh, double v, double j, double[] dv, double[] di) {
        KernelPlan plan = tile.plan;
        double a = tile.at(DECAY, k);
        double decayed = v;
        double dvBefore = a * dh;
        if (plan.delayed) {
            double theta = tile.at(THRESHOLD, k);
            boolean resets = tile.fires(v - theta);
            double dq;
            if (plan.subtracts) {
                dq = -theta * dh;
                sums[THRESHOLD.ordinal()][k] -= resets ? dh : 0;
            } else {
                double value = tile.at(RESET_VALUE, k);
                dq = a * (value - v) * dh;
                decayed = resets ? value : v;
                dvBefore = resets ? 0 : dvBefore;
                sums[RESET_VALUE.ordinal()][k] += resets ? a * dh : 0;
            }
            if (!plan.detached) {
                double through = dq * plan.surrogate.derivative(v - theta);
                dvBefore += through;
                sums[THRESHOLD.ordinal()][k] -= through;
            }
        }
        sums[DECAY.ordinal()][k] += dh * decayed;
        sums[GAIN.ordinal()][k] += dh * j;
        sums[DRIVE.ordinal()][k] += dh;
        dv[k] = dvBefore;
        sums[SYNAPSE_DECAY.ordinal()][k] += di[k] * j;
        double dj = tile.at(GAIN, k) * dh + tile.at(SYNAPSE_DECAY, k) * di[k];
        di[k] = plan.synapse ? dj : 0;
        return dj;
    }
}
