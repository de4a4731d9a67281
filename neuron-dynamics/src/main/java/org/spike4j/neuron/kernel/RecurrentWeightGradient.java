package org.spike4j.neuron.kernel;

import java.lang.ref.Reference;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The gradient on the weights of recurrent neurons, see {@link RecurrentKernels}:
 *
 * <pre>
 * dL/dR = sum over t of y_{t-1}^T d_t
 * </pre>
 *
 * <p>On vectors, a thread sums some steps for some columns of the result, and the sums of the steps are added in a fixed order,
 * so the result does not depend on the number of threads.
 *
 * <p>One object serves one layer over all its passes and keeps its memory.
 */
public final class RecurrentWeightGradient {
    private static final int MOST_PARTS = 8;
    private static final int MOST_SUMS = 1 << 20;

    private VectorLaggedProduct[] parts = new VectorLaggedProduct[0];

    /** Nothing summed yet. */
    public RecurrentWeightGradient() {}

    /**
     * Computes the gradient.
     *
     * @param shape of the passes
     * @param initialOutput y before the first step, slab elements; null for 0; not modified
     * @param output y of the forward pass; not modified
     * @param currentGradient d of the backward pass; not modified
     * @param gradient receives dL/dR, [F, F] in f order; or its diagonal alone, [F], for neurons that feed back to themselves
     * @throws IllegalArgumentException if a tensor does not fit the shape
     */
    public void compute(
            SequenceShape shape, INDArray initialOutput, INDArray output, INDArray currentGradient, INDArray gradient) {
        SequenceShape walked = shape.withMovingInput();
        ArrayChecks checks = new ArrayChecks(1, new Coefficients(shape.channels()), walked, output);
        checks.sequence(currentGradient, "currentGradient");
        checks.state(initialOutput, "initialOutput");
        checks.weights(gradient);
        boolean vectors = Kernels.usesVectors(KernelChoice.AUTOMATIC, output.dataType() == DataType.DOUBLE);
        try {
            if (gradient.rank() == 1) {
                sumDiagonal(walked, initialOutput, output, currentGradient, gradient);
            } else if (vectors) {
                sum(walked, initialOutput, output, currentGradient, gradient);
            } else {
                multiply(walked, initialOutput, output, currentGradient, gradient);
            }
        } finally {
            Reference.reachabilityFence(initialOutput);
            Reference.reachabilityFence(output);
            Reference.reachabilityFence(currentGradient);
            Reference.reachabilityFence(gradient);
        }
    }

    private static void sumDiagonal(
            SequenceShape shape, INDArray before, INDArray output, INDArray currentGradient, INDArray result) {
        int size = shape.channels();
        int slab = Math.toIntExact(shape.slab());
        Slabs first = Slabs.of(before, 1, slab);
        Slabs y = Slabs.of(output, shape.steps(), slab);
        Slabs d = Slabs.of(currentGradient, shape.steps(), slab);
        double[] earlier = new double[slab];
        double[] later = new double[slab];
        double[] sums = new double[size];
        for (int t = first == null ? 1 : 0; t < shape.steps(); t++) {
            Slabs from = t == 0 ? first : y;
            from.load(Math.max(0, t - 1), 0, slab, earlier, 0);
            d.load(t, 0, slab, later, 0);
            for (int k = 0; k < slab; k++) {
                sums[k % size] += earlier[k] * later[k];
            }
        }
        Slabs.of(result, 1, size).store(0, 0, size, sums, 0);
    }

    private static void multiply(
            SequenceShape shape, INDArray before, INDArray output, INDArray currentGradient, INDArray result) {
        int samples = samples(shape);
        long rows = (long) samples * shape.steps();
        INDArray y = output.reshape('c', rows, shape.channels());
        INDArray d = currentGradient.reshape('c', rows, shape.channels());
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

    private void sum(SequenceShape shape, INDArray before, INDArray output, INDArray currentGradient, INDArray result) {
        int size = shape.channels();
        int samples = samples(shape);
        int width = VectorLaggedProduct.COLUMNS;
        int groups = (size + width - 1) / width;
        int cuts = Math.max(1, Math.min(Math.min(MOST_PARTS, shape.steps()), MOST_SUMS / size / size));
        boolean skipsZeros = EventSwitch.isOn();
        reserve(groups, cuts, size);
        Slabs first = Slabs.of(before, 1, shape.slab());
        Slabs y = Slabs.of(output, shape.steps(), shape.slab());
        Slabs d = Slabs.of(currentGradient, shape.steps(), shape.slab());
        KernelThreads.forEach(parts.length, item -> {
            VectorLaggedProduct part = parts[item];
            part.start(skipsZeros);
            int cut = item % cuts;
            int end = from(shape, cut + 1, cuts);
            for (int t = from(shape, cut, cuts); t < end; t++) {
                if (t > 0) {
                    part.add(y, t - 1, d, t, samples);
                } else if (first != null) {
                    part.add(first, 0, d, 0, samples);
                }
            }
            part.finish();
        });
        Slabs columns = Slabs.of(result, size, size);
        KernelThreads.forEach(groups, group -> {
            VectorLaggedProduct total = parts[group * cuts];
            for (int cut = 1; cut < cuts; cut++) {
                total.add(parts[group * cuts + cut]);
            }
            total.store(columns);
        });
    }

    private void reserve(int groups, int cuts, int size) {
        if (parts.length == groups * cuts && parts[0].size() == size) {
            return;
        }
        parts = new VectorLaggedProduct[groups * cuts];
        for (int item = 0; item < parts.length; item++) {
            parts[item] = new VectorLaggedProduct(size, item / cuts * VectorLaggedProduct.COLUMNS);
        }
    }

    private static int samples(SequenceShape shape) {
        return Math.toIntExact(shape.slab() / shape.channels());
    }

    /** First step of a part. */
    private static int from(SequenceShape shape, int cut, int cuts) {
        return (int) ((long) cut * shape.steps() / cuts);
    }
}
