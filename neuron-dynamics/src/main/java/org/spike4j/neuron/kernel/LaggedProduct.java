package org.spike4j.neuron.kernel;

import java.lang.ref.Reference;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The sum over steps and samples of y_{t-1}^T d_t. On vectors, a thread sums some steps for some columns of the result, and
 * the sums of the steps are added in a fixed order, so the result does not depend on the number of threads.
 *
 * @param shape how output and gradient are a sequence
 * @param before y before the first step, null for 0
 * @param output y, [T*N, F]
 * @param gradient d, [T*N, F]
 */
record LaggedProduct(SequenceShape shape, INDArray before, INDArray output, INDArray gradient) {
    private static final int MOST_PARTS = 8;
    private static final int MOST_SUMS = 1 << 20;

    /** Writes the product into [F, F] in f order. */
    void into(INDArray result) {
        boolean vectors = Kernels.usesVectors(KernelChoice.AUTOMATIC, output.dataType() == DataType.DOUBLE);
        try {
            if (vectors) {
                sum(result);
            } else {
                multiply(result);
            }
        } finally {
            Reference.reachabilityFence(this);
            Reference.reachabilityFence(result);
        }
    }

    private void multiply(INDArray result) {
        long rows = (long) samples() * shape.steps();
        INDArray y = output.reshape('c', rows, shape.channels());
        INDArray d = gradient.reshape('c', rows, shape.channels());
        if (before == null) {
            result.assign(0);
        } else {
            INDArray first = before.reshape('c', samples(), shape.channels());
            Nd4j.gemm(first, d.get(NDArrayIndex.interval(0, samples()), NDArrayIndex.all()), result, true, false, 1, 0);
        }
        if (shape.steps() > 1) {
            INDArray earlier = y.get(NDArrayIndex.interval(0, rows - samples()), NDArrayIndex.all());
            INDArray later = d.get(NDArrayIndex.interval(samples(), rows), NDArrayIndex.all());
            Nd4j.gemm(earlier, later, result, true, false, 1, 1);
        }
    }

    private int samples() {
        return Math.toIntExact(shape.slab() / shape.channels());
    }

    private void sum(INDArray result) {
        int size = shape.channels();
        int width = VectorLaggedProduct.COLUMNS;
        int groups = (size + width - 1) / width;
        int parts = Math.max(1, Math.min(Math.min(MOST_PARTS, shape.steps()), MOST_SUMS / size / size));
        boolean skipsZeros = EventSwitch.isOn();
        Slabs first = Slabs.of(before, 1, shape.slab());
        Slabs y = Slabs.of(output, shape.steps(), shape.slab());
        Slabs d = Slabs.of(gradient, shape.steps(), shape.slab());
        VectorLaggedProduct[] sums = new VectorLaggedProduct[groups * parts];
        KernelThreads.forEach(sums.length, item -> {
            VectorLaggedProduct sum = new VectorLaggedProduct(size, item / parts * width, skipsZeros);
            int part = item % parts;
            for (int t = from(part, parts); t < from(part + 1, parts); t++) {
                if (t > 0) {
                    sum.add(y, t - 1, d, t, samples());
                } else if (first != null) {
                    sum.add(first, 0, d, 0, samples());
                }
            }
            sum.finish();
            sums[item] = sum;
        });
        Slabs columns = Slabs.of(result, size, size);
        KernelThreads.forEach(groups, group -> {
            VectorLaggedProduct total = sums[group * parts];
            for (int part = 1; part < parts; part++) {
                total.add(sums[group * parts + part]);
            }
            total.store(columns);
        });
    }

    /** First step of a part. */
    private int from(int part, int parts) {
        return (int) ((long) part * shape.steps() / parts);
    }
}
