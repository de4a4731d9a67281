package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.Coefficient.AMPLITUDE;
import static org.spike4j.neuron.kernel.Coefficient.DECAY;
import static org.spike4j.neuron.kernel.Coefficient.DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.GAIN;
import static org.spike4j.neuron.kernel.Coefficient.LEAK;
import static org.spike4j.neuron.kernel.Coefficient.LEAK_DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.RESET_VALUE;
import static org.spike4j.neuron.kernel.Coefficient.THRESHOLD;
import static org.spike4j.neuron.kernel.VectorStep.LANES;
import static org.spike4j.neuron.kernel.VectorStep.SPECIES;
import static org.spike4j.neuron.kernel.VectorStep.fires;
import static org.spike4j.neuron.kernel.VectorStep.value;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.Tap;

/**
 * The adjoint of {@link VectorStep}, as passes over rows that lie in the first cache: the membrane h of the step and the
 * slope of its surrogate are given, {@code tile.dv} is dL/dv and becomes the one of the step before. Unchecked.
 */
final class VectorAdjoint {
    private VectorAdjoint() {}

    /** Through the leak, and through the taps behind the reset: dL/dv becomes dL/dr. */
    static void leakRow(KernelPlan plan, VectorTile tile, Object g, int gAt, int hAt, int from, int to) {
        for (int k = from; k < to; k += LANES) {
            FloatVector h = FloatVector.fromArray(SPECIES, tile.h, hAt + k);
            FloatVector r = reset(plan, tile, h, k);
            FloatVector dv = FloatVector.fromArray(SPECIES, tile.dv, k);
            FloatVector gradient = gradient(g, gAt + (k - from) * Float.BYTES);
            if (plan.tap == Tap.CARRIED) {
                dv = dv.add(activationGradient(plan, gradient, VectorStep.leak(plan, tile, r, k)));
            }
            accumulate(plan.wantsLeak, tile, LEAK, k, dv.mul(r));
            accumulate(plan.wantsLeakDrive, tile, LEAK_DRIVE, k, dv);
            FloatVector dr = plan.leaks ? dv.mul(value(tile, LEAK, k)) : dv;
            if (plan.tap == Tap.RESET) {
                dr = dr.add(activationGradient(plan, gradient, r));
            }
            dr.intoArray(tile.dv, k);
        }
    }

    /** Through the reset and the spike, to dL/dh. */
    static void fireRow(KernelPlan plan, VectorTile tile, Object g, int gAt, int hAt, int from, int to) {
        for (int k = from; k < to; k += LANES) {
            FloatVector gradient = gradient(g, gAt + (k - from) * Float.BYTES);
            FloatVector h = FloatVector.fromArray(SPECIES, tile.h, hAt + k);
            FloatVector dr = FloatVector.fromArray(SPECIES, tile.dv, k);
            FloatVector slope = FloatVector.fromArray(SPECIES, tile.slope, k);
            FloatVector ds = resetSpikeGradient(plan, tile, h, dr, k);
            if (plan.spikes) {
                ds = gradient.fma(value(tile, AMPLITUDE, k), ds);
            }
            FloatVector through = ds.mul(slope);
            if (plan.tap == Tap.DISTANCE) {
                through = through.add(activationGradient(plan, gradient, h.sub(value(tile, THRESHOLD, k))));
            }
            through.intoArray(tile.through, k);
            FloatVector dh = membraneGradient(plan, tile, h, dr, k).add(through);
            if (plan.tap == Tap.MEMBRANE) {
                dh = dh.add(activationGradient(plan, gradient, h));
            }
            dh.intoArray(tile.dh, k);
        }
    }

    /** Sums of the gradients that only {@link #fireRow} knows the parts of; dL/dr is still in {@code tile.dv}. */
    static void fireSumsRow(KernelPlan plan, VectorTile tile, Object g, int gAt, int hAt, int from, int to) {
        for (int k = from; k < to; k += LANES) {
            FloatVector h = FloatVector.fromArray(SPECIES, tile.h, hAt + k);
            FloatVector dr = FloatVector.fromArray(SPECIES, tile.dv, k);
            VectorMask<Float> fired = fires(plan, h.sub(value(tile, THRESHOLD, k)));
            if (!plan.delayed && plan.subtracts) {
                accumulate(plan.wantsThreshold, tile, THRESHOLD, k, zero().blend(dr.neg(), fired));
            }
            if (!plan.delayed && plan.resetsToValue) {
                accumulate(plan.wantsResetValue, tile, RESET_VALUE, k, zero().blend(dr, fired));
            }
            FloatVector through = FloatVector.fromArray(SPECIES, tile.through, k);
            accumulate(plan.wantsThreshold, tile, THRESHOLD, k, through.neg());
            FloatVector gradient = gradient(g, gAt + (k - from) * Float.BYTES);
            accumulate(plan.spikes && plan.wantsAmplitude, tile, AMPLITUDE, k, zero().blend(gradient, fired));
        }
    }

