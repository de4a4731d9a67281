package org.spike4j.layers.execution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The products of a sequence with the weights of each delay: I_t = sum over d of x_{t-d} V_d.
 *
 * @param padded x from the longest delay before the first step on, [(longest + T) * N, in] in c order
 * @param kernels V by delay, [longest + 1, out, in] in c order
 * @param samples N, the rows of a step
 */
record DelayProducts(INDArray padded, INDArray kernels, long samples) {

    /** Fills the padded rows: the line before the first step, null for zeros, and the rows of the steps. */
    void read(INDArray line, INDArray rows) {
        long before = longest() * samples;
        INDArray first = rows(padded, 0, before);
        if (line == null) {
            first.assign(0);
        } else {
            first.assign(line);
        }
        rows(padded, before, padded.size(0)).assign(rows);
    }

    /** The last rows of the input, those before the first step included. */
    INDArray lastRows(long count) {
        return rows(padded, padded.size(0) - count, padded.size(0));
    }

    /** current [T*N, out] in c order. */
    void currents(INDArray current) {
        for (int d = 0; d <= longest(); d++) {
            Nd4j.gemm(weights(kernels, d), delayed(d), current.transpose(), true, true, 1, d == 0 ? 0 : 1);
        }
    }

    /** dL / dV, in the shape of the kernels. */
    void kernelGradient(INDArray currentGradient, INDArray target) {
        for (int d = 0; d <= longest(); d++) {
            Nd4j.gemm(delayed(d), currentGradient, weights(target, d), true, false, 1, 0);
        }
    }

    /** dL / dx of the rows of the steps, [T*N, in] in c order. */
    void inputGradient(INDArray currentGradient, INDArray target) {
        long rows = currentGradient.size(0);
        for (int d = 0; d <= longest() && d * samples < rows; d++) {
            INDArray later = rows(currentGradient, d * samples, rows);
            INDArray source = rows(target, 0, rows - d * samples);
            Nd4j.gemm(weights(kernels, d), later, source.transpose(), false, true, 1, d == 0 ? 0 : 1);
        }
    }

    private long longest() {
        return kernels.size(0) - 1;
    }

    /** x of d steps before each step. */
    private INDArray delayed(int d) {
        long first = (longest() - d) * samples;
        return rows(padded, first, first + padded.size(0) - longest() * samples);
    }

    /** Weights of a delay, [in, out] in f order. */
    private static INDArray weights(INDArray kernels, int d) {
        return kernels.get(NDArrayIndex.point(d), NDArrayIndex.all(), NDArrayIndex.all())
                .transpose();
    }

    private static INDArray rows(INDArray matrix, long from, long to) {
        return matrix.get(NDArrayIndex.interval(from, to), NDArrayIndex.all());
    }
}
