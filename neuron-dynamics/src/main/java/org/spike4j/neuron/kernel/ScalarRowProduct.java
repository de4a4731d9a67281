package org.spike4j.neuron.kernel;

/** The reference of {@link RowProduct}: plain Java, sums in double. */
final class ScalarRowProduct implements RowProduct {
    private final double[] matrix;
    private final int size;
    private final boolean skipsZeros;
    private final long start;
    private final int count;
    private final double[] factors;
    private final double[] sums;

    ScalarRowProduct(double[] matrix, int size, boolean skipsZeros, long start, int count) {
        this.matrix = matrix;
        this.size = size;
        this.skipsZeros = skipsZeros;
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
        }
        for (int at = 0; rows != null && at < count; at++) {
            if (factors[at] != 0 || !skipsZeros) {
                addRow(factors[at], at % size * size, at - at % size);
            }
        }
        target.slabs().store(target.step(), start, count, sums, 0);
    }

    private void addRow(double factor, int from, int to) {
        for (int j = 0; j < size; j++) {
            sums[to + j] += factor * matrix[from + j];
        }
    }
}