    /** Through the update, to dL/dx and to dL/dv before the step. */
    static void updateRow(KernelPlan plan, VectorTile tile, Object x, int xAt, Object dx, int dxAt, int from, int to) {
        for (int k = from; k < to; k += LANES) {
            int at = (k - from) * Float.BYTES;
            FloatVector dh = FloatVector.fromArray(SPECIES, tile.dh, k);
            dh.mul(value(tile, DECAY, k)).intoArray(tile.dv, k);
            accumulate(plan.wantsDrive, tile, DRIVE, k, dh);
            if (plan.wantsGain) {
                accumulate(true, tile, GAIN, k, dh.mul(VectorMemory.load(x, xAt + at)));
            }
            FloatVector out = dh.mul(value(tile, GAIN, k));
            if (plan.shape.staticInput()) {
                out = out.add(FloatVector.fromArray(SPECIES, tile.dx, k));
                out.intoArray(tile.dx, k);
            }
            if (dx != null) {
                VectorMemory.store(out, dx, dxAt + at);
            }
        }
    }

    /** Sum of the decay's gradient; the carried membrane before the step is in {@code tile.vBefore}. */
    static void decaySumRow(KernelPlan plan, VectorTile tile, int from, int to) {
        for (int k = from; k < to; k += LANES) {
            FloatVector before = FloatVector.fromArray(SPECIES, tile.vBefore, k);
            FloatVector dh = FloatVector.fromArray(SPECIES, tile.dh, k);
            accumulate(true, tile, DECAY, k, dh.mul(VectorStep.resetBefore(plan, tile, before, k)));
        }
    }

    /** Corrects dL/dv before the step for a reset that was due in it; the slope is that at {@code tile.vBefore}. */
    static void delayedResetRow(KernelPlan plan, VectorTile tile, int from, int to) {
        for (int k = from; k < to; k += LANES) {
            FloatVector before = FloatVector.fromArray(SPECIES, tile.vBefore, k);
            FloatVector dh = FloatVector.fromArray(SPECIES, tile.dh, k);
            FloatVector dv = FloatVector.fromArray(SPECIES, tile.dv, k);
            FloatVector theta = value(tile, THRESHOLD, k);
            VectorMask<Float> resets = fires(plan, before.sub(theta));
            FloatVector dq;
            FloatVector kept = dv;
            if (plan.subtracts) {
                dq = theta.mul(dh).neg();
                accumulate(plan.wantsThreshold, tile, THRESHOLD, k, zero().blend(dh.neg(), resets));
            } else {
                dq = value(tile, RESET_VALUE, k).sub(before).mul(dv);
                kept = dv.blend(zero(), resets);
                accumulate(plan.wantsResetValue, tile, RESET_VALUE, k, zero().blend(dv, resets));
            }
            FloatVector through = plan.detached ? zero() : dq.mul(FloatVector.fromArray(SPECIES, tile.slope, k));
            accumulate(plan.wantsThreshold, tile, THRESHOLD, k, through.neg());
            kept.add(through).intoArray(tile.dv, k);
        }
    }

    /** The carried membrane after a step, from its trace, into {@code tile.vBefore} of the step after it. */
    static void carriedRow(KernelPlan plan, VectorTile tile, int hAt, int from, int to) {
        for (int k = from; k < to; k += LANES) {
            FloatVector r = reset(plan, tile, FloatVector.fromArray(SPECIES, tile.h, hAt + k), k);
            VectorStep.leak(plan, tile, r, k).intoArray(tile.vBefore, k);
        }
    }

    private static FloatVector reset(KernelPlan plan, VectorTile tile, FloatVector h, int k) {
        FloatVector distance = h.sub(value(tile, THRESHOLD, k));
        return VectorStep.afterReset(plan, tile, h, distance, fires(plan, distance), k);
    }

    /** The part of dL/ds that comes through the reset. */
    private static FloatVector resetSpikeGradient(
            KernelPlan plan, VectorTile tile, FloatVector h, FloatVector dr, int k) {
        if (plan.detached || plan.delayed) {
            return zero();
        }
        if (plan.subtracts) {
            return value(tile, THRESHOLD, k).mul(dr).neg();
        }
        return plan.resetsToValue ? value(tile, RESET_VALUE, k).sub(h).mul(dr) : zero();
    }

    /** The part of dL/dh that passes the reset directly. */
    private static FloatVector membraneGradient(
            KernelPlan plan, VectorTile tile, FloatVector h, FloatVector dr, int k) {
        if (plan.delayed || !plan.resetsToValue) {
            return dr;
        }
        return dr.blend(zero(), fires(plan, h.sub(value(tile, THRESHOLD, k))));
    }

    private static FloatVector zero() {
        return FloatVector.zero(SPECIES);
    }

    private static FloatVector activationGradient(KernelPlan plan, FloatVector g, FloatVector o) {
        return plan.activation == Activation.RELU ? zero().blend(g, o.compare(VectorOperators.GT, 0)) : g;
    }

    private static FloatVector gradient(Object g, int at) {
        return g == null ? zero() : VectorMemory.load(g, at);
    }

    private static void accumulate(
            boolean wanted, VectorTile tile, Coefficient coefficient, int k, FloatVector gradient) {
        if (wanted) {
            float[] sum = tile.sum[coefficient.ordinal()];
            FloatVector.fromArray(SPECIES, sum, k).add(gradient).intoArray(sum, k);
        }
    }
}
