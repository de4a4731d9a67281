package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.VectorStep.LANES;

import org.spike4j.neuron.Activation;
import org.spike4j.neuron.Tap;

/**
 * {@link AffineDynamics} on vectors of floats, straight on the off-heap memory. A tile's state stays in the first cache
 * through all steps; the last elements of a row, if they do not fill a vector, go through padded edge buffers, so every
 * element sees the same arithmetic wherever it lies.
 *
 * <p>Not covered, and left to the scalar kernel: doubles, synapses, tanh, traces of the membrane and gradients on them.
 */
final class VectorKernel implements TileKernel {

    @Override
    public boolean supports(KernelPlan plan, PassMemory memory, boolean doubles) {
        return !doubles
                && !plan.synapse
                && plan.activation != Activation.TANH
                && memory.carried() == null
                && memory.membraneGradient() == null
                && memory.carriedGradient() == null
                && (memory.output() == null || !memory.output().packed() || VectorBits.works());
    }

    @Override
    public BitKernel bits() {
        return VectorBits.works() ? new VectorBitKernel() : new BitKernel();
    }

    @Override
    public boolean forward(KernelPlan plan, PassMemory memory, StepCoupling coupling, long start, int count) {
        VectorTile tile = VectorTile.prepare(plan, memory, start, count);
        if (plan.plain && memory.membrane() == null) {
            new VectorPlainWalk(plan, memory, tile, start, count).forward(coupling);
        } else {
            forwardRows(plan, memory, coupling, tile, start, count);
        }
        if (memory.finalState() != null) {
            memory.finalState().store(0, start, count, tile.v, 0);
        }
        return tile.isNumber(count);
    }

    private static void forwardRows(
            KernelPlan plan, PassMemory memory, StepCoupling coupling, VectorTile tile, long start, int count) {
        int padded = padded(count);
        int whole = count - count % LANES;
        boolean packed = memory.output().packed();
        float[] trace = memory.membrane() == null ? null : tile.through;
        for (int t = 0; t < plan.shape.steps(); t++) {
            coupling.beforeStep(t);
            VectorRow x = VectorRow.of(memory.input(), plan.shape.staticInput() ? 0 : t, start);
            VectorRow out = VectorRow.of(memory.output(), t, start);
            VectorRow y = packed ? tile.spare[0] : out;
            forwardRow(plan, tile, x.memory(), x.at(), y.memory(), y.at(), trace, 0, 0, whole);
            if (whole < count) {
                VectorRow edge = x.copyTo(tile.edge[0], whole, count);
                Object yEdge = tile.edge[1].memory();
                forwardRow(plan, tile, edge.memory(), 0, yEdge, 0, trace, 0, whole, padded);
                y.copyFrom(tile.edge[1], whole, count);
            }
            if (packed) {
                VectorBits.pack(y, out, count, tile);
            }
            if (trace != null) {
                memory.membrane().store(t, start, count, trace, 0);
            }
        }
    }

    @Override
    public TileGradients backward(KernelPlan plan, PassMemory memory, StepCoupling coupling, long start, int count) {
        VectorTile tile = VectorTile.prepare(plan, memory, start, count);
        tile.prepareBackward(plan, padded(count));
        if (plan.plain) {
            new VectorPlainWalk(plan, memory, tile, start, count).trace();
        } else if (!plan.integrates || plan.wantsOther || memory.outputGradient() == null) {
            traceRows(plan, memory, tile, start, count);
        }
        VectorSurrogate surrogate = VectorSurrogate.of(plan.surrogate);
        boolean common = !plan.wantsOther && memory.outputGradient() != null && surrogate.isVectorised();
        if (plan.plain && common) {
            new VectorPlainWalkBack(plan, memory, coupling, tile, start, count).backward();
        } else {
            backwardRows(plan, surrogate, memory, coupling, tile, start, count);
        }
        if (memory.initialStateGradient() != null) {
            if (plan.delayedPlain && common) {
                VectorDelayed.initialStateRow(plan, surrogate, tile, padded(count));
            }
            memory.initialStateGradient().store(0, start, count, tile.dv, 0);
        }
        TileGradients gradients = new TileGradients(plan, start, count);
        for (StepCoefficient coefficient : plan.wanted) {
            gradients.put(coefficient, tile.sum[coefficient.index()]);
        }
        return gradients;
    }

    private static void traceRows(KernelPlan plan, PassMemory memory, VectorTile tile, long start, int count) {
        int padded = padded(count);
        int whole = count - count % LANES;
        for (int t = 0; t < plan.shape.steps(); t++) {
            VectorRow x = VectorRow.of(memory.input(), plan.shape.staticInput() ? 0 : t, start);
            forwardRow(plan, tile, x.memory(), x.at(), null, 0, tile.h, t * padded, 0, whole);
            if (whole < count) {
                VectorRow edge = x.copyTo(tile.edge[0], whole, count);
                forwardRow(plan, tile, edge.memory(), 0, null, 0, tile.h, t * padded, whole, padded);
            }
        }
    }

