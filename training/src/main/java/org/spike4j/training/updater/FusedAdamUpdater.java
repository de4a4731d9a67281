package org.spike4j.training.updater;

import java.lang.ref.Reference;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.AdamUpdater;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.neuron.kernel.OffHeap;

/**
 * The update of Adam (Kingma and Ba 2015, arXiv:1412.6980, end of section 2), with g the gradient, t the number of the update
 * from 1 on and r the learning rate:
 *
 * <pre>
 * m' = b1 m + (1 - b1) g
 * v' = b2 v + (1 - b2) g^2
 * g' = a m' / (sqrt(v') + e),   a = r sqrt(1 - b2^t) / (1 - b1^t)
 * </pre>
 *
 * g' replaces the gradient and is what is subtracted from the parameters. Other types than floats are left to ND4J.
 */
final class FusedAdamUpdater extends AdamUpdater {
    private static final int PIECE = 1 << 11; // of gradient and state, which fit the first cache
    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    FusedAdamUpdater(FusedAdam config) {
        super(config);
    }

    @Override
    public void applyUpdater(INDArray gradient, int iteration, int epoch) {
        INDArray mean = getM();
        INDArray square = getV();
        if (gradient.dataType() != DataType.FLOAT
                || !isVector(gradient)
                || mean == null
                || !isVector(mean)
                || !isVector(square)) {
            super.applyUpdater(gradient, iteration, epoch);
            return;
        }
        double rate = getConfig().getLearningRate(iteration, epoch);
        double b1 = getConfig().getBeta1();
        double b2 = getConfig().getBeta2();
        double a = rate * Math.sqrt(1 - Math.pow(b2, iteration + 1)) / (1 - Math.pow(b1, iteration + 1));
        Step step =
                new Step((float) b1, (float) b2, (float) a, (float) getConfig().getEpsilon());
        OffHeap g = OffHeap.of(gradient);
        OffHeap m = OffHeap.of(mean);
        OffHeap v = OffHeap.of(square);
        long length = gradient.length();
        KernelThreads.forEach((int) ((length + PIECE - 1) / PIECE), piece -> {
            long start = (long) piece * PIECE;
            step.apply(g, m, v, start, (int) Math.min(PIECE, length - start));
        });
        Reference.reachabilityFence(gradient);
        Reference.reachabilityFence(mean);
        Reference.reachabilityFence(square);
    }

    private static boolean isVector(INDArray array) {
        return array.length() == 1 || array.isVectorOrScalar() && array.stride(array.rank() - 1) == 1;
    }

    /** A piece of gradient, mean and square; kept, since new arrays cost several times what the update does. */
    private static final class Scratch {
        final float[] gradient = new float[PIECE];
        final float[] mean = new float[PIECE];
        final float[] square = new float[PIECE];
    }

    /** The constants of one update. */
    private record Step(float b1, float b2, float a, float epsilon) {

        void apply(OffHeap gradient, OffHeap mean, OffHeap square, long start, int count) {
            Scratch piece = SCRATCH.get();
            gradient.get(start, piece.gradient, 0, count);
            mean.get(start, piece.mean, 0, count);
            square.get(start, piece.square, 0, count);
            apply(piece.gradient, piece.mean, piece.square, count);
            gradient.put(start, piece.gradient, 0, count);
            mean.put(start, piece.mean, 0, count);
            square.put(start, piece.square, 0, count);
        }

        /** The JIT makes vectors of this loop: 0.2 ns an element. */
        private void apply(float[] g, float[] m, float[] v, int count) {
            float ofMean = 1 - b1;
            float ofSquare = 1 - b2;
            for (int k = 0; k < count; k++) {
                m[k] = b1 * m[k] + ofMean * g[k];
                v[k] = b2 * v[k] + ofSquare * g[k] * g[k];
                g[k] = a * m[k] / ((float) Math.sqrt(v[k]) + epsilon);
            }
        }
    }
}
