package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.Coefficient.DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.GAIN;
import static org.spike4j.neuron.kernel.VectorPlainStep.all;
import static org.spike4j.neuron.kernel.VectorPlainStep.each;
import static org.spike4j.neuron.kernel.VectorPlainStep.membrane;
import static org.spike4j.neuron.kernel.VectorPlainStep.reset;
import static org.spike4j.neuron.kernel.VectorStep.SPECIES;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * As {@link VectorPlain}, with the spikes as bits, which go to {@code tile.raw} in the order of {@link VectorBits}: a block of
 * 32 vectors is one vector of ints. Unchecked.
 */
final class VectorPlainPacked implements PlainBits {
    private static final PlainKind KIND = KindCopies.kindOf(MethodHandles.lookup());

    @Override
    public void bitsBlock(PlainNeuron n, VectorTile tile, VectorRow x, int xFrom, int k, int rawAt) {
        Object xMemory = x.memory();
        int xAt = x.at() + xFrom * Float.BYTES;
        float[] v = tile.v;
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
        IntVector silent = IntVector.zero(VectorBits.INTS);
        for (int j = 0; j < Integer.SIZE; j++) {
            int e = VectorBits.element(j);
            FloatVector gain = each(KIND, gainOfAll, b, k + e & bMask);
            FloatVector drive = each(KIND, driveOfAll, c, k + e & cMask);
            FloatVector input = VectorMemory.load(xMemory, xAt + e * Float.BYTES);
            FloatVector h = membrane(FloatVector.fromArray(SPECIES, v, k + e), input, a, gain, drive);
            silent = VectorBits.push(silent, h.sub(fireAt));
            reset(KIND.resetsToValue(), h, fireAt, subtracted, value).intoArray(v, k + e);
        }
        silent.intoArray(tile.raw, rawAt);
    }

    @Override
    public void bitsBlocks(
            PlainNeuron n, VectorTile tile, VectorRow x0, VectorRow x1, int xFrom, int k, int raw0At, int raw1At) {
        Object x0Memory = x0.memory();
        int x0At = x0.at() + xFrom * Float.BYTES;
        Object x1Memory = x1.memory();
        int x1At = x1.at() + xFrom * Float.BYTES;
        float[] v = tile.v;
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
        IntVector silent0 = IntVector.zero(VectorBits.INTS);
        IntVector silent1 = silent0;
        for (int j = 0; j < Integer.SIZE; j++) {
            int e = VectorBits.element(j);
            int at = e * Float.BYTES;
            FloatVector gain = each(KIND, gainOfAll, b, k + e & bMask);
            FloatVector drive = each(KIND, driveOfAll, c, k + e & cMask);
            FloatVector h = membrane(
                    FloatVector.fromArray(SPECIES, v, k + e), VectorMemory.load(x0Memory, x0At + at), a, gain, drive);
            silent0 = VectorBits.push(silent0, h.sub(fireAt));
            FloatVector between = reset(KIND.resetsToValue(), h, fireAt, subtracted, value);
            h = membrane(between, VectorMemory.load(x1Memory, x1At + at), a, gain, drive);
            silent1 = VectorBits.push(silent1, h.sub(fireAt));
            reset(KIND.resetsToValue(), h, fireAt, subtracted, value).intoArray(v, k + e);
        }
        silent0.intoArray(tile.raw, raw0At);
        silent1.intoArray(tile.raw, raw1At);
    }
}
