package org.spike4j.neuron.kernel;

/**
 * Coefficient gradients of one tile, summed over time, elements of a run of equal channel still together. Kept by tile
 * and added in tile order, so that sums do not depend on the threads.
 */
final class TileGradients {
    private final KernelPlan plan;
    private final long start;
    private final int count;
    private final double[][] runs = new double[Coefficient.COUNT][];

    TileGradients(KernelPlan plan, long start, int count) {
        this.plan = plan;
        this.start = start;
        this.count = count;
    }

    /** Takes the sums over time of each element, and adds up the elements of each run. */
    void put(Coefficient coefficient, double[] elements) {
        long inner = plan.shape.inner();
        long firstRun = start / inner;
        double[] sums = new double[(int) ((start + count - 1) / inner - firstRun) + 1];
        for (int k = 0; k < count; k++) {
            sums[(int) ((start + k) / inner - firstRun)] += elements[k];
        }
        runs[coefficient.ordinal()] = sums;
    }

    void addTo(CoefficientGradients gradients) {
        long firstRun = start / plan.shape.inner();
        for (int c = 0; c < Coefficient.COUNT; c++) {
            for (int k = 0; runs[c] != null && k < runs[c].length; k++) {
                gradients.add(c, (int) ((firstRun + k) % plan.shape.channels()), runs[c][k]);
            }
        }
    }
}