    private static void backwardRows(
            KernelPlan plan,
            VectorSurrogate surrogate,
            PassMemory memory,
            StepCoupling coupling,
            VectorTile tile,
            long start,
            int count) {
        int padded = padded(count);
        int whole = count - count % LANES;
        boolean staticInput = plan.shape.staticInput();
        for (int t = plan.shape.steps() - 1; t >= 0; t--) {
            coupling.beforeStep(t);
            VectorRow x = VectorRow.of(memory.input(), staticInput ? 0 : t, start);
            VectorRow g = VectorRow.of(memory.outputGradient(), t, start);
            VectorRow dx =
                    VectorRow.of(staticInput && t > 0 ? null : memory.inputGradient(), staticInput ? 0 : t, start);
            backwardRows(plan, surrogate, tile, x, g, dx, t, padded, 0, whole);
            if (whole < count) {
                VectorRow xEdge = x.copyTo(tile.edge[0], whole, count);
                VectorRow gEdge = g.copyTo(tile.edge[1], whole, count);
                VectorRow dxEdge = dx.memory() == null ? dx : tile.edge[2];
                backwardRows(plan, surrogate, tile, xEdge, gEdge, dxEdge, t, padded, whole, padded);
                dx.copyFrom(tile.edge[2], whole, count);
            }
        }
    }

    @Override
    public NeuronStepper stepper(KernelPlan plan, int count) {
        return VectorStepper.covers(plan) ? new VectorStepper(plan, count) : new ScalarStepper(plan, count);
    }

    static void forwardRow(
            KernelPlan plan,
            VectorTile tile,
            Object x,
            int xAt,
            Object y,
            int yAt,
            float[] trace,
            int traceAt,
            int from,
            int to) {
        boolean both = y != null && trace != null;
        if (plan.integrates && trace == null) {
            VectorIntegrator.forwardRow(tile, x, xAt, y, yAt, from, to);
        } else if (both || !plan.delayedPlain) {
            VectorStep.forwardRow(plan, tile, x, xAt, y, yAt, trace, traceAt, from, to);
        } else if (y != null) {
            VectorDelayed.forwardRow(plan, tile, x, xAt, y, yAt, from, to);
        } else {
            VectorDelayed.traceRow(plan, tile, x, xAt, trace, traceAt, from, to);
        }
    }

    private static void backwardRows(
            KernelPlan plan,
            VectorSurrogate surrogate,
            VectorTile tile,
            VectorRow x,
            VectorRow g,
            VectorRow dx,
            int t,
            int padded,
            int from,
            int to) {
        float[] theta = tile.of(Coefficient.THRESHOLD);
        int thetaMask = tile.maskOf(Coefficient.THRESHOLD);
        int hAt = t * padded;
        boolean common = !plan.wantsOther && g.memory() != null;
        if (common && plan.delayedPlain && surrogate.isVectorised()) {
            VectorDelayed.backwardRow(
                    plan, surrogate, tile, x.memory(), x.at(), g.memory(), g.at(), dx.memory(), dx.at(), hAt, from, to);
            return;
        }
        if (common && plan.integrates) {
            VectorIntegrator.backwardRow(
                    plan, tile, x.memory(), x.at(), g.memory(), g.at(), dx.memory(), dx.at(), from, to);
            return;
        }
        if (plan.leaks || plan.tap == Tap.RESET || plan.tap == Tap.CARRIED) {
            VectorAdjoint.leakRow(plan, tile, g.memory(), g.at(), hAt, from, to);
        }
        surrogate.slopeRow(tile.h, hAt, theta, thetaMask, tile.slope, from, to);
        VectorAdjoint.fireRow(plan, tile, g.memory(), g.at(), hAt, from, to);
        if (plan.wantsThreshold || plan.wantsResetValue || plan.wantsAmplitude) {
            VectorAdjoint.fireSumsRow(plan, tile, g.memory(), g.at(), hAt, from, to);
        }
        VectorAdjoint.updateRow(plan, tile, x.memory(), x.at(), dx.memory(), dx.at(), from, to);
        if (!plan.wantsDecay && !plan.delayed) {
            return;
        }
        if (t == 0) {
            System.arraycopy(tile.vInitial, from, tile.vBefore, from, to - from);
        } else {
            VectorAdjoint.carriedRow(plan, tile, hAt - padded, from, to);
        }
        if (plan.wantsDecay) {
            VectorAdjoint.decaySumRow(plan, tile, from, to);
        }
        if (plan.delayed) {
            if (!plan.detached) {
                surrogate.slopeRow(tile.vBefore, 0, theta, thetaMask, tile.slope, from, to);
            }
            VectorAdjoint.delayedResetRow(plan, tile, from, to);
        }
    }

    static int padded(int count) {
        return (count + LANES - 1) / LANES * LANES;
    }
}
