package org.spike4j.neuron.kernel;

/** Rows of a step times a diagonal matrix, for neurons that feed back to themselves alone: target = base + row * weights. */
final class DiagonalProduct implements RowProduct {
    private final double[] weights;
    private final long start;
    private final int count;
    private final double[] factors;
    private final double[] sums;

    /**
     * A product for a tile of whole samples.
     *
     * @param weights one for each neuron of a sample; not modified
     */
    DiagonalProduct(double[] weights, long start, int count) {
        this.weights = weights;
        this.start = start;
        this.count = count;
        factors = new double[count];
        sums = new double[count];
    }

    @Override
    public void add(StepRow rows, StepRow base, StepRow target) {
        base.slabs().load(base.step(), start, count, sums, 0);
        if (rows != null) {
            rows.slabs().load(rows.step(), start, count, factors, 0);
            for (int first = 0; first < count; first += weights.length) {
                for (int j = 0; j < weights.length; j++) {
                    sums[first + j] += factors[first + j] * weights[j];
                }
            }
        }
        target.slabs().store(target.step(), start, count, sums, 0);
    }
}
