package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.Coefficient.DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.GAIN;
import static org.spike4j.neuron.kernel.VectorPlainStep.all;
import static org.spike4j.neuron.kernel.VectorPlainStep.each;
import static org.spike4j.neuron.kernel.VectorPlainStep.membrane;
import static org.spike4j.neuron.kernel.VectorPlainStep.reset;
import static org.spike4j.neuron.kernel.VectorPlainStep.spikes;
import static org.spike4j.neuron.kernel.VectorStep.LANES;
import static org.spike4j.neuron.kernel.VectorStep.SPECIES;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;

/**
 * {@link VectorStep} for the commonest neuron, see {@link PlainNeuron}: the same results to the bit, a row or two successive
 * rows at a time. Two rows keep the state in a register between them, and are two streams from memory whose waits overlap;
 * with four the JIT gives up, as the method has too many nodes, and boxes vectors. Unchecked. These rows are where the time
 * goes, so they repeat themselves.
 */
final class VectorPlain implements PlainForward {
    private static final PlainKind KIND = KindCopies.kindOf(MethodHandles.lookup());

    @Override
    public void spikesRows(
            PlainNeuron n, VectorTile tile, VectorRow x0, VectorRow x1, VectorRow y0, VectorRow y1, int from, int to) {
        Object x0Memory = x0.memory();
        int x0At = x0.at();
        Object x1Memory = x1.memory();
        int x1At = x1.at();
        Object y0Memory = y0.memory();
        int y0At = y0.at();
        Object y1Memory = y1.memory();
        int y1At = y1.at();
        float[] v = tile.v;
        float[] b = tile.of(GAIN);
        float[] c = tile.of(DRIVE);
        int bMask = tile.maskOf(GAIN);
        int cMask = tile.maskOf(DRIVE);
        FloatVector a = all(n.decay());
        FloatVector fireAt = all(n.fireAt());
        FloatVector subtracted = all(n.subtracted());
        FloatVector value = all(n.resetValue());
        FloatVector amplitude = all(n.amplitude());
        FloatVector gainOfAll = all(b[0]);
        FloatVector driveOfAll = all(c[0]);
        for (int k = from; k < to; k += LANES) {
            int at = (k - from) * Float.BYTES;
            FloatVector gain = each(KIND, gainOfAll, b, k & bMask);
            FloatVector drive = each(KIND, driveOfAll, c, k & cMask);
            FloatVector h = membrane(
                    FloatVector.fromArray(SPECIES, v, k), VectorMemory.load(x0Memory, x0At + at), a, gain, drive);
            VectorMemory.store(spikes(h, fireAt, amplitude), y0Memory, y0At + at);
            FloatVector between = reset(KIND.resetsToValue(), h, fireAt, subtracted, value);
            h = membrane(between, VectorMemory.load(x1Memory, x1At + at), a, gain, drive);
            VectorMemory.store(spikes(h, fireAt, amplitude), y1Memory, y1At + at);
            reset(KIND.resetsToValue(), h, fireAt, subtracted, value).intoArray(v, k);
        }
    }

    @Override
    public void traceRow(PlainNeuron n, VectorTile tile, VectorRow x, int hAt, int from, int to) {
        Object xMemory = x.memory();
        int xAt = x.at();
        float[] v = tile.v;
        float[] trace = tile.h;
        float[] b = tile.of(GAIN);
        float[] c = tile.of(DRIVE);
        int bMask = tile.maskOf(GAIN);
        int cMask = tile.maskOf(DRIVE);
        FloatVector a = all(n.decay());
        FloatVector fireAt = all(n.fireAt());
        FloatVector subtracted = all(n.subtracted());
        FloatVector value = all(n.resetValue());
        FloatVector gainOfAll = all(b[0]);
        FloatVector driveOfAll = all(c[0]);
        for (int k = from; k < to; k += LANES) {
            FloatVector gain = each(KIND, gainOfAll, b, k & bMask);
            FloatVector drive = each(KIND, driveOfAll, c, k & cMask);
            FloatVector input = VectorMemory.load(xMemory, xAt + (k - from) * Float.BYTES);
            FloatVector h = membrane(FloatVector.fromArray(SPECIES, v, k), input, a, gain, drive);
            h.intoArray(trace, hAt + k);
            reset(KIND.resetsToValue(), h, fireAt, subtracted, value).intoArray(v, k);
        }
    }

    @Override
    public void traceRows(
            PlainNeuron n, VectorTile tile, VectorRow x0, VectorRow x1, int h0At, int h1At, int from, int to) {
        Object x0Memory = x0.memory();
        int x0At = x0.at();
        Object x1Memory = x1.memory();
        int x1At = x1.at();
        float[] v = tile.v;
        float[] trace = tile.h;
        float[] b = tile.of(GAIN);
        float[] c = tile.of(DRIVE);
        int bMask = tile.maskOf(GAIN);
        int cMask = tile.maskOf(DRIVE);
        FloatVector a = all(n.decay());
        FloatVector fireAt = all(n.fireAt());
        FloatVector subtracted = all(n.subtracted());
        FloatVector value = all(n.resetValue());
        FloatVector gainOfAll = all(b[0]);
        FloatVector driveOfAll = all(c[0]);
        for (int k = from; k < to; k += LANES) {
            int at = (k - from) * Float.BYTES;
            FloatVector gain = each(KIND, gainOfAll, b, k & bMask);
            FloatVector drive = each(KIND, driveOfAll, c, k & cMask);
            FloatVector h = membrane(
                    FloatVector.fromArray(SPECIES, v, k), VectorMemory.load(x0Memory, x0At + at), a, gain, drive);
            h.intoArray(trace, h0At + k);
            FloatVector between = reset(KIND.resetsToValue(), h, fireAt, subtracted, value);
            h = membrane(between, VectorMemory.load(x1Memory, x1At + at), a, gain, drive);
            h.intoArray(trace, h1At + k);
            reset(KIND.resetsToValue(), h, fireAt, subtracted, value).intoArray(v, k);
        }
    }
}
