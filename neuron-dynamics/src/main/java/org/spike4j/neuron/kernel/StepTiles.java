package org.spike4j.neuron.kernel;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How a sequence [steps * samples, channels, inner...] is cut for statistics of each step and channel: a tile is some
 * channels of one step, with all samples, so that no sum is shared by two tiles.
 *
 * @param steps T
 * @param samples N, rows of a step
 * @param channels channels or features
 * @param inner consecutive elements of one channel
 */
record StepTiles(int steps, int samples, int channels, int inner) {
    private static final int ELEMENTS = 1 << 10;

    /** What is done with the channels from a first one on, in one step. */
    interface Body {
        void run(int step, int firstChannel, int count);
    }

    /** The cut of a tensor; checks that it is dense and has whole steps. */
    static StepTiles of(INDArray x, int steps) {
        if (x.rank() < 2 || steps < 1 || x.size(0) % steps != 0) {
            throw new IllegalArgumentException("a sequence of " + steps + " steps must be [steps * samples, channels,"
                    + " ...], was " + Arrays.toString(x.shape()));
        }
        requireDense(x, "x");
        int rows = Math.toIntExact(x.size(0));
        int channels = Math.toIntExact(x.size(1));
        return new StepTiles(steps, rows / steps, channels, Math.toIntExact(x.length() / ((long) rows * channels)));
    }

    /** Checks another tensor of the same sequence. */
    void requireSame(INDArray array, INDArray x, String name) {
        requireDense(array, name);
        if (!Arrays.equals(array.shape(), x.shape()) || array.dataType() != x.dataType()) {
            throw new IllegalArgumentException(
                    name + " must match x " + x.shapeInfoToString() + ", was " + array.shapeInfoToString());
        }
    }

    Slabs slabs(INDArray array) {
        return Slabs.of(array, steps * samples, (long) channels * inner);
    }

    RowWindow window(Slabs slabs, int firstChannel, int count) {
        return new RowWindow(slabs, (long) firstChannel * inner, count * inner);
    }

    /** Runs all tiles on the threads of {@link KernelThreads}. */
    void forEach(Body body) {
        int width = Math.min(channels, Math.max(1, ELEMENTS / inner));
        int tiles = (channels + width - 1) / width;
        KernelThreads.forEach(steps * tiles, index -> {
            int first = index % tiles * width;
            body.run(index / tiles, first, Math.min(width, channels - first));
        });
    }

    private static void requireDense(INDArray array, String name) {
        if (array.ordering() != 'c' || !DenseMemory.isDense(array)) {
            throw new IllegalArgumentException(name + " must be dense in c order; dup('c') it first");
        }
    }
}
