package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.Coefficient.DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.GAIN;
import static org.spike4j.neuron.kernel.VectorPlainStep.all;
import static org.spike4j.neuron.kernel.VectorPlainStep.membrane;
import static org.spike4j.neuron.kernel.VectorPlainStep.reset;
import static org.spike4j.neuron.kernel.VectorPlainStep.spikes;
import static org.spike4j.neuron.kernel.VectorStep.LANES;
import static org.spike4j.neuron.kernel.VectorStep.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * A single row of {@link VectorPlain}, for streams and coupled steps, with the same results to the bit. It serves all kinds of
 * neurons: the JIT inlines it into the step of a stream, where copies for two kinds would leave boxed vectors behind. Unchecked.
 */
final class VectorPlainRow {
    private VectorPlainRow() {}

    /** Steps a row and writes its spikes. */
    static void spikesRow(PlainNeuron n, VectorTile tile, VectorRow x, VectorRow y, int from, int to) {
        Object xMemory = x.memory();
        int xAt = x.at();
        Object yMemory = y.memory();
        int yAt = y.at();
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
        boolean toValue = n.resetsToValue();
        for (int k = from; k < to; k += LANES) {
            int at = (k - from) * Float.BYTES;
            FloatVector gain = FloatVector.fromArray(SPECIES, b, k & bMask);
            FloatVector drive = FloatVector.fromArray(SPECIES, c, k & cMask);
            FloatVector h = membrane(
                    FloatVector.fromArray(SPECIES, v, k), VectorMemory.load(xMemory, xAt + at), a, gain, drive);
            VectorMemory.store(spikes(h, fireAt, amplitude), yMemory, yAt + at);
            reset(toValue, h, fireAt, subtracted, value).intoArray(v, k);
        }
    }
}
