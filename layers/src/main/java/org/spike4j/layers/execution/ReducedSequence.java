package org.spike4j.layers.execution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.Reduction;

/** A sequence x [T, N, K] reduced to y [N, K] by a {@link Reduction}, and the way back. What both need is read once. */
public final class ReducedSequence {
    private final INDArray sequence;
    private final ReducedValues values;

    private ReducedSequence(INDArray sequence, ReducedValues values) {
        this.sequence = sequence;
        this.values = values;
    }

    /**
     * Reduces a sequence.
     *
     * @param reduction how
     * @param sequence x, [T, N, K]; not modified
     * @param mask m, [T, N], or null if all steps count; not modified
     * @return what {@link #value} and {@link #pullBack} tell about it
     * @throws IllegalArgumentException if the sequence has another rank
     */
    public static ReducedSequence of(Reduction reduction, INDArray sequence, INDArray mask) {
        if (sequence.rank() != 3) {
            throw new IllegalArgumentException("sequence must be [T, N, K], was " + sequence.shapeInfoToString());
        }
        double[] counted = mask == null ? null : Values.read(mask);
        int samples = (int) sequence.size(1);
        int classes = (int) sequence.size(2);
        return new ReducedSequence(
                sequence, new ReducedValues(reduction, Values.read(sequence), counted, samples, classes));
    }

    /**
     * The reduced sequence.
     *
     * @return y, [N, K]
     */
    public INDArray value() {
        long[] shape = {sequence.size(1), sequence.size(2)};
        INDArray value = Nd4j.createUninitialized(sequence.dataType(), shape, 'c');
        Values.write(values.value(), value);
        return value;
    }

    /**
     * Pulls a gradient on y back to x.
     *
     * @param gradient dL/dy, [N, K]; not modified
     * @return dL/dx, [T, N, K], dense in c order
     */
    public INDArray pullBack(INDArray gradient) {
        INDArray pulled = Nd4j.createUninitialized(sequence.dataType(), sequence.shape(), 'c');
        pullBackInto(gradient, pulled);
        return pulled;
    }

    /**
     * Pulls a gradient on y back to x.
     *
     * @param gradient dL/dy, [N, K]; not modified
     * @param pulled becomes dL/dx, T*N*K elements, dense in c order
     */
    void pullBackInto(INDArray gradient, INDArray pulled) {
        double[] g = Values.read(gradient);
        if (values.taken() != null) {
            pulled.assign(0);
            Values.write(values.onTaken(g), values.taken(), pulled);
        } else {
            Values.write(values.pullBack(g), pulled);
        }
    }
}
