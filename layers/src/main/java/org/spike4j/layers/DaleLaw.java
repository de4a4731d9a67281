package org.spike4j.layers;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Dale's law: all weights from a neuron to others have one sign. The first neurons excite, the others inhibit. With w the
 * recurrent weights R of a {@link SpikingRecurrent}, or the weights W of a {@link SpikingDense}, whose neurons i are its inputs:
 *
 * <pre>
 * w_ij = +|raw_ij|  for i &lt; excitatory * neurons, rounded
 * w_ij = -|raw_ij|  for the others
 * dL/d raw_ij = dL/dw_ij w_ij / raw_ij,  from the side of positive raw_ij where it is 0
 * </pre>
 *
 * <p>raw is what is trained and saved. A magnitude, not a softplus: a weight can become exactly 0, and a penalty on raw is the
 * same penalty on w. A step across 0 comes back as a small weight of the same sign, so no weight gets stuck as a clipped one
 * would.
 *
 * @param excitatory fraction of the neurons that excite, 0 to 1
 */
public record DaleLaw(@JsonProperty("excitatory") double excitatory) {

    /** Checks the fraction. */
    public DaleLaw {
        if (!(excitatory >= 0 && excitatory <= 1)) {
            throw new IllegalArgumentException(
                    "the fraction of excitatory neurons must be from 0 to 1, was " + excitatory);
        }
    }

    /**
     * How many neurons excite.
     *
     * @param neurons that put out
     * @return the first so many
     */
    public int excitatory(long neurons) {
        return (int) Math.round(excitatory * neurons);
    }

    /**
     * Computes the weights that act.
     *
     * @param raw the parameters, one row a neuron that puts out; not modified
     * @param weights receives w, of the same shape
     */
    public void apply(INDArray raw, INDArray weights) {
        weights.assign(raw);
        Transforms.abs(weights, false);
        negateInhibitory(weights);
    }

    /**
     * Pulls a gradient back to the parameters.
     *
     * @param gradient dL/dw, becomes dL/d raw
     * @param raw the parameters; not modified
     */
    public void pullBackInPlace(INDArray gradient, INDArray raw) {
        DataType type = gradient.dataType();
        gradient.muli(raw.lt(0).castTo(type).muli(-2).addi(1));
        negateInhibitory(gradient);
    }

    /**
     * Balances initial weights of any signs: with a fraction f of neurons that excite, these get +|raw| sqrt((1 - f) / f), the
     * others -|raw| sqrt(f / (1 - f)). So excitation and inhibition of a neuron cancel on average, and the mean square of the
     * weights stays as it was. Without one of the two kinds there is nothing to balance, and the factor is 1.
     *
     * @param raw the parameters, one row a neuron that puts out; changed
     */
    void balanceInPlace(INDArray raw) {
        long neurons = raw.size(0);
        int first = excitatory(neurons);
        apply(raw.dup(raw.ordering()), raw);
        if (first > 0 && first < neurons) {
            double ratio = (double) first / (neurons - first);
            rows(raw, 0, first).divi(Math.sqrt(ratio));
            rows(raw, first, neurons).muli(Math.sqrt(ratio));
        }
    }

    private void negateInhibitory(INDArray rows) {
        int first = excitatory(rows.size(0));
        if (first < rows.size(0)) {
            rows(rows, first, rows.size(0)).negi();
        }
    }

    private static INDArray rows(INDArray matrix, long from, long to) {
        return matrix.get(NDArrayIndex.interval(from, to), NDArrayIndex.all());
    }
}
