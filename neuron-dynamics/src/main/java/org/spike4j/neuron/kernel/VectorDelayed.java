package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.Coefficient.AMPLITUDE;
import static org.spike4j.neuron.kernel.Coefficient.DECAY;
import static org.spike4j.neuron.kernel.Coefficient.DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.GAIN;
import static org.spike4j.neuron.kernel.Coefficient.RESET_VALUE;
import static org.spike4j.neuron.kernel.Coefficient.THRESHOLD;
import static org.spike4j.neuron.kernel.VectorStep.LANES;
import static org.spike4j.neuron.kernel.VectorStep.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link VectorPlain} for a reset in the next step, see {@link KernelPlan#delayedPlain}. Unchecked.
 *
 * <p>Backward, {@code tile.dv} holds dL/dh of the step after, not dL/dv: the reset that connects them needs the membrane h
 * of this step, which is at hand here, while the one before would have to be read once more.
 */
final class VectorDelayed {
    private VectorDelayed() {}

    /** Steps a row and writes its spikes. */
    static void forwardRow(KernelPlan plan, VectorTile tile, Object x, int xAt, Object y, int yAt, int from, int to) {
        float[] v = tile.v;
        FloatVector a = VectorStep.value(tile, DECAY, 0);
        float[] b = tile.of(GAIN);
        float[] c = tile.of(DRIVE);
        FloatVector theta = VectorStep.value(tile, THRESHOLD, 0);
        FloatVector value = VectorStep.value(tile, RESET_VALUE, 0);
        FloatVector amplitude = VectorStep.value(tile, AMPLITUDE, 0);
        int bMask = tile.maskOf(GAIN);
        int cMask = tile.maskOf(DRIVE);
        boolean subtracts = plan.subtracts;
        boolean atThreshold = plan.firesAtThreshold;
        for (int k = from; k < to; k += LANES) {
            int at = (k - from) * Float.BYTES;
            FloatVector drive = VectorMemory.load(x, xAt + at)
                    .fma(FloatVector.fromArray(SPECIES, b, k & bMask), FloatVector.fromArray(SPECIES, c, k & cMask));
            FloatVector before = FloatVector.fromArray(SPECIES, v, k);
            FloatVector distance = before.sub(theta);
            VectorMask<Float> due =
                    atThreshold ? distance.compare(VectorOperators.GE, 0) : distance.compare(VectorOperators.GT, 0);
            if (!subtracts) {
                before = before.blend(value, due);
            }
            FloatVector h = before.fma(a, drive);
            if (subtracts) {
                h = h.blend(h.sub(theta), due);
            }
            h.intoArray(v, k);
            distance = h.sub(theta);
            VectorMask<Float> fired =
                    atThreshold ? distance.compare(VectorOperators.GE, 0) : distance.compare(VectorOperators.GT, 0);
            VectorMemory.store(FloatVector.zero(SPECIES).blend(amplitude, fired), y, yAt + at);
        }
    }

    /** Steps a row and keeps its membrane. */
    static void traceRow(
            KernelPlan plan, VectorTile tile, Object x, int xAt, float[] trace, int traceAt, int from, int to) {
        float[] v = tile.v;
        FloatVector a = VectorStep.value(tile, DECAY, 0);
        float[] b = tile.of(GAIN);
        float[] c = tile.of(DRIVE);
        FloatVector theta = VectorStep.value(tile, THRESHOLD, 0);
        FloatVector value = VectorStep.value(tile, RESET_VALUE, 0);
        int bMask = tile.maskOf(GAIN);
        int cMask = tile.maskOf(DRIVE);
        boolean subtracts = plan.subtracts;
        boolean atThreshold = plan.firesAtThreshold;
        for (int k = from; k < to; k += LANES) {
            FloatVector drive = VectorMemory.load(x, xAt + (k - from) * Float.BYTES)
                    .fma(FloatVector.fromArray(SPECIES, b, k & bMask), FloatVector.fromArray(SPECIES, c, k & cMask));
            FloatVector before = FloatVector.fromArray(SPECIES, v, k);
            FloatVector distance = before.sub(theta);
            VectorMask<Float> due =
                    atThreshold ? distance.compare(VectorOperators.GE, 0) : distance.compare(VectorOperators.GT, 0);
            if (!subtracts) {
                before = before.blend(value, due);
            }
            FloatVector h = before.fma(a, drive);
            if (subtracts) {
                h = h.blend(h.sub(theta), due);
            }
            h.intoArray(trace, traceAt + k);
            h.intoArray(v, k);
        }
    }

    /**
     * Walks a row one step back: dL/dh in {@code tile.dv} becomes that of this step, and dL/dx is written unless there is no
     * memory for it. Sums only gain and drive.
     */
    static void backwardRow(
            KernelPlan plan,
            VectorSurrogate surrogate,
            VectorTile tile,
            Object x,
            int xAt,
            Object g,
            int gAt,
            Object dx,
            int dxAt,
            int hAt,
            int from,
            int to) {
        float[] trace = tile.h;
        float[] dhRow = tile.dv;
        FloatVector a = VectorStep.value(tile, DECAY, 0);
        float[] b = tile.of(GAIN);
        FloatVector theta = VectorStep.value(tile, THRESHOLD, 0);
        FloatVector value = VectorStep.value(tile, RESET_VALUE, 0);
        FloatVector amplitude = VectorStep.value(tile, AMPLITUDE, 0);
        int bMask = tile.maskOf(GAIN);
        boolean atThreshold = plan.firesAtThreshold;
        boolean attached = !plan.detached;
        boolean subtracts = plan.subtracts;
        boolean staticInput = plan.shape.staticInput();
        for (int k = from; k < to; k += LANES) {
            int at = (k - from) * Float.BYTES;
            FloatVector h = FloatVector.fromArray(SPECIES, trace, hAt + k);
            FloatVector after = FloatVector.fromArray(SPECIES, dhRow, k);
            FloatVector dv = after.mul(a);
            FloatVector distance = h.sub(theta);
            FloatVector ds = FloatVector.zero(SPECIES);
            if (subtracts && attached) {
                ds = theta.mul(after).neg();
            } else if (!subtracts) {
                if (attached) {
                    ds = value.sub(h).mul(dv);
                }
                dv = dv.blend(
                        0f,
                        atThreshold
                                ? distance.compare(VectorOperators.GE, 0)
                                : distance.compare(VectorOperators.GT, 0));
            }
            ds = VectorMemory.load(g, gAt + at).fma(amplitude, ds);
            FloatVector dh = dv.add(ds.mul(surrogate.derivative(distance)));
            dh.intoArray(dhRow, k);
            FloatVector out = dh.mul(FloatVector.fromArray(SPECIES, b, k & bMask));
            if (staticInput) {
                out = out.add(FloatVector.fromArray(SPECIES, tile.dx, k));
                out.intoArray(tile.dx, k);
            }
            if (dx != null) {
                VectorMemory.store(out, dx, dxAt + at);
            }
        }
        if (plan.wantsDrive) {
            sumDrive(tile, from, to);
        }
        if (plan.wantsGain) {
            sumGain(tile, x, xAt, from, to);
        }
    }

    /** From dL/dh of the first step to the gradient on the initial state, both in {@code tile.dv}. */
    static void initialStateRow(KernelPlan plan, VectorSurrogate surrogate, VectorTile tile, int padded) {
        FloatVector theta = VectorStep.value(tile, THRESHOLD, 0);
        FloatVector value = VectorStep.value(tile, RESET_VALUE, 0);
        for (int k = 0; k < padded; k += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, tile.vInitial, k);
            FloatVector after = FloatVector.fromArray(SPECIES, tile.dv, k);
            FloatVector dv = after.mul(VectorStep.value(tile, DECAY, 0));
            FloatVector dq =
                    plan.subtracts ? theta.mul(after).neg() : value.sub(v).mul(dv);
            if (!plan.subtracts) {
                dv = dv.blend(0f, VectorStep.fires(plan, v.sub(theta)));
            }
            FloatVector through = plan.detached ? dv : dv.add(dq.mul(surrogate.derivative(v.sub(theta))));
            through.intoArray(tile.dv, k);
        }
    }

    private static void sumDrive(VectorTile tile, int from, int to) {
        float[] sum = tile.sum[DRIVE.ordinal()];
        for (int k = from; k < to; k += LANES) {
            FloatVector dh = FloatVector.fromArray(SPECIES, tile.dv, k);
            dh.add(FloatVector.fromArray(SPECIES, sum, k)).intoArray(sum, k);
        }
    }

    private static void sumGain(VectorTile tile, Object x, int xAt, int from, int to) {
        float[] sum = tile.sum[GAIN.ordinal()];
        for (int k = from; k < to; k += LANES) {
            VectorMemory.load(x, xAt + (k - from) * Float.BYTES)
                    .mul(FloatVector.fromArray(SPECIES, tile.dv, k))
                    .add(FloatVector.fromArray(SPECIES, sum, k))
                    .intoArray(sum, k);
        }
    }
}
