package org.spike4j.neuron.patch;

import java.lang.ref.Reference;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.neuron.kernel.OffHeap;

/** Images of any values, such as event counts, in channels-last order with the zeros of the padding left and right. */
final class ValueImages implements PatchEvents {
    private final PatchShape shape;
    private final int rowLength;
    private final float[] values;

    /** Copies images [rows, channels, height, width] of floats with any strides. */
    ValueImages(PatchShape shape, INDArray images) {
        this.shape = shape;
        int count = (int) images.size(0);
        rowLength = (shape.width() + 2 * shape.padX()) * shape.channels();
        values = new float[count * shape.height() * rowLength];
        OffHeap memory = OffHeap.of(images);
        try {
            KernelThreads.forEach(count, image -> {
                ImageRow row = new ImageRow(memory, images);
                for (int y = 0; y < shape.height(); y++) {
                    row.read(image, y);
                    int to = (image * shape.height() + y) * rowLength + shape.padX() * shape.channels();
                    for (int k = 0; k < row.length; k++) {
                        values[to + k] = Float.intBitsToFloat(row.raw[k]);
                    }
                }
            });
        } finally {
            Reference.reachabilityFence(images);
        }
    }

    /** Share of the values that are not 0. */
    double density() {
        int ones = 0;
        for (float value : values) {
            ones += value == 0 ? 0 : 1;
        }
        return (double) ones / values.length;
    }

    @Override
    public boolean areOnes() {
        return false;
    }

    @Override
    public int list(int image, int y, int x, int[] index, float[] value) {
        int count = 0;
        int bits = shape.patchRow();
        for (int ky = shape.firstKernelRow(y); ky < shape.endKernelRow(y); ky++) {
            int row = image * shape.height() + y * shape.strideY() + ky - shape.padY();
            int from = row * rowLength + x * shape.strideX() * shape.channels();
            for (int k = 0; k < bits; k++) {
                float v = values[from + k];
                if (v != 0) {
                    index[count] = ky * bits + k;
                    value[count++] = v;
                }
            }
        }
        return count;
    }
}
