package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.VectorStep.LANES;

import java.nio.ByteBuffer;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.Tap;

/**
 * {@link AffineDynamics} on vectors of floats, straight on the off-heap memory. A tile's state stays in the first cache
 * through all steps; the last elements of a row, if they do not fill a vector, go through padded edge buffers, so every
 * element sees the same arithmetic wherever it lies.
 *
 * <p>Not covered, and left to the scalar kernel: doubles, synapses, tanh, surrogates from outside this library, traces of
 * the membrane and gradients on them.
 */
final class VectorKernel implements TileKernel {

    @Override
    public boolean supports(KernelPlan plan, PassMemory memory, boolean doubles) {
        return !doubles
                && !plan.synapse
                && plan.activation != Activation.TANH
                && VectorSurrogate.of(plan.surrogate) != null
                && memory.carried() == null
                && memory.membraneGradient() == null
                && memory.carriedGradient() == null;
    }

    @Override
    public boolean forward(KernelPlan plan, PassMemory memory, StepCoupling coupling, long start, int count) {
        int padded = padded(count);
        int whole = count - count % LANES;
        VectorTile tile = VectorTile.prepare(plan, memory, start, count, padded);
        boolean traces = memory.membrane() != null;
        float[] trace = traces ? tile.through : null;
        for (int t = 0; t < plan.shape.steps(); t++) {
            coupling.beforeStep(t);
            Row x = Row.of(memory.input(), plan.shape.staticInput() ? 0 : t, start);
            Row y = Row.of(memory.output(), t, start);
            forwardRow(plan, tile, x.memory, x.at, y.memory, y.at, trace, 0, 0, whole);
            if (whole < count) {
                Row xEdge = x.toEdge(tile.edge[0], whole, count);
                forwardRow(plan, tile, xEdge.memory, 0, VectorMemory.of(tile.edge[1]), 0, trace, 0, whole, padded);
                y.fromEdge(tile.edge[1], whole, count);
            }
            if (traces) {
                memory.membrane().store(t, start, count, trace, 0);
            }
        }
        if (memory.finalState() != null) {
            memory.finalState().store(0, start, count, tile.v, 0);
        }
        return tile.isNumber(count);
    }

    @Override
    public TileGradients backward(KernelPlan plan, PassMemory memory, StepCoupling coupling, long start, int count) {
        int padded = padded(count);
        int whole = count - count % LANES;
        VectorTile tile = VectorTile.prepare(plan, memory, start, count, padded);
        tile.prepareBackward(plan, padded);
        VectorSurrogate surrogate = VectorSurrogate.of(plan.surrogate);
        boolean traceless = plan.integrates && !plan.wantsOther && memory.outputGradient() != null;
        for (int t = 0; t < plan.shape.steps() && !traceless; t++) {
            Row x = Row.of(memory.input(), plan.shape.staticInput() ? 0 : t, start);
            forwardRow(plan, tile, x.memory, x.at, null, 0, tile.h, t * padded, 0, whole);
            if (whole < count) {
                Row xEdge = x.toEdge(tile.edge[0], whole, count);
                forwardRow(plan, tile, xEdge.memory, 0, null, 0, tile.h, t * padded, whole, padded);
            }
        }
        for (int t = plan.shape.steps() - 1; t >= 0; t--) {
            coupling.beforeStep(t);
            boolean staticInput = plan.shape.staticInput();
            Row x = Row.of(memory.input(), staticInput ? 0 : t, start);
            Row g = Row.of(memory.outputGradient(), t, start);
            Row dx = Row.of(staticInput && t > 0 ? null : memory.inputGradient(), staticInput ? 0 : t, start);
            backwardRows(plan, surrogate, tile, x, g, dx, t, padded, 0, whole);
            if (whole < count) {
                Row xEdge = x.toEdge(tile.edge[0], whole, count);
                Row gEdge = g.toEdge(tile.edge[1], whole, count);
                Row dxEdge = dx.memory == null ? dx : Row.ofEdge(tile.edge[2]);
                backwardRows(plan, surrogate, tile, xEdge, gEdge, dxEdge, t, padded, whole, padded);
                dx.fromEdge(tile.edge[2], whole, count);
            }
        }
        if (memory.initialStateGradient() != null) {
            if (plan.delayedPlain && !plan.wantsOther && memory.outputGradient() != null) {
                VectorDelayed.initialStateRow(plan, surrogate, tile, padded);
            }
            memory.initialStateGradient().store(0, start, count, tile.dv, 0);
        }
        TileGradients gradients = new TileGradients(plan, start, count);
        for (Coefficient coefficient : plan.wanted) {
            float[] sums = tile.sum[coefficient.ordinal()];
            gradients.put(coefficient, k -> sums[k]);
        }
        return gradients;
    }

