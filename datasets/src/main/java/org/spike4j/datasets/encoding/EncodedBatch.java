package org.spike4j.datasets.encoding;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Lays an encoded mini-batch out as layers take it. */
final class EncodedBatch {
    private EncodedBatch() {}

    static INDArray of(Encoder encoder, INDArray values, long seed) {
        long[] shape = values.shape();
        if (shape.length != 2 && shape.length != 4) {
            throw new IllegalArgumentException(
                    "values must be [N, F] or [N, C, H, W], were of shape " + Arrays.toString(shape));
        }
        int units = encoder.unitsPerValue();
        // The units of a value are to be neighbouring channels, so the value's own axis goes last.
        INDArray last = shape.length == 2 ? values : values.permute(0, 2, 3, 1);
        double[] flat = last.castTo(DataType.DOUBLE).dup('c').data().asDouble();
        float[] spikes = new float[Math.multiplyExact(Math.multiplyExact(flat.length, units), encoder.steps())];
        encoder.encode(flat, seed, spikes);
        long channels = shape[1] * units;
        if (shape.length == 2) {
            INDArray slabs = Nd4j.create(spikes, new long[] {encoder.steps(), shape[0], channels}, 'c');
            INDArray sequence = Nd4j.create(DataType.FLOAT, new long[] {shape[0], channels, encoder.steps()}, 'f');
            return sequence.assign(slabs.permute(1, 2, 0));
        }
        long[] slabs = {encoder.steps(), shape[0], shape[2], shape[3], channels};
        return Nd4j.create(spikes, slabs, 'c').permute(0, 1, 4, 2, 3).dup('c').permute(1, 2, 0, 3, 4);
    }
}
