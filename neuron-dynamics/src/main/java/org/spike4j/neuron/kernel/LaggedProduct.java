package org.spike4j.neuron.kernel;

import java.lang.ref.Reference;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The sum over steps and samples of y_{t-1}^T d_t. Where few outputs are not 0 it is event-driven: a thread takes some
 * columns of the result and adds the gradient's rows that follow an event. Each column is summed by one thread in the order
 * of time, so the result does not depend on the number of threads.
 *
 * @param shape how output and gradient are a sequence
 * @param before y before the first step, null for 0
 * @param output y, [T*N, F]
 * @param gradient d, [T*N, F]
 */
record LaggedProduct(SequenceShape shape, INDArray before, INDArray output, INDArray gradient) {
    /** Share of outputs that are not 0 above which the matrix product is faster; measured. */
    private static final double DENSE = 0.15;

    /** Writes the product into [F, F] in f order. */
    void into(INDArray result) {
        boolean vectors = Kernels.usesVectors(KernelChoice.AUTOMATIC, output.dataType() == DataType.DOUBLE);
        try {
            if (!vectors || !EventSwitch.isOn() || !addsEvents(result)) {
                multiply(result);
            }
        } finally {
            Reference.reachabilityFence(this);
            Reference.reachabilityFence(result);
        }
    }

    private void multiply(INDArray result) {
        long samples = shape.slab() / shape.channels();
        long rows = samples * shape.steps();
        INDArray y = output.reshape('c', rows, shape.channels());
        INDArray d = gradient.reshape('c', rows, shape.channels());
        if (before == null) {
            result.assign(0);
        } else {
            INDArray first = before.reshape('c', samples, shape.channels());
            Nd4j.gemm(first, d.get(NDArrayIndex.interval(0, samples), NDArrayIndex.all()), result, true, false, 1, 0);
        }
        if (shape.steps() > 1) {
            INDArray earlier = y.get(NDArrayIndex.interval(0, rows - samples), NDArrayIndex.all());
            INDArray later = d.get(NDArrayIndex.interval(samples, rows), NDArrayIndex.all());
            Nd4j.gemm(earlier, later, result, true, false, 1, 1);
        }
    }

    /** Adds event by event, unless there are too many; then it does nothing and returns false. */
    private boolean addsEvents(INDArray result) {
        int size = shape.channels();
        int samples = Math.toIntExact(shape.slab() / size);
        Slabs y = Slabs.of(output, shape.steps(), shape.slab());
        Slabs first = Slabs.of(before, 1, shape.slab());
        StepEvents[] events = new StepEvents[shape.steps()];
        KernelThreads.forEach(events.length, t -> {
            if (t > 0) {
                events[t] = StepEvents.of(y, t - 1, samples, size);
            } else if (first != null) {
                events[t] = StepEvents.of(first, 0, samples, size);
            }
        });
        long found = 0;
        for (StepEvents step : events) {
            found += step == null ? 0 : step.values().length;
        }
        if (found > DENSE * shape.steps() * shape.slab()) {
            return false;
        }
        Slabs d = Slabs.of(gradient, shape.steps(), shape.slab());
        Slabs sum = Slabs.of(result, size, size);
        int width = VectorEventSum.WIDTH;
        KernelThreads.forEach((size + width - 1) / width, panel -> {
            VectorEventSum columns = new VectorEventSum(size, panel * width);
            for (int t = 0; t < events.length; t++) {
                columns.add(events[t], d, t);
            }
            columns.store(sum);
        });
        return true;
    }
}
