package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.Coefficient.DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.GAIN;
import static org.spike4j.neuron.kernel.VectorPlainStep.all;
import static org.spike4j.neuron.kernel.VectorPlainStep.each;
import static org.spike4j.neuron.kernel.VectorStep.LANES;
import static org.spike4j.neuron.kernel.VectorStep.SPECIES;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link VectorAdjoint} for the commonest neuron, with the same results to the bit. This class is a template; each kind of
 * neuron runs on a copy of its own, see {@link KindCopies}. These rows are where the time goes, so they repeat themselves.
 */
final class VectorPlainAdjoint implements PlainAdjoint {
    private static final PlainKind KIND = KindCopies.kindOf(MethodHandles.lookup());

    @Override
    public void row(
            PlainNeuron n,
            VectorSurrogate surrogate,
            VectorTile tile,
            VectorRow g,
            VectorRow dx,
            int hAt,
            int from,
            int to) {
        Object gMemory = g.memory();
        int gAt = g.at();
        Object dxMemory = dx.memory();
        int dxAt = dx.at();
        float[] trace = tile.h;
        float[] dvRow = tile.dv;
        float[] b = tile.of(GAIN);
        int bMask = tile.maskOf(GAIN);
        FloatVector a = all(n.decay());
        FloatVector theta = all(n.threshold());
        FloatVector fireAt = all(n.fireAt());
        FloatVector amplitude = all(n.amplitude());
        FloatVector gainOfAll = all(b[0]);
        for (int k = from; k < to; k += LANES) {
            int at = (k - from) * Float.BYTES;
            FloatVector h = FloatVector.fromArray(SPECIES, trace, hAt + k);
            FloatVector dv = FloatVector.fromArray(SPECIES, dvRow, k);
            FloatVector ds = spikeGradient(n, h, dv, VectorMemory.load(gMemory, gAt + at), amplitude);
            FloatVector dh = through(surrogate, dv, h, ds, theta, fireAt);
            dh.mul(a).intoArray(dvRow, k);
            VectorMemory.store(dh.mul(each(KIND, gainOfAll, b, k & bMask)), dxMemory, dxAt + at);
        }
    }

    @Override
    public void rows(
            PlainNeuron n,
            VectorSurrogate surrogate,
            VectorTile tile,
            VectorRow g0,
            VectorRow g1,
            VectorRow dx0,
            VectorRow dx1,
            int h0At,
            int h1At,
            int from,
            int to) {
        Object g0Memory = g0.memory();
        int g0At = g0.at();
        Object g1Memory = g1.memory();
        int g1At = g1.at();
        Object dx0Memory = dx0.memory();
        int dx0At = dx0.at();
        Object dx1Memory = dx1.memory();
        int dx1At = dx1.at();
        float[] trace = tile.h;
        float[] dvRow = tile.dv;
        float[] b = tile.of(GAIN);
        int bMask = tile.maskOf(GAIN);
        FloatVector a = all(n.decay());
        FloatVector theta = all(n.threshold());
        FloatVector fireAt = all(n.fireAt());
        FloatVector amplitude = all(n.amplitude());
        FloatVector gainOfAll = all(b[0]);
        for (int k = from; k < to; k += LANES) {
            int at = (k - from) * Float.BYTES;
            FloatVector gain = each(KIND, gainOfAll, b, k & bMask);
            FloatVector h = FloatVector.fromArray(SPECIES, trace, h1At + k);
            FloatVector dv = FloatVector.fromArray(SPECIES, dvRow, k);
            FloatVector ds = spikeGradient(n, h, dv, VectorMemory.load(g1Memory, g1At + at), amplitude);
            FloatVector dh = through(surrogate, dv, h, ds, theta, fireAt);
            VectorMemory.store(dh.mul(gain), dx1Memory, dx1At + at);
            dv = dh.mul(a);
            h = FloatVector.fromArray(SPECIES, trace, h0At + k);
            ds = spikeGradient(n, h, dv, VectorMemory.load(g0Memory, g0At + at), amplitude);
            dh = through(surrogate, dv, h, ds, theta, fireAt);
            VectorMemory.store(dh.mul(gain), dx0Memory, dx0At + at);
            dh.mul(a).intoArray(dvRow, k);
        }
    }

    @Override
    public void rowWithSums(
            PlainNeuron n,
            VectorSurrogate surrogate,
            VectorTile tile,
            boolean sumsGain,
            VectorRow x,
            VectorRow g,
            VectorRow dx,
            int hAt,
            int from,
            int to) {
        Object xMemory = x.memory();
        int xAt = x.at();
        Object gMemory = g.memory();
        int gAt = g.at();
        Object dxMemory = dx.memory();
        int dxAt = dx.at();
        float[] trace = tile.h;
        float[] dvRow = tile.dv;
        float[] sumGain = tile.sum[GAIN.ordinal()];
        float[] sumDrive = tile.sum[DRIVE.ordinal()];
        float[] b = tile.of(GAIN);
        int bMask = tile.maskOf(GAIN);
        FloatVector a = all(n.decay());
        FloatVector theta = all(n.threshold());
        FloatVector fireAt = all(n.fireAt());
        FloatVector amplitude = all(n.amplitude());
        FloatVector gainOfAll = all(b[0]);
        for (int k = from; k < to; k += LANES) {
            int at = (k - from) * Float.BYTES;
            FloatVector h = FloatVector.fromArray(SPECIES, trace, hAt + k);
            FloatVector dv = FloatVector.fromArray(SPECIES, dvRow, k);
            FloatVector ds = spikeGradient(n, h, dv, VectorMemory.load(gMemory, gAt + at), amplitude);
            FloatVector dh = through(surrogate, dv, h, ds, theta, fireAt);
            dh.mul(a).intoArray(dvRow, k);
            VectorMemory.store(dh.mul(each(KIND, gainOfAll, b, k & bMask)), dxMemory, dxAt + at);
            FloatVector.fromArray(SPECIES, sumDrive, k).add(dh).intoArray(sumDrive, k);
            if (sumsGain) {
                VectorMemory.load(xMemory, xAt + at)
                        .fma(dh, FloatVector.fromArray(SPECIES, sumGain, k))
                        .intoArray(sumGain, k);
            }
        }
    }

    /** dL/ds, of the spike as output and, if the reset is attached, as reset. */
    private static FloatVector spikeGradient(
            PlainNeuron n, FloatVector h, FloatVector dv, FloatVector g, FloatVector amplitude) {
        FloatVector reset = FloatVector.zero(SPECIES);
        if (KIND.attached()) {
            FloatVector pull = all(n.pull());
            reset = KIND.resetsToValue() ? pull.sub(h).mul(dv) : pull.mul(dv);
        }
        return g.fma(amplitude, reset);
    }

    /** dL/dh: what passes the reset directly, and what goes through the spike. */
    private static FloatVector through(
            VectorSurrogate surrogate,
            FloatVector dv,
            FloatVector h,
            FloatVector ds,
            FloatVector theta,
            FloatVector fireAt) {
        FloatVector direct = dv;
        if (KIND.resetsToValue()) {
            direct = dv.blend(FloatVector.zero(SPECIES), h.compare(VectorOperators.GE, fireAt));
        }
        return direct.add(ds.mul(surrogate.derivative(KIND.family(), h.sub(theta))));
    }
}
