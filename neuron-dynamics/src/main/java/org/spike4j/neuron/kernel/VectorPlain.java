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
 * {@link VectorStep} and {@link VectorAdjoint} for the commonest neuron, see {@link KernelPlan#plain}: the same arithmetic
 * in the same order, with everything that does not change along a row read before it, and in registers where it is one value for all. Unchecked. These rows are where the
 * time goes, so they are longer and repeat themselves.
 */
final class VectorPlain {
    private VectorPlain() {}

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
        boolean atThreshold = plan.firesAtThreshold;
        boolean subtracts = plan.subtracts;
        boolean toValue = plan.resetsToValue;
        for (int k = from; k < to; k += LANES) {
            int at = (k - from) * Float.BYTES;
            FloatVector drive = VectorMemory.load(x, xAt + at)
                    .fma(FloatVector.fromArray(SPECIES, b, k & bMask), FloatVector.fromArray(SPECIES, c, k & cMask));
            FloatVector h = FloatVector.fromArray(SPECIES, v, k).fma(a, drive);
            FloatVector distance = h.sub(theta);
            VectorMask<Float> fired =
                    atThreshold ? distance.compare(VectorOperators.GE, 0) : distance.compare(VectorOperators.GT, 0);
            if (subtracts) {
                h = h.blend(distance, fired);
            } else if (toValue) {
                h = h.blend(value, fired);
            }
            h.intoArray(v, k);
            FloatVector spikes = FloatVector.zero(SPECIES).blend(amplitude, fired);
            VectorMemory.store(spikes, y, yAt + at);
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
        boolean atThreshold = plan.firesAtThreshold;
        boolean subtracts = plan.subtracts;
        boolean toValue = plan.resetsToValue;
        for (int k = from; k < to; k += LANES) {
            FloatVector drive = VectorMemory.load(x, xAt + (k - from) * Float.BYTES)
                    .fma(FloatVector.fromArray(SPECIES, b, k & bMask), FloatVector.fromArray(SPECIES, c, k & cMask));
            FloatVector h = FloatVector.fromArray(SPECIES, v, k).fma(a, drive);
            h.intoArray(trace, traceAt + k);
            FloatVector distance = h.sub(theta);
            VectorMask<Float> fired =
                    atThreshold ? distance.compare(VectorOperators.GE, 0) : distance.compare(VectorOperators.GT, 0);
            if (subtracts) {
                h = h.blend(distance, fired);
            } else if (toValue) {
                h = h.blend(value, fired);
            }
            h.intoArray(v, k);
        }
    }

    /**
     * Walks a row one step back: dL/dv in {@code tile.dv} becomes the one before the step, and dL/dx is written unless there
     * is no buffer for it. Sums only gain and drive.
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
        float[] dvRow = tile.dv;
        float[] sumGain = tile.sum[GAIN.ordinal()];
        float[] sumDrive = tile.sum[DRIVE.ordinal()];
        FloatVector a = VectorStep.value(tile, DECAY, 0);
        float[] b = tile.of(GAIN);
        FloatVector theta = VectorStep.value(tile, THRESHOLD, 0);
        FloatVector value = VectorStep.value(tile, RESET_VALUE, 0);
        FloatVector amplitude = VectorStep.value(tile, AMPLITUDE, 0);
        int bMask = tile.maskOf(GAIN);
        boolean atThreshold = plan.firesAtThreshold;
        boolean attached = !plan.detached;
        boolean subtracts = plan.subtracts;
        boolean toValue = plan.resetsToValue;
        boolean sumsGain = plan.wantsGain;
        boolean sumsDrive = plan.wantsDrive;
        boolean staticInput = plan.shape.staticInput();
        for (int k = from; k < to; k += LANES) {
            int at = (k - from) * Float.BYTES;
            FloatVector h = FloatVector.fromArray(SPECIES, trace, hAt + k);
            FloatVector dh = FloatVector.fromArray(SPECIES, dvRow, k);
            FloatVector distance = h.sub(theta);
            FloatVector ds = FloatVector.zero(SPECIES);
            if (subtracts && attached) {
                ds = theta.mul(dh).neg();
            } else if (toValue) {
                if (attached) {
                    ds = value.sub(h).mul(dh);
                }
                dh = dh.blend(
                        0f,
                        atThreshold
                                ? distance.compare(VectorOperators.GE, 0)
                                : distance.compare(VectorOperators.GT, 0));
            }
            ds = VectorMemory.load(g, gAt + at).fma(amplitude, ds);
            dh = dh.add(ds.mul(surrogate.derivative(distance)));
            dh.mul(a).intoArray(dvRow, k);
            if (sumsDrive) {
                dh.add(FloatVector.fromArray(SPECIES, sumDrive, k)).intoArray(sumDrive, k);
            }
            if (sumsGain) {
                VectorMemory.load(x, xAt + at)
                        .mul(dh)
                        .add(FloatVector.fromArray(SPECIES, sumGain, k))
                        .intoArray(sumGain, k);
            }
            FloatVector out = dh.mul(FloatVector.fromArray(SPECIES, b, k & bMask));
            if (staticInput) {
                out = out.add(FloatVector.fromArray(SPECIES, tile.dx, k));
                out.intoArray(tile.dx, k);
            }
            if (dx != null) {
                VectorMemory.store(out, dx, dxAt + at);
            }
        }
    }
}
