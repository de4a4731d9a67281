package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.Coefficient.DECAY;
import static org.spike4j.neuron.kernel.Coefficient.DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.GAIN;
import static org.spike4j.neuron.kernel.VectorStep.LANES;
import static org.spike4j.neuron.kernel.VectorStep.SPECIES;

import jdk.incubator.vector.FloatVector;

/** {@link VectorStep} and its adjoint for a membrane that never fires, see {@link KernelPlan#integrates}. Unchecked. */
final class VectorIntegrator {
    private VectorIntegrator() {}

    /** Steps a row; writes its membrane unless y is null. A trace is not kept, since the way back needs none. */
    static void forwardRow(VectorTile tile, Object x, int xAt, Object y, int yAt, int from, int to) {
        float[] v = tile.v;
        float[] a = tile.of(DECAY);
        float[] b = tile.of(GAIN);
        float[] c = tile.of(DRIVE);
        int aMask = tile.maskOf(DECAY);
        int bMask = tile.maskOf(GAIN);
        int cMask = tile.maskOf(DRIVE);
        for (int k = from; k < to; k += LANES) {
            int at = (k - from) * Float.BYTES;
            FloatVector drive = VectorMemory.load(x, xAt + at)
                    .fma(FloatVector.fromArray(SPECIES, b, k & bMask), FloatVector.fromArray(SPECIES, c, k & cMask));
            FloatVector h =
                    FloatVector.fromArray(SPECIES, v, k).fma(FloatVector.fromArray(SPECIES, a, k & aMask), drive);
            h.intoArray(v, k);
            if (y != null) {
                VectorMemory.store(h, y, yAt + at);
            }
        }
    }

    /** Walks a row one step back; sums only gain and drive. */
    static void backwardRow(
            KernelPlan plan,
            VectorTile tile,
            Object x,
            int xAt,
            Object g,
            int gAt,
            Object dx,
            int dxAt,
            int from,
            int to) {
        float[] a = tile.of(DECAY);
        float[] b = tile.of(GAIN);
        float[] sumGain = tile.sum[GAIN.ordinal()];
        float[] sumDrive = tile.sum[DRIVE.ordinal()];
        int aMask = tile.maskOf(DECAY);
        int bMask = tile.maskOf(GAIN);
        boolean staticInput = plan.shape.staticInput();
        for (int k = from; k < to; k += LANES) {
            int at = (k - from) * Float.BYTES;
            FloatVector dh = VectorMemory.load(g, gAt + at).add(FloatVector.fromArray(SPECIES, tile.dv, k));
            dh.mul(FloatVector.fromArray(SPECIES, a, k & aMask)).intoArray(tile.dv, k);
            if (plan.wantsDrive) {
                dh.add(FloatVector.fromArray(SPECIES, sumDrive, k)).intoArray(sumDrive, k);
            }
            if (plan.wantsGain) {
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