    private static void forwardRow(
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
        } else if (both || !plan.plain && !plan.delayedPlain) {
            VectorStep.forwardRow(plan, tile, x, xAt, y, yAt, trace, traceAt, from, to);
        } else if (plan.plain && y != null) {
            VectorPlain.forwardRow(plan, tile, x, xAt, y, yAt, from, to);
        } else if (plan.plain) {
            VectorPlain.traceRow(plan, tile, x, xAt, trace, traceAt, from, to);
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
            Row x,
            Row g,
            Row dx,
            int t,
            int padded,
            int from,
            int to) {
        float[] theta = tile.of(Coefficient.THRESHOLD);
        int thetaMask = tile.maskOf(Coefficient.THRESHOLD);
        int hAt = t * padded;
        boolean common = !plan.wantsOther && g.memory != null;
        if (common && plan.plain) {
            VectorPlain.backwardRow(
                    plan, surrogate, tile, x.memory, x.at, g.memory, g.at, dx.memory, dx.at, hAt, from, to);
            return;
        }
        if (common && plan.delayedPlain) {
            VectorDelayed.backwardRow(
                    plan, surrogate, tile, x.memory, x.at, g.memory, g.at, dx.memory, dx.at, hAt, from, to);
            return;
        }
        if (common && plan.integrates) {
            VectorIntegrator.backwardRow(plan, tile, x.memory, x.at, g.memory, g.at, dx.memory, dx.at, from, to);
            return;
        }
        if (plan.leaks || plan.tap == Tap.RESET || plan.tap == Tap.CARRIED) {
            VectorAdjoint.leakRow(plan, tile, g.memory, g.at, hAt, from, to);
        }
        surrogate.slopeRow(tile.h, hAt, theta, thetaMask, tile.slope, from, to);
        VectorAdjoint.fireRow(plan, tile, g.memory, g.at, hAt, from, to);
        if (plan.wantsThreshold || plan.wantsResetValue || plan.wantsAmplitude) {
            VectorAdjoint.fireSumsRow(plan, tile, g.memory, g.at, hAt, from, to);
        }
        VectorAdjoint.updateRow(plan, tile, x.memory, x.at, dx.memory, dx.at, from, to);
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
            surrogate.slopeRow(tile.vBefore, 0, theta, thetaMask, tile.slope, from, to);
            VectorAdjoint.delayedResetRow(plan, tile, from, to);
        }
    }

    private static int padded(int count) {
        return (count + LANES - 1) / LANES * LANES;
    }

    /** A row of off-heap memory, as a buffer and as vectors take it; both null where the caller gave none. */
    private record Row(ByteBuffer buffer, Object memory, int at) {

        static Row of(Slabs slabs, int step, long start) {
            if (slabs == null) {
                return new Row(null, null, 0);
            }
            ByteBuffer buffer = slabs.chunk(step);
            return new Row(buffer, VectorMemory.of(buffer), slabs.offset(step, start));
        }

        static Row ofEdge(ByteBuffer edge) {
            return new Row(edge, VectorMemory.of(edge), 0);
        }

        /** Copies the elements from..count to the edge buffer; its other elements are stale, and their results unused. */
        Row toEdge(ByteBuffer edge, int from, int count) {
            if (buffer == null) {
                return this;
            }
            for (int k = from; k < count; k++) {
                edge.putFloat((k - from) * Float.BYTES, buffer.getFloat(at + k * Float.BYTES));
            }
            return ofEdge(edge);
        }

        void fromEdge(ByteBuffer edge, int from, int count) {
            for (int k = from; buffer != null && k < count; k++) {
                buffer.putFloat(at + k * Float.BYTES, edge.getFloat((k - from) * Float.BYTES));
            }
        }
    }
}
